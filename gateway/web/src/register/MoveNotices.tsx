import { Button, Title } from '@mantine/core';
import { Link } from 'react-router';
import { may } from '../api/rights';
import { useSession } from '../api/session';
import type { Move } from '../api/types';
import { useFormat } from '../i18n/dates';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { useSeeMove, useUndoMove, useUnseenMoves } from './data';

/** Who has moved here or away and whom nobody here has noted yet. Nothing where there is nobody. */
export function MoveNotices({ association }: { association: string }) {
  const t = useTexts('people');
  const moves = useUnseenMoves(association);
  if (!moves.data || moves.data.length === 0) return null;
  return (
    <section className="section" aria-labelledby="flyttar">
      <Title order={2} id="flyttar">
        {t('people:moves.title')}
      </Title>
      <ul className="plain-list" style={{ display: 'grid', gap: '1rem' }}>
        {moves.data.map((move) => (
          <Notice key={move.moveId} move={move} association={association} />
        ))}
      </ul>
      <ShowMore query={moves} shown={moves.data.length} />
    </section>
  );
}

function Notice({ move, association }: { move: Move; association: string }) {
  const t = useTexts('people');
  const { dayAndTime } = useFormat();
  const { tell } = useNotices();
  const { data: session } = useSession();
  const see = useSeeMove();
  const undo = useUndoMove();
  const came = move.toId === association;
  return (
    <li>
      {came ? <Link to={`/forening/${association}/medlemmar/${move.memberId}`}>{t('people:moves.to', { name: move.name, from: move.fromName })}</Link> : <b>{t('people:moves.from', { name: move.name, to: move.toName })}</b>}
      <div className="dim small">
        {dayAndTime(move.movedAt)}
        {move.staysAttached && ` · ${t('people:moves.stays')}`}
      </div>
      {move.reason && <div>{move.reason}</div>}
      <div className="row-of-buttons no-print" style={{ marginTop: '0.5rem' }}>
        <Button variant="default" size="sm" loading={see.isPending} aria-label={t('people:moves.seenNamed', { name: move.name })} onClick={() => see.mutate(move.moveId)}>
          {t('people:moves.seen')}
        </Button>
        {move.undoableUntil && may(session, 'register:edit', association) && (
          <Button
            variant="default"
            size="sm"
            loading={undo.isPending}
            aria-label={t('people:moves.undoNamed', { name: move.name })}
            onClick={() => void undo.mutateAsync(move.moveId).then(() => tell(t('people:moves.undone', { name: move.name, association: move.fromName })), () => undefined)}
          >
            {t('people:moves.undo')}
          </Button>
        )}
      </div>
      {(see.error ?? undo.error) && <ProblemNote error={see.error ?? undo.error} />}
    </li>
  );
}

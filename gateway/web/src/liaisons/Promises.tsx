import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { LiaisonPromise } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Icon } from '../ui/Icon';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { useKeepPromise, useReopenPromise } from './data';
import classes from './liaisons.module.css';
import { useTakeBack } from './useTakeBack';

interface Props {
  rows: LiaisonPromise[];
  withAssociation?: boolean;
  /** The association itself reads its promises; the liaison ticks them off. */
  readOnly?: boolean;
}

/** What was promised and is not done, the oldest first, each one press away from done. */
export function Promises({ rows, withAssociation, readOnly }: Props) {
  const t = useTexts('liaisons');
  const { shortDay } = useFormat();
  const { tell } = useNotices();
  const keep = useKeepPromise();
  const reopen = useReopenPromise();
  const takeBack = useTakeBack();

  // Awaited rather than called back: a promise that is kept takes its button away with it, and what was done is said all the same.
  async function done(promise: LiaisonPromise) {
    await keep.mutateAsync(promise.promiseId);
    tell(t('liaisons:promise.kept', { text: promise.text }), () => takeBack(reopen.mutateAsync(promise.promiseId), t('liaisons:promise.reopened')));
  }

  return (
    <>
      <ul className={classes.rows}>
        {rows.map((promise) => (
          <li key={promise.promiseId}>
            <div>
              <p>{promise.text}</p>
              <p className="small dim">
                {withAssociation && (
                  <>
                    <Link to={`/distrikt/faddrar/${promise.associationId}`}>{promise.associationName}</Link>
                    {' · '}
                  </>
                )}
                {t(`liaisons:promise.by.${promise.side}`)} ·{' '}
                {promise.isLate ? (
                  <span className="late">
                    <Icon name="attention" size={16} /> {t('liaisons:promise.late', { date: shortDay(promise.due) })}
                  </span>
                ) : (
                  t('liaisons:promise.due', { date: shortDay(promise.due) })
                )}
              </p>
            </div>
            {!readOnly && (
              <Button variant="default" size="sm" className="no-print" aria-label={t('liaisons:promise.doneNamed', { text: promise.text })} disabled={keep.isPending} onClick={() => void done(promise).catch(() => undefined)}>
                {t('liaisons:promise.done')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {keep.error && <ProblemNote error={keep.error} />}
    </>
  );
}

import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { LiaisonProposal } from '../api/types';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { useAppoint, useProposal, useUndoAppointment } from './data';
import classes from './liaisons.module.css';
import { useTakeBack } from './useTakeBack';

type Line = LiaisonProposal['choices'][number];

/** Who is proposed for which association and why; each line can be chosen otherwise before the whole is adopted. */
export default function ProposalPage() {
  const t = useTexts('liaisons');
  const proposal = useProposal();
  return (
    <Page title={t('liaisons:proposal.title')} lead={t('liaisons:proposal.lead')} crumbs={[{ label: t('common:area.district'), to: '/distrikt' }, { label: t('liaisons:page.title'), to: '/distrikt/faddrar' }]} wide>
      <Answered query={proposal} rows={8}>
        {(answered) => (answered.choices.length === 0 ? <Empty title={t('liaisons:proposal.empty')}>{t('liaisons:proposal.emptyHelp')}</Empty> : <Adjust key={answered.version} proposal={answered} />)}
      </Answered>
    </Page>
  );
}

function Adjust({ proposal }: { proposal: LiaisonProposal }) {
  const t = useTexts('liaisons');
  const { tell } = useNotices();
  const navigate = useNavigate();
  const appoint = useAppoint();
  const undo = useUndoAppointment();
  const takeBack = useTakeBack();
  const [byHand, setByHand] = useState<Record<string, string>>({});
  const chosen = (line: Line) => byHand[line.associationId] ?? line.proposed.memberId;
  const changed = proposal.choices.filter((line) => chosen(line) !== line.now?.memberId);
  const loads = proposal.board.map((person) => ({ ...person, load: proposal.choices.filter((line) => chosen(line) === person.memberId).length }));
  const why = (line: Line) => {
    if (chosen(line) !== line.proposed.memberId) return t('liaisons:proposal.byHand');
    return [t(`liaisons:reason.${line.reason}`), line.change && t(`liaisons:change.${line.change}`, { name: line.now?.name ?? '' })].filter(Boolean).join(' ');
  };
  const people = (line: Line) =>
    loads.map((person) => ({ value: person.memberId, label: person.associationId === line.associationId ? t('liaisons:proposal.own', { name: person.name }) : t('liaisons:proposal.load', { name: person.name, count: person.load }) }));

  async function adopt() {
    const { appointmentId, changed: count } = await appoint.mutateAsync({ choices: proposal.choices.map((line) => ({ associationId: line.associationId, memberId: chosen(line), note: null })), read: proposal.version });
    tell(t('liaisons:proposal.done', { count }), appointmentId ? () => takeBack(undo.mutateAsync(appointmentId), t('liaisons:proposal.undone')) : undefined);
    await navigate('/distrikt/faddrar');
  }

  return (
    <>
      <ul className={classes.rows}>
        {proposal.choices.map((line) => (
          <li key={line.associationId}>
            <div>
              <p>
                <b>{line.associationName}</b> <span className="dim small">{line.now ? t('liaisons:proposal.now', { name: line.now.name }) : t('liaisons:proposal.nobodyNow')}</span>
              </p>
              <p className="small">{why(line)}</p>
            </div>
            <NativeSelect
              className={classes.choice}
              aria-label={t('liaisons:proposal.choose', { name: line.associationName })}
              value={chosen(line)}
              onChange={(event) => setByHand({ ...byHand, [line.associationId]: event.currentTarget.value })}
              data={people(line)}
            />
          </li>
        ))}
      </ul>
      <h2 style={{ margin: '2rem 0 0.5rem' }}>{t('liaisons:proposal.loads')}</h2>
      <ul className={classes.loads}>
        {loads.map((person) => (
          <li key={person.memberId}>
            {person.name}: <b className="numbers">{person.load}</b>
          </li>
        ))}
      </ul>
      <div className="flow no-print" style={{ marginTop: '1.5rem' }}>
        {appoint.error && <ProblemNote error={appoint.error} kept />}
        {changed.length === 0 ? (
          <p className="good">{t('liaisons:proposal.nothing')}</p>
        ) : (
          <Button loading={appoint.isPending} onClick={() => void adopt().catch(() => undefined)}>
            {t('liaisons:proposal.adopt', { count: changed.length })}
          </Button>
        )}
        {Object.keys(byHand).length > 0 && (
          <Button variant="default" onClick={() => setByHand({})}>
            {t('liaisons:proposal.reset')}
          </Button>
        )}
      </div>
    </>
  );
}

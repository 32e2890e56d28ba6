import { Title } from '@mantine/core';
import { Link } from 'react-router';
import { CaseList } from '../care/CaseList';
import { useCases } from '../care/data';
import { useDecisions, useMeetings } from '../boardroom/data';
import { useTransfers } from '../office/data';
import { useCentralItems } from '../central/data';
import { useClaims } from '../economy/data';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { useLiaisons } from '../liaisons/data';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { useHandOvers, useReports } from './data';
import classes from './NeedsUs.module.css';

interface Props {
  care: boolean;
  handOvers: boolean;
  reports: boolean;
  liaisons: boolean;
  claims: boolean;
  board: boolean;
  central: boolean;
  transfers: boolean;
}

/** What waits for the district: broken promises anywhere, joins to hand over, reports nobody has dealt with, associations nobody has called, and what the board owes. */
export function NeedsUs({ care, handOvers, reports, liaisons, claims, board, central, transfers }: Props) {
  const t = useTexts('district');
  const late = useCases(undefined, 'late', false, care);
  const waiting = useHandOvers('toSend', handOvers);
  const waited = useHandOvers('overdue', handOvers);
  const reported = useReports(reports);
  const { data: contacts } = useLiaisons(false, liaisons);
  const filed = useClaims('submitted', '', claims);
  const meetings = useMeetings(board);
  const decisions = useDecisions(board);
  const relayed = useCentralItems(central);
  const handedOver = useTransfers(undefined, transfers);
  if (!care && !handOvers && !reports && !liaisons && !claims && !board && !central && !transfers) return null;

  const overdue = waited.data?.length ?? 0;
  const unseen = reported.data?.filter((row) => !row.seenAt).length ?? 0;
  const toSend = waiting.data?.length ?? 0;
  const between = { gaps: (contacts?.total ?? 0) - (contacts?.covered ?? 0), contacts: contacts?.overdue ?? 0, never: contacts?.neverContacted ?? 0, questions: contacts?.questions ?? 0, promises: contacts?.latePromises ?? 0 };
  const owed = {
    claims: filed.data?.filter((row) => !row.isMine && !row.approvedByMe).length ?? 0,
    adjust: meetings.data?.filter((row) => row.waitsForMe).length ?? 0,
    decisions: decisions.data?.filter((row) => row.isLate).length ?? 0,
    central: relayed.data?.filter((row) => row.isLate).length ?? 0,
    transfers: handedOver.data?.filter((row) => row.isLate).length ?? 0,
  };
  const owedAt = { claims: '/distrikt/ekonomi', adjust: '/distrikt/styrelse', decisions: '/distrikt/styrelse', central: '/distrikt/centralt', transfers: '/distrikt/uppdrag/overlamning' };
  const lines = [
    unseen > 0 && { to: '/distrikt/rapporter', words: t('district:needs.reports', { count: unseen }) },
    toSend > 0 && { to: '/distrikt/overlamning', words: t('district:needs.toSend', { count: toSend }) },
    overdue > 0 && { to: '/distrikt/overlamning?visa=overdue', words: t('district:needs.overdue', { count: overdue }) },
    ...(['gaps', 'questions', 'contacts', 'never', 'promises'] as const).map((what) => between[what] > 0 && { to: '/distrikt/faddrar', words: t(`district:needs.${what}`, { count: between[what] }) }),
    ...(['claims', 'adjust', 'decisions', 'central', 'transfers'] as const).map((what) => owed[what] > 0 && { to: owedAt[what], words: t(`district:needs.${what}`, { count: owed[what] }) }),
  ].filter((line) => line !== false);

  return (
    <section aria-labelledby="nu">
      <Title order={2} id="nu" mb="sm">
        {t('district:needs.title')}
      </Title>
      {lines.length > 0 && (
        <ul className={classes.lines}>
          {lines.map((line) => (
            <li key={line.words}>
              <Link to={line.to}>{line.words}</Link>
            </li>
          ))}
        </ul>
      )}
      {care && (
        <Answered query={late} rows={3}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={t('district:needs.noneLate')} />
            ) : (
              <>
                <h3 className={classes.late}>{t('district:needs.late')}</h3>
                <CaseList rows={rows} withAssociation />
                <ShowMore query={late} shown={rows.length} />
              </>
            )
          }
        </Answered>
      )}
    </section>
  );
}

import { Title } from '@mantine/core';
import { Link } from 'react-router';
import { CaseList } from '../association/CaseList';
import { useCases } from '../association/data';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { useHandOvers, useReports } from './data';
import classes from './NeedsUs.module.css';

/** What waits for the district: broken promises anywhere, joins to hand over, reports nobody has dealt with. */
export function NeedsUs({ care, handOvers, reports }: { care: boolean; handOvers: boolean; reports: boolean }) {
  const t = useTexts('district');
  const late = useCases(undefined, 'late', false, care);
  const waiting = useHandOvers('toSend', handOvers);
  const sent = useHandOvers('sent', handOvers);
  const reported = useReports(reports);
  if (!care && !handOvers && !reports) return null;

  const overdue = sent.data?.filter((row) => row.isOverdue).length ?? 0;
  const unseen = reported.data?.filter((row) => !row.seenAt).length ?? 0;
  const toSend = waiting.data?.length ?? 0;
  const lines = [
    unseen > 0 && { to: '/distrikt/rapporter', words: t('district:needs.reports', { count: unseen }) },
    toSend > 0 && { to: '/distrikt/overlamning', words: t('district:needs.toSend', { count: toSend }) },
    overdue > 0 && { to: '/distrikt/overlamning?visa=sent', words: t('district:needs.overdue', { count: overdue }) },
  ].filter((line) => line !== false);

  return (
    <section aria-labelledby="nu">
      <Title order={2} id="nu" mb="sm">
        {t('district:needs.title')}
      </Title>
      {lines.length > 0 && (
        <ul className={classes.lines}>
          {lines.map((line) => (
            <li key={line.to}>
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

import { Button, Title } from '@mantine/core';
import { Link, useNavigate } from 'react-router';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { useBeginReport, useReports } from './data';

/** The reports to the annual conference, and the beginning of this year's. */
export function Reports({ year }: { year: number }) {
  const t = useTexts('feminism');
  const { shortDay } = useFormat();
  const { tell } = useNotices();
  const go = useNavigate();
  const reports = useReports();
  const begin = useBeginReport();
  return (
    <section className="section" aria-labelledby="rapporten">
      <Title order={2} id="rapporten">{t('feminism:reports.title')}</Title>
      <p style={{ marginBottom: '1rem' }}>{t('feminism:reports.lead')}</p>
      <Answered query={reports} rows={2}>
        {(rows) => (
          <>
            {rows.length > 0 && (
              <ul>
                {rows.map((report) => (
                  <li key={report.reportId}>
                    <Link to={`/distrikt/internfeminism/rapport/${report.reportId}`}>{report.title}</Link>{' '}
                    <span className={report.adoptedAt ? 'good small' : 'dim small'}>{report.adoptedAt ? t('feminism:reports.adopted', { date: shortDay(report.adoptedAt) }) : t('feminism:reports.draft')}</span>
                  </li>
                ))}
              </ul>
            )}
            {!rows.some((report) => report.year === year) && (
              <Button
                className="no-print"
                mt="md"
                loading={begin.isPending}
                onClick={() =>
                  void begin.mutateAsync(year).then(
                    (report) => {
                      tell(t('feminism:reports.begun'));
                      void go(`/distrikt/internfeminism/rapport/${report.reportId}`);
                    },
                    () => undefined,
                  )
                }
              >
                {t('feminism:reports.begin')}
              </Button>
            )}
            {begin.error && <ProblemNote error={begin.error} />}
          </>
        )}
      </Answered>
    </section>
  );
}

import { Button, Title } from '@mantine/core';
import { Link, useNavigate } from 'react-router';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { type ReportKind, useBeginReport, useReports } from './data';

interface Props {
  kind: ReportKind;
  /** Of which a report can be begun. */
  year: number;
  /** What stands before a report's id in its address. */
  to: string;
  mayBegin: boolean;
}

/** The reports to the annual conference, and the beginning of this year's. */
export function Reports({ kind, year, to, mayBegin }: Props) {
  const t = useTexts('conference');
  const { shortDay } = useFormat();
  const { tell } = useNotices();
  const go = useNavigate();
  const reports = useReports(kind);
  const begin = useBeginReport(kind);
  return (
    <section className="section" aria-labelledby="rapporten">
      <Title order={2} id="rapporten">{t('conference:list.title')}</Title>
      <p style={{ marginBottom: '1rem' }}>{t('conference:list.lead')}</p>
      <Answered query={reports} rows={2}>
        {(rows) => (
          <>
            {rows.length > 0 && (
              <ul>
                {rows.map((report) => (
                  <li key={report.reportId}>
                    <Link to={`${to}/${report.reportId}`}>{report.title}</Link>{' '}
                    <span className={report.adoptedAt ? 'good small' : 'dim small'}>{report.adoptedAt ? t('conference:list.adopted', { date: shortDay(report.adoptedAt) }) : t('conference:list.draft')}</span>
                  </li>
                ))}
              </ul>
            )}
            {rows.length === 0 && !mayBegin && <p className="dim">{t('conference:list.none')}</p>}
            {mayBegin && !rows.some((report) => report.year === year) && (
              <Button
                className="no-print"
                mt="md"
                loading={begin.isPending}
                onClick={() =>
                  void begin.mutateAsync(year).then(
                    (report) => {
                      tell(t('conference:list.begun'));
                      void go(`${to}/${report.reportId}`);
                    },
                    () => undefined,
                  )
                }
              >
                {t('conference:list.begin')}
              </Button>
            )}
            {begin.error && <ProblemNote error={begin.error} />}
          </>
        )}
      </Answered>
    </section>
  );
}

import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { useReports } from './data';
import { ReportItem } from './ReportItem';
import classes from './ReportsPage.module.css';

/** What associations have reported to the district board: refusals, revocations and appeals (statutes §§5–7). */
export default function ReportsPage() {
  const t = useTexts('district');
  const reports = useReports();
  return (
    <Page title={t('district:reports.title')} lead={t('district:reports.lead')}>
      <Answered query={reports} rows={4}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('district:reports.empty')}>{t('district:reports.emptyHelp')}</Empty>
          ) : (
            <>
              <ul className={classes.reports}>
                {rows.map((report) => (
                  <ReportItem key={report.reportId} report={report} />
                ))}
              </ul>
              <ShowMore query={reports} shown={rows.length} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

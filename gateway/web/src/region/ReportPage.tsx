import { Report } from '../conference/Report';
import { useTexts } from '../ui/useTexts';

/** One of the region group's reports to the annual conference. */
export default function ReportPage() {
  const t = useTexts('region');
  return <Report kind="region" home={{ label: t('region:report.title'), to: '/region/rapport' }} />;
}

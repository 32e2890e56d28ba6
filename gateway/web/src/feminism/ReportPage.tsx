import { Report } from '../conference/Report';
import { useTexts } from '../ui/useTexts';

/** The report on the internal feminist work to the annual conference. */
export default function ReportPage() {
  const t = useTexts('feminism');
  return <Report kind="feminism" home={{ label: t('feminism:title'), to: '/distrikt/internfeminism' }} />;
}

import { NativeSelect } from '@mantine/core';
import { useNow } from '../api/clock';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import { Reports } from '../conference/Reports';
import { dateOf } from '../i18n/dates';
import { Page } from '../ui/Page';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';

/** The region group's reports to the annual conferences. */
export default function ReportsPage() {
  const t = useTexts('region');
  const { data: session } = useSession();
  const { get, set } = useAddress();
  const thisYear = Number(dateOf(useNow()).slice(0, 4));
  const year = Number(get('ar')) || thisYear;
  return (
    <Page title={t('region:report.title')} lead={t('region:report.lead')} crumbs={[{ label: t('region:title'), to: '/region' }]}>
      <NativeSelect id="ar" className="no-print" maw="10rem" label={t('region:report.year')} value={String(year)} onChange={(event) => set('ar', event.currentTarget.value)} data={[thisYear, thisYear - 1, thisYear - 2].map(String)} />
      <Reports kind="region" year={year} to="/region/rapport" mayBegin={mayInDistrict(session, 'region:work')} />
    </Page>
  );
}

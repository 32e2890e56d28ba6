import { Title } from '@mantine/core';
import { Link } from 'react-router';
import { useNow } from '../api/clock';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import { dateOf, useFormat } from '../i18n/dates';
import needs from '../district/NeedsUs.module.css';
import { Answered } from '../ui/Answered';
import { Page } from '../ui/Page';
import { FilterChips } from '../ui/FilterChips';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { ClaimQueue } from './ClaimQueue';
import { useClaims, useGrants, useYear } from './data';
import classes from './economy.module.css';
import { useMoney } from './money';
import { Outcome } from './Outcome';

/** The district's economy: what waits for a decision or a payment, then how the year stands against its budget. */
export default function EconomyPage() {
  const t = useTexts('economy');
  const { data: session } = useSession();
  const { get, set } = useAddress();
  const thisYear = Number(dateOf(useNow()).slice(0, 4));
  const year = Number(get('ar')) || thisYear;
  const found = useYear(year);
  const approves = mayInDistrict(session, 'economy:approve');
  const manages = mayInDistrict(session, 'economy:manage');
  return (
    <Page title={t('economy:page.title')} wide>
      <Waits approves={approves} manages={manages} />
      {approves && (
        <section className="section">
          <Title order={2}>{t('economy:queue.title')}</Title>
          <ClaimQueue />
        </section>
      )}
      <Answered query={found} rows={6}>
        {(answered) => (
          <>
            <section className="section">
              <FilterChips
                label={t('economy:page.year')}
                value={String(year)}
                onChange={(value) => set('ar', value === String(thisYear) ? '' : value)}
                options={[...new Set([thisYear, year, ...answered.years])].sort((a, b) => b - a).slice(0, 6).map((one) => [String(one), String(one)])}
              />
              <Outcome year={answered} />
            </section>
            <section className="section">
              <Title order={2}>{t('economy:page.go')}</Title>
              <ul className={classes.links}>
                <li><Link to={`/distrikt/ekonomi/budget/${String(year)}`}>{t('economy:budget.title', { year })}</Link></li>
                <li><Link to="/distrikt/ekonomi/kostnader">{t('economy:cost.title')}</Link></li>
                <li><Link to="/distrikt/ekonomi/bidrag">{t('economy:grant.title')}</Link></li>
                {manages && <li><Link to="/distrikt/ekonomi/betalningar">{t('economy:payment.title')}</Link></li>}
                <li><Link to="/distrikt/ekonomi/installningar">{t('economy:places.title')}</Link></li>
                <li><a href={`/api/members/economy/years/${String(year)}/export`} download>{t('economy:page.exportOutcome')}</a></li>
                {manages && <li><a href={`/api/members/economy/years/${String(year)}/sie`} download>{t('economy:page.exportSie')}</a></li>}
                {manages && <li><a href={`/api/members/economy/years/${String(year)}/vouchers`} download>{t('economy:page.exportCsv')}</a></li>}
              </ul>
              <p className="dim small">{t('economy:page.kept')}</p>
            </section>
          </>
        )}
      </Answered>
    </Page>
  );
}

/** One line for each thing that waits; nothing where nothing does. */
function Waits({ approves, manages }: { approves: boolean; manages: boolean }) {
  const t = useTexts('economy');
  const { number } = useFormat();
  const { money } = useMoney();
  const approved = useClaims('approved', '', manages && approves);
  const applied = useGrants('applied', approves);
  const granted = useGrants('granted', manages);
  const toPay = approved.data?.filter((row) => !row.isOnList) ?? [];
  const grants = granted.data?.filter((row) => !row.isOnList) ?? [];
  const sum = toPay.reduce((total, row) => total + row.total, 0) + grants.reduce((total, row) => total + (row.decided ?? 0), 0);
  const applications = applied.data?.length ?? 0;
  if (toPay.length + grants.length + applications === 0) return null;
  return (
    <ul className={needs.lines}>
      {toPay.length + grants.length > 0 && (
        <li><Link to="/distrikt/ekonomi/betalningar">{t('economy:waits.toPay', { count: toPay.length + grants.length, sum: money(sum) })}</Link></li>
      )}
      {applications > 0 && <li><Link to="/distrikt/ekonomi/bidrag">{t('economy:waits.applications', { count: applications, number: number(applications) })}</Link></li>}
    </ul>
  );
}

import type { ClaimRow, Grant } from '../api/types';
import { useTexts } from '../ui/useTexts';

/** Where a claim stands, in words; what waits for the reader is marked by more than colour. */
export function ClaimStanding({ claim }: { claim: ClaimRow }) {
  const t = useTexts('economy');
  if (claim.state === 'submitted') return <>{t('economy:claim.approvals', { count: claim.approvals })}</>;
  if (claim.state === 'paid' && claim.voucherNumber) return <span className="good">{t('economy:claim.paidAs', { number: claim.voucherNumber, year: claim.voucherYear })}</span>;
  return <span className={claim.state === 'refused' ? 'late' : undefined}>{t(`economy:claim.state.${claim.state}`)}</span>;
}

export function GrantStanding({ grant }: { grant: Grant }) {
  const t = useTexts('economy');
  return <span className={grant.isLate ? 'late' : grant.state === 'reported' ? 'good' : undefined}>{t(grant.isLate ? 'economy:grant.late' : `economy:grant.state.${grant.state}`)}</span>;
}

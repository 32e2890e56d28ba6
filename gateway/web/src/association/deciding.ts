import type { Membership } from '../api/types';
import { daysBetween } from '../i18n/dates';

/** What may be done about a membership today. */
export interface Possible {
  payment: boolean;
  undoPayment: boolean;
  refusal: boolean;
  revocation: boolean;
  appeal: boolean;
  /** Days left, today counted, in which the board may revoke; undefined where no such clock runs. */
  daysToRevoke?: number;
}

/**
 * Which steps the statutes leave open: a fee is noted for an applicant (§3), the board may refuse an applicant or revoke within 90 days of payment
 * (§5), and what was refused or revoked can be appealed once (§7). The server decides; this only keeps what is impossible out of the way.
 * @param today yyyy-MM-dd in Stockholm.
 */
export function possibleNow(membership: Membership, today: string): Possible {
  const { state, revocableUntil } = membership;
  const running = (state === 'paid' || state === 'member') && revocableUntil ? daysBetween(today, revocableUntil) + 1 : 0;
  return {
    payment: state === 'applicant',
    undoPayment: state === 'paid',
    refusal: state === 'applicant',
    revocation: running > 0,
    appeal: (state === 'refused' || state === 'revoked') && !membership.appealedOn,
    daysToRevoke: running > 0 ? running : undefined,
  };
}

import type { Membership } from '../api/types';

/** How a membership stands, as the keys of its two sentences and the dates in them. */
export interface Status {
  title: 'applicant' | 'paid' | 'member' | 'ended';
  /** Null where the first sentence says it all. */
  help: 'applicant' | 'forecast' | 'paid' | 'refused' | 'revoked' | 'lapsed' | 'left' | 'excluded' | null;
  /** The date of the first sentence, yyyy-MM-dd. */
  date: string;
  /** When the fee was paid, if it was. */
  paidOn?: string;
}

/**
 * Puts a membership into words. Membership takes effect 30 days after the fee is paid (statutes §3); until the central register has confirmed,
 * the dates are our own reckoning and are called so.
 */
export function statusOf(membership: Membership): Status {
  const { state, appliedOn, endedOn } = membership;
  const paidOn = membership.paidOn ?? undefined;
  const effectiveOn = membership.effectiveOn ?? undefined;
  switch (state) {
    case 'applicant':
      return { title: 'applicant', help: 'applicant', date: appliedOn };
    case 'paid':
      return { title: 'paid', help: membership.isForecast ? 'forecast' : 'paid', date: effectiveOn ?? appliedOn, paidOn };
    case 'member':
      return { title: 'member', help: null, date: effectiveOn ?? appliedOn, paidOn };
    case 'refused':
    case 'revoked':
    case 'lapsed':
    case 'left':
    case 'excluded':
      return { title: 'ended', help: state, date: endedOn ?? appliedOn };
    case 'deceased':
      return { title: 'ended', help: null, date: endedOn ?? appliedOn };
  }
}

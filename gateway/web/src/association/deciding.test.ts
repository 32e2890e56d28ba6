import { describe, expect, it } from 'vitest';
import type { Membership } from '../api/types';
import { possibleNow } from './deciding';

const today = '2026-11-22';
const membership = (fields: Partial<Membership>): Membership => ({ state: 'applicant', appliedOn: '2026-11-01', paidOn: null, paidUntil: null, effectiveOn: null, isForecast: true, revocableUntil: null, lapsesOn: null, endedOn: null, endReason: null, endingUndoableUntil: null, appealedOn: null, ...fields });

describe('what may be done about a membership', () => {
  it('of an applicant is to note the fee or to refuse', () => {
    expect(possibleNow(membership({}), today)).toMatchObject({ payment: true, refusal: true, revocation: false, appeal: false, undoPayment: false });
  });

  it('of one who has paid is to undo, or to revoke while the 90 days run', () => {
    const paid = membership({ state: 'paid', paidOn: '2026-11-20', revocableUntil: '2027-02-18' });
    expect(possibleNow(paid, today)).toMatchObject({ undoPayment: true, revocation: true, payment: false, daysToRevoke: 89 });
  });

  it('of a member ends with the last day of the 90', () => {
    const member = membership({ state: 'member', revocableUntil: today });
    expect(possibleNow(member, today)).toMatchObject({ revocation: true, daysToRevoke: 1 });
    expect(possibleNow(member, '2026-11-23')).toMatchObject({ revocation: false, daysToRevoke: undefined });
  });

  it('of one refused or revoked is to appeal, once', () => {
    expect(possibleNow(membership({ state: 'refused' }), today).appeal).toBe(true);
    expect(possibleNow(membership({ state: 'revoked', appealedOn: today }), today).appeal).toBe(false);
    expect(possibleNow(membership({ state: 'left', revocableUntil: '2027-01-01' }), today)).toMatchObject({ appeal: false, revocation: false });
  });
});

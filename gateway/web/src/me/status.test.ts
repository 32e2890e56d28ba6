import { describe, expect, it } from 'vitest';
import type { Membership } from '../api/types';
import { statusOf } from './status';

const membership = (fields: Partial<Membership>): Membership => ({ state: 'applicant', appliedOn: '2026-11-20', paidOn: null, paidUntil: null, effectiveOn: null, isForecast: true, revocableUntil: null, lapsesOn: null, endedOn: null, endReason: null, endingUndoableUntil: null, appealedOn: null, ...fields });

describe('the status in words', () => {
  it('of an applicant is the day of the application, and what comes next', () => {
    expect(statusOf(membership({}))).toEqual({ title: 'applicant', help: 'applicant', date: '2026-11-20' });
  });

  it('of one who has paid is the day it takes effect, called a forecast until the central register has confirmed', () => {
    const paid = membership({ state: 'paid', paidOn: '2026-11-22', effectiveOn: '2026-12-22' });
    expect(statusOf(paid)).toEqual({ title: 'paid', help: 'forecast', date: '2026-12-22', paidOn: '2026-11-22' });
    expect(statusOf({ ...paid, isForecast: false })).toMatchObject({ title: 'paid', help: 'paid' });
  });

  it('of a member is since when', () => {
    expect(statusOf(membership({ state: 'member', paidOn: '2026-01-01', effectiveOn: '2026-01-31' }))).toMatchObject({ title: 'member', help: null, date: '2026-01-31' });
  });

  it.each(['refused', 'revoked', 'lapsed', 'left'] as const)('of one that is %s is the day it ended', (state) => {
    expect(statusOf(membership({ state, endedOn: '2026-11-21' }))).toEqual({ title: 'ended', help: state, date: '2026-11-21' });
  });
});

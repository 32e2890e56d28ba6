import { describe, expect, it } from 'vitest';
import { addDays, dateOf, dayAndTime, daysBetween, longDay, month, relative, shortDay, span } from './dates';

const now = new Date('2026-11-22T13:00:00Z');

describe('dates in words', () => {
  it('say a day in full', () => {
    expect(longDay('2026-12-22', 'sv')).toBe('22 december 2026');
    expect(longDay('2026-12-22', 'en')).toBe('22 December 2026');
  });

  it('say a day shortly, without full stops', () => {
    expect(shortDay('2025-12-04', 'sv')).toBe('tors 4 dec 2025');
    expect(shortDay('2025-12-04', 'en')).toBe('Thu 4 Dec 2025');
  });

  it('say an instant by the clock in Stockholm, in winter and in summer', () => {
    expect(dayAndTime('2025-12-04T17:00:00Z', 'sv')).toBe('tors 4 dec 2025 kl. 18.00');
    expect(dayAndTime('2026-07-01T16:30:00Z', 'sv')).toBe('ons 1 juli 2026 kl. 18.30');
    expect(dayAndTime('2025-12-04T17:00:00Z', 'en')).toBe('Thu 4 Dec 2025 at 18:00');
  });

  it('put an instant late in the evening on the Swedish day', () => {
    expect(dateOf(new Date('2026-11-22T23:30:00Z'))).toBe('2026-11-23');
  });

  it('count days across the change to winter time', () => {
    expect(daysBetween('2026-10-20', '2026-11-19')).toBe(30);
    expect(addDays('2026-10-20', 30)).toBe('2026-11-19');
  });
});

describe('relative words', () => {
  it('use the unit a person would', () => {
    expect(relative('2026-11-22T13:20:00Z', now, 'sv')).toBe('om 20 minuter');
    expect(relative('2026-11-22T08:00:00Z', now, 'sv')).toBe('för 5 timmar sedan');
    expect(relative('2026-11-25T09:00:00Z', now, 'sv')).toBe('om 3 dagar');
    expect(relative('2026-11-23', now, 'sv')).toBe('i morgon');
    expect(relative('2026-11-20T09:00:00Z', now, 'en')).toBe('2 days ago');
  });

  it('say how long something is late', () => {
    expect(span(new Date('2026-11-20T13:00:00Z'), now, 'sv')).toBe('2 dygn');
    expect(span(new Date('2026-11-22T08:00:00Z'), now, 'en')).toBe('5 hours');
  });
});

describe('months', () => {
  it('are short on an axis', () => {
    expect(month('2026-11', 'sv')).toBe('nov 2026');
    expect(month('2026-11', 'sv', false)).toBe('nov');
  });
});

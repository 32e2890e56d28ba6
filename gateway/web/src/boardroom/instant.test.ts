import { describe, expect, it } from 'vitest';
import { clockOf, instantOf } from './instant';

describe('a time in Stockholm', () => {
  it('is an hour ahead in winter and two in summer', () => {
    expect([instantOf('2025-12-04', '18.00'), instantOf('2026-07-01', '9:30')]).toEqual(['2025-12-04T17:00:00.000Z', '2026-07-01T07:30:00.000Z']);
  });

  it('that never comes is refused', () => {
    expect([instantOf('2026-03-29', '02.30'), instantOf('2026-03-29', 'sex'), instantOf('', '18.00')]).toEqual([null, null, null]);
  });

  it('comes back as it was written', () => {
    expect(clockOf('2025-12-04T17:00:00Z')).toBe('18.00');
  });
});

import { describe, expect, it } from 'vitest';
import { startOf } from './time';

describe('a time in Stockholm', () => {
  it('is an hour ahead of UTC in winter and two in summer', () => {
    expect(startOf('2025-12-06', '11:00')).toBe('2025-12-06T10:00:00.000Z');
    expect(startOf('2025-06-07', '11:00')).toBe('2025-06-07T09:00:00.000Z');
  });
});

import { describe, expect, it } from 'vitest';
import { summarise } from './summarise';

const slots = ['2026-01-01T00:00:00Z', '2026-01-01T00:15:00Z', '2026-01-01T00:30:00Z', '2026-01-01T00:45:00Z'];

describe('a strip', () => {
  it('counts only the time that somebody looked', () => {
    expect(summarise([null, 0, 0.5, 0], slots)).toEqual({ wellShare: 1 - 0.5 / 3, lastUnwell: slots[2] });
  });

  it('of nothing but good says so', () => {
    expect(summarise([0, 0, 0, 0], slots)).toEqual({ wellShare: 1, lastUnwell: undefined });
  });

  it('that nobody has looked at claims nothing', () => {
    expect(summarise([null, null, null, null], slots)).toEqual({ wellShare: null, lastUnwell: undefined });
  });
});

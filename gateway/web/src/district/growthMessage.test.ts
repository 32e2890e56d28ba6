import { describe, expect, it } from 'vitest';
import type { Association } from '../api/types';
import { byLateness, growthMessage } from './growthMessage';

describe('the growth in words', () => {
  it.each([
    [41, 32, 'more', 9],
    [32, 41, 'fewer', 9],
    [7, 7, 'same', 0],
  ] as const)('%i this year against %i is %s', (joinedThisYear, joinedSamePeriodLastYear, key, difference) => {
    expect(growthMessage({ joinedThisYear, joinedSamePeriodLastYear })).toEqual({ key, difference });
  });
});

it('puts late promises first and otherwise keeps the order', () => {
  const rows = ['Arvika', 'Kil', 'Säffle', 'Årjäng'].map((name, index) => ({ name, lateCases: [0, 2, 0, 1][index] }) as Association);
  expect(byLateness(rows).map((row) => row.name)).toEqual(['Kil', 'Årjäng', 'Arvika', 'Säffle']);
});

import { describe, expect, it } from 'vitest';
import { readKm, readMoney, writeMoney } from './money';

describe('amounts', () => {
  it('are read as people write them', () => {
    expect(['420', '1 234,50', '1\u00a0234,5', '12.05', '99 kr'].map(readMoney)).toEqual([42000, 123450, 123450, 1205, 9900]);
  });

  it('are refused rather than guessed', () => {
    expect(['', '0', '-5', '1,234', '1.2.3', 'tolv', '1e5'].map(readMoney)).toEqual([null, null, null, null, null, null, null]);
  });

  it('come back as they were written', () => {
    expect([123450, 5, null].map(writeMoney)).toEqual(['1234,50', '0,05', '']);
  });

  it('of kilometres have tenths', () => {
    expect(['84,5', '84.54', '0', '', '5001'].map(readKm)).toEqual([84.5, 84.5, null, null, null]);
  });
});

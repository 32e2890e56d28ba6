import { describe, expect, it } from 'vitest';
import { asGroup, blank, conditionKinds, everybody, type Filter, isWhole } from './filter';

describe('a filter', () => {
  it('that asks nothing means everybody, and can be asked', () => {
    expect(isWhole(everybody)).toBe(true);
  });

  it('can be asked only when every condition in it is filled in', () => {
    const filled: Filter = { kind: 'association', ids: ['a'] };
    expect(isWhole({ kind: 'any', of: [filled, { kind: 'not', of: filled }] })).toBe(true);
    expect(isWhole({ kind: 'any', of: [] })).toBe(false);
    expect(isWhole({ kind: 'all', of: [filled, { kind: 'not', of: blank('gender') }] })).toBe(false);
  });

  it('of a single condition is shown as a group of one', () => {
    expect(asGroup(blank('openCase'))).toEqual({ kind: 'all', of: [{ kind: 'openCase' }] });
    expect(asGroup(everybody)).toBe(everybody);
  });

  it.each([
    [{ kind: 'memberSince', from: '2026-02-01', until: '2026-01-01' }],
    [{ kind: 'memberSince', from: null, until: null }],
    [{ kind: 'born', from: 1899, until: null }],
    [{ kind: 'born', from: 1990, until: 1980 }],
    [{ kind: 'notHeardFrom', months: null }],
    [{ kind: 'notHeardFrom', months: 121 }],
    [{ kind: 'came', months: 0 }],
    [{ kind: 'helped', months: null }],
  ] as [Filter][])('with a span that is none is not asked: %o', (filter) => {
    expect(isWhole(filter)).toBe(false);
  });

  it('begins a condition of every kind as that kind', () => {
    expect(conditionKinds.map((kind) => blank(kind).kind)).toEqual(conditionKinds);
  });
});

import { describe, expect, it } from 'vitest';
import { choose, missing, proposed } from './columns';

describe('the columns of a file', () => {
  it('begin with what the server proposes', () => {
    const heading = { name: '', samples: [], holds: false };
    expect(proposed([{ ...heading, column: 0, field: 'memberNumber' }, { ...heading, column: 1, field: null }, { ...heading, column: 2, field: 'email' }])).toEqual({ memberNumber: 0, email: 2 });
  });

  it('mean one thing each', () => {
    expect(choose({ memberNumber: 0, email: 2 }, 'phone', 2)).toEqual({ memberNumber: 0, phone: 2 });
    expect(choose({ memberNumber: 0, email: 2 }, 'email', undefined)).toEqual({ memberNumber: 0 });
  });

  it('are not enough without number and names', () => {
    expect(missing({ memberNumber: 0 })).toEqual(['givenName', 'familyName']);
    expect(missing({ memberNumber: 0, givenName: 1, familyName: 2 })).toEqual([]);
  });
});

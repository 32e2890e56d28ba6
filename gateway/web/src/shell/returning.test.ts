import { describe, expect, it } from 'vitest';
import { safeReturn, signInAddress } from './returning';

describe('the way back after signing in', () => {
  it('keeps a page of our own with its filters', () => {
    expect(safeReturn('/forening/1/medlemmar?sok=anna')).toBe('/forening/1/medlemmar?sok=anna');
    expect(signInAddress('/distrikt?a=1&b=2')).toBe('/logga-in?vidare=%2Fdistrikt%3Fa%3D1%26b%3D2');
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '', null])('refuses %s', (address) => {
    expect(safeReturn(address)).toBeUndefined();
  });

  it('does not lead round in a circle', () => {
    expect(safeReturn('/logga-in?vidare=/x')).toBeUndefined();
    expect(safeReturn('/andra-faktor')).toBeUndefined();
  });
});

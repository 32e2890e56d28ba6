import { describe, expect, it } from 'vitest';
import { dark, light, type Palette } from './tokens';

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

describe.each([['light', light], ['dark', dark]] as [string, Palette][])('the %s palette', (_, palette) => {
  it.each(['text', 'dim', 'accent', 'amber', 'green'] as const)('has %s readable on page, surface and tint', (ink) => {
    for (const ground of [palette.page, palette.surface, palette.tint]) expect(contrast(palette[ink], ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('has words readable on their own tints', () => {
    expect(contrast(palette.accent, palette.accentTint)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.amber, palette.amberTint)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.green, palette.greenTint)).toBeGreaterThanOrEqual(4.5);
  });

  it('has white readable on the red, also when hovered', () => {
    expect(contrast('#ffffff', palette.accentFill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast('#ffffff', palette.accentFillHover)).toBeGreaterThanOrEqual(4.5);
  });

  it('shows where a field is, and the focus', () => {
    expect(contrast(palette.fieldLine, palette.page)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.fieldLine, palette.surface)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.focus, palette.page)).toBeGreaterThanOrEqual(3);
  });
});

import type { Association, Growth } from '../api/types';

/** What the growth chart says, as its title: how many joined this year, and how that stands against last year at the same time. */
export function growthMessage({ joinedThisYear, joinedSamePeriodLastYear }: Pick<Growth, 'joinedThisYear' | 'joinedSamePeriodLastYear'>): { key: 'more' | 'fewer' | 'same'; difference: number } {
  const difference = joinedThisYear - joinedSamePeriodLastYear;
  return { key: difference > 0 ? 'more' : difference < 0 ? 'fewer' : 'same', difference: Math.abs(difference) };
}

/** The associations with the most late promises first; where none is late, the order they came in (Swedish, by name). */
export function byLateness(associations: Association[]): Association[] {
  return [...associations].sort((one, other) => other.lateCases - one.lateCases);
}

import type { Ladder } from '../api/types';

export type LadderQuarter = Ladder['quarters'][number];
export type Counts = Ladder['now'];
export type Rung = keyof Counts;

/** From the lowest rung to the highest. */
export const rungs: Rung[] = ['joined', 'came', 'helped', 'holds'];

export const membersOf = (counts: Counts) => rungs.reduce((sum, rung) => sum + counts[rung], 0);

/** Those above the lowest rung. */
export const takingPart = (counts: Counts) => membersOf(counts) - counts.joined;

/** "2026 Q3" */
export const nameOf = (quarter: Pick<LadderQuarter, 'name'>) => quarter.name.replace('-', ' ');

/** How many went between two rungs; null is outside the ladder. */
export const peopleBetween = (quarter: Pick<LadderQuarter, 'steps'>, from: Rung | null, to: Rung | null) =>
  quarter.steps.find((step) => (step.from ?? null) === from && (step.to ?? null) === to)?.people ?? 0;

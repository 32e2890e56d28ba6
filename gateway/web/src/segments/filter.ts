import type { Gender, HelpWay } from '../api/types';

export type ContactWay = 'email' | 'phone' | 'post';
export type CurrentState = 'applicant' | 'paid' | 'member';

/** One thing that a filter can ask of a person; what is null is not filled in yet. */
export type Condition =
  | { kind: 'association'; ids: string[] }
  | { kind: 'municipality'; codes: string[] }
  | { kind: 'state'; states: CurrentState[] }
  | { kind: 'memberSince'; from: string | null; until: string | null }
  | { kind: 'assignment'; kinds: string[] }
  | { kind: 'interest'; ways: HelpWay[] }
  | { kind: 'skill'; ids: string[] }
  | { kind: 'born'; from: number | null; until: number | null }
  | { kind: 'gender'; genders: Gender[] }
  | { kind: 'language'; language: 'sv' | 'en' }
  | { kind: 'reachedBy'; way: ContactWay }
  | { kind: 'openCase' }
  | { kind: 'notHeardFrom'; months: number | null }
  | { kind: 'came'; months: number | null }
  | { kind: 'helped'; months: number | null };

export type Group = { kind: 'all' | 'any'; of: Filter[] };

/** A question to the register, as the service reads it. */
export type Filter = Condition | Group | { kind: 'not'; of: Filter };

export type ConditionKind = Condition['kind'];

export const everybody: Group = { kind: 'all', of: [] };

/** A condition of a kind before anything is chosen. */
const blanks: { [K in ConditionKind]: Extract<Condition, { kind: K }> } = {
  association: { kind: 'association', ids: [] },
  municipality: { kind: 'municipality', codes: [] },
  state: { kind: 'state', states: ['member'] },
  memberSince: { kind: 'memberSince', from: null, until: null },
  assignment: { kind: 'assignment', kinds: [] },
  interest: { kind: 'interest', ways: [] },
  skill: { kind: 'skill', ids: [] },
  born: { kind: 'born', from: null, until: null },
  gender: { kind: 'gender', genders: [] },
  language: { kind: 'language', language: 'sv' },
  reachedBy: { kind: 'reachedBy', way: 'email' },
  openCase: { kind: 'openCase' },
  notHeardFrom: { kind: 'notHeardFrom', months: 6 },
  came: { kind: 'came', months: 12 },
  helped: { kind: 'helped', months: 12 },
};

export const conditionKinds = Object.keys(blanks) as ConditionKind[];
export const blank = (kind: ConditionKind): Condition => blanks[kind];
export const isGroup = (filter: Filter): filter is Group => filter.kind === 'all' || filter.kind === 'any';

/** A filter as a group at the top, which is how the page shows every filter. */
export const asGroup = (filter: Filter): Group => (isGroup(filter) ? filter : { kind: 'all', of: [filter] });

/** Whether everything is filled in, so that the register can be asked. */
export function isWhole(filter: Filter): boolean {
  switch (filter.kind) {
    case 'all':
      return filter.of.every(isWhole);
    case 'any':
      return filter.of.length > 0 && filter.of.every(isWhole);
    case 'not':
      return isWhole(filter.of);
    case 'association':
    case 'skill':
      return filter.ids.length > 0;
    case 'municipality':
      return filter.codes.length > 0;
    case 'state':
      return filter.states.length > 0;
    case 'gender':
      return filter.genders.length > 0;
    case 'memberSince':
      return (filter.from ?? filter.until) !== null && !(filter.from && filter.until && filter.from > filter.until);
    case 'born':
      return (filter.from ?? filter.until) !== null && [filter.from, filter.until].every((year) => year === null || (year >= 1900 && year <= 2100)) && !(filter.from && filter.until && filter.from > filter.until);
    case 'notHeardFrom':
    case 'came':
    case 'helped':
      return filter.months !== null && filter.months >= 1 && filter.months <= 120;
    default:
      return true;
  }
}

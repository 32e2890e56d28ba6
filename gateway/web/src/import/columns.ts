import type { CentralField, FileHeading } from '../api/types';
import type { Columns } from './data';

/** What a column can mean, in the order of the form; the first three are needed. */
export const fields: CentralField[] = [
  'memberNumber', 'givenName', 'familyName', 'email', 'phone', 'postalCode', 'municipality', 'association', 'gender', 'birthYear', 'memberSince', 'paidUntil',
];
export const needed: CentralField[] = ['memberNumber', 'givenName', 'familyName'];

/** What the server proposes: what was chosen the last time, else what the headings seem to say. */
export function proposed(headings: FileHeading[]): Columns {
  return Object.fromEntries(headings.flatMap((heading) => (heading.field ? [[heading.field, heading.column]] : [])));
}

/** Each column means one thing: choosing one for a field takes it from any other. */
export function choose(columns: Columns, field: CentralField, column: number | undefined): Columns {
  const rest = Object.entries(columns).filter(([other, its]) => other !== field && its !== column);
  return Object.fromEntries(column === undefined ? rest : [...rest, [field, column]]);
}

export const missing = (columns: Columns): CentralField[] => needed.filter((field) => columns[field] === undefined);

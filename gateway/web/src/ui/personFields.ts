import type { Gender, HelpWay, Me, PersonEdit } from '../api/types';
import { showPhone } from './phone';
import { postalCodeOf } from './personRules';

export const helpWays: HelpWay[] = ['leaflets', 'phoneCalls', 'events', 'studies', 'socialMedia', 'drive', 'organise', 'candidate', 'other'];
export const genders: Gender[] = ['woman', 'man', 'other', 'notStated'];

/** A person's data as it is filled in: texts, until it is sent. */
export interface PersonFields {
  givenName: string;
  familyName: string;
  phone: string;
  postalCode: string;
  municipalityCode: string;
  gender: Gender;
  birthYear: string;
  helpWith: HelpWay[];
  language: string;
}

export function personFields(person: Me): PersonFields {
  return {
    givenName: person.givenName,
    familyName: person.familyName,
    phone: person.phone ? showPhone(person.phone) : '',
    postalCode: person.postalCode ?? '',
    municipalityCode: person.municipalityCode ?? '',
    gender: person.gender,
    birthYear: person.birthYear?.toString() ?? '',
    helpWith: person.helpWith,
    language: person.language,
  };
}

/** What is sent: what was left empty is left out. */
export function editOf(fields: PersonFields): PersonEdit {
  return {
    givenName: fields.givenName.trim(),
    familyName: fields.familyName.trim(),
    phone: fields.phone.trim() || null,
    postalCode: postalCodeOf(fields.postalCode) ?? null,
    municipalityCode: fields.municipalityCode || null,
    gender: fields.gender,
    birthYear: fields.birthYear.trim() ? Number(fields.birthYear) : null,
    helpWith: fields.helpWith,
    language: fields.language === 'en' ? 'en' : 'sv',
  };
}

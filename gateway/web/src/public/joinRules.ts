import type { Application, Gender, HelpWay } from '../api/types';
import type { Language } from '../i18n/i18n';

/** The form as it is filled in: texts, until it is sent. */
export interface JoinForm {
  givenName: string;
  familyName: string;
  email: string;
  phone: string;
  postalCode: string;
  municipalityCode: string;
  gender: Gender | '';
  birthYear: string;
  helpWith: HelpWay[];
  message: string;
  acceptsStatutes: boolean;
}

export const emptyForm: JoinForm = {
  givenName: '',
  familyName: '',
  email: '',
  phone: '',
  postalCode: '',
  municipalityCode: '',
  gender: '',
  birthYear: '',
  helpWith: [],
  message: '',
  acceptsStatutes: false,
};

export const helpWays: HelpWay[] = ['leaflets', 'phoneCalls', 'events', 'studies', 'socialMedia', 'drive', 'organise', 'candidate', 'other'];
export const genders: Gender[] = ['woman', 'man', 'other', 'notStated'];

/** What is wrong with a field, as the last part of the text's key. */
export type JoinFault = 'givenName' | 'familyName' | 'email' | 'phone' | 'postalCode' | 'municipality' | 'birthYear' | 'message' | 'statutes';

/** The rules the server also holds; here so that a slip is told while the field is in view. */
export const joinRules = {
  givenName: (value: string) => (value.trim() ? null : 'givenName'),
  familyName: (value: string) => (value.trim() ? null : 'familyName'),
  email: (value: string) => (isEmail(value) ? null : 'email'),
  phone: (value: string) => (!value.trim() || isPhone(value) ? null : 'phone'),
  postalCode: (value: string) => (!value.trim() || postalCodeOf(value) ? null : 'postalCode'),
  municipalityCode: (value: string) => (value ? null : 'municipality'),
  birthYear: (value: string) => (!value.trim() || isBirthYear(value) ? null : 'birthYear'),
  message: (value: string) => (value.trim().length <= 1000 ? null : 'message'),
  acceptsStatutes: (value: boolean) => (value ? null : 'statutes'),
} satisfies { [F in keyof JoinForm]?: (value: JoinForm[F]) => JoinFault | null };

/** One @, something before it, a dotted domain after it, no spaces, at most 254 characters. */
export function isEmail(text: string): boolean {
  const address = text.trim();
  return address.length <= 254 && /^[^\s@"(),<>]{1,64}@[^\s@"(),<>.]+(\.[^\s@"(),<>.]+)+$/.test(address);
}

/** A number one can dial: 7 to 15 digits, written with the signs people use. */
export function isPhone(text: string): boolean {
  return /^\+?[\d\s()-]+$/.test(text.trim()) && /^\d{7,15}$/.test(text.replace(/\D/g, ''));
}

/** The five digits of a postal code, or undefined when it is none. */
export function postalCodeOf(text: string): string | undefined {
  return /^\s*(\d{3})\s?(\d{2})\s*$/.exec(text)?.slice(1).join('');
}

export function isBirthYear(text: string, thisYear = new Date().getFullYear()): boolean {
  const year = Number(text.trim());
  return /^\d{4}$/.test(text.trim()) && year >= thisYear - 120 && year <= thisYear;
}

/** What is sent: what was left empty is left out. */
export function toApplication(form: JoinForm, language: Language): Application {
  return {
    givenName: form.givenName.trim(),
    familyName: form.familyName.trim(),
    email: form.email.trim(),
    phone: form.phone.trim() || null,
    postalCode: postalCodeOf(form.postalCode) ?? null,
    municipalityCode: form.municipalityCode || null,
    gender: form.gender || null,
    birthYear: form.birthYear.trim() ? Number(form.birthYear) : null,
    helpWith: form.helpWith,
    message: form.message.trim() || null,
    language,
    acceptsStatutes: form.acceptsStatutes,
  };
}

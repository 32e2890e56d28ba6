import type { Application, Gender, HelpWay } from '../api/types';
import type { Language } from '../i18n/i18n';
import { isBirthYear, isEmail, isPhone, postalCodeOf } from '../ui/personRules';

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

/** What is sent: what was left empty is left out. */
export function toApplication(form: JoinForm, language: Language): Application {
  return {
    givenName: form.givenName.trim(),
    familyName: form.familyName.trim(),
    email: form.email.trim(),
    phone: form.phone.trim() || null,
    postalCode: postalCodeOf(form.postalCode) ?? null,
    municipalityCode: form.municipalityCode || null,
    gender: form.gender || 'notStated',
    birthYear: form.birthYear.trim() ? Number(form.birthYear) : null,
    helpWith: form.helpWith,
    message: form.message.trim() || null,
    language,
    acceptsStatutes: form.acceptsStatutes,
  };
}

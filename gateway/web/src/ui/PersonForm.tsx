import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMunicipalities } from '../api/associations';
import { asProblem, fieldErrors } from '../api/problem';
import type { Gender, HelpWay, Me, PersonEdit } from '../api/types';
import { ErrorSummary } from './ErrorSummary';
import { editOf, genders, helpWays, type PersonFields, personFields } from './personFields';
import { isBirthYear, isPhone, postalCodeOf } from './personRules';
import { ProblemNote } from './ProblemNote';
import { type Rules, useFields } from './useFields';
import { useTexts } from './useTexts';

interface Props {
  person: Me;
  save: (edit: PersonEdit) => void;
  saving: boolean;
  error: unknown;
  /** Asked for when somebody else has changed the person in the meantime. */
  reload: () => void;
}

/** What a person may correct about themselves, and the association's officers about the person. */
export function PersonForm({ person, save, saving, error, reload }: Props) {
  const t = useTexts('words');
  const { data: municipalities = [] } = useMunicipalities();
  const rules: Rules<PersonFields> = {
    givenName: (value) => (value.trim() ? null : t('words:person.fault.givenName')),
    familyName: (value) => (value.trim() ? null : t('words:person.fault.familyName')),
    phone: (value) => (!value.trim() || isPhone(value) ? null : t('words:person.fault.phone')),
    postalCode: (value) => (!value.trim() || postalCodeOf(value) ? null : t('words:person.fault.postalCode')),
    birthYear: (value) => (!value.trim() || isBirthYear(value) ? null : t('words:person.fault.birthYear')),
  };
  const form = useFields<PersonFields>(() => personFields(person), rules);
  const { helpWith } = form.values;
  const refused = error ? { ...fieldErrors(asProblem(error)), ...form.errors } : form.errors;
  const optional = (label: string) => t('common:form.optional', { label });
  const choices = <V extends string>(values: V[], words: (value: V) => string) => values.map((value) => ({ value, label: words(value) }));

  return (
    <form className="form" noValidate onSubmit={form.submit((values) => save(editOf(values)))}>
      <ErrorSummary errors={refused} attempt={form.attempt + (error ? 1 : 0)} />
      <TextInput label={t('words:person.givenName')} autoComplete="given-name" maxLength={100} {...form.text('givenName')} />
      <TextInput label={t('words:person.familyName')} autoComplete="family-name" maxLength={100} {...form.text('familyName')} />
      {/* Whoever does not see how somebody is reached does not edit it either: the server keeps it as it is. */}
      {!person.protection?.isHidden && (
        <>
          <TextInput label={optional(t('words:person.phone'))} type="tel" autoComplete="tel" maxLength={30} {...form.text('phone')} />
          <TextInput label={optional(t('words:person.postalCode'))} inputMode="numeric" autoComplete="postal-code" maxLength={7} {...form.text('postalCode')} />
          <NativeSelect label={optional(t('words:person.municipality'))} data={[{ value: '', label: t('words:person.notStated') }, ...municipalities.map((row) => ({ value: row.code, label: row.name }))]} {...form.text('municipalityCode')} />
        </>
      )}
      <TextInput label={optional(t('words:person.birthYear'))} inputMode="numeric" maxLength={4} {...form.text('birthYear')} />
      <NativeSelect label={optional(t('words:person.gender'))} description={t('words:person.genderHelp')} data={choices<Gender>(genders, (value) => t(`common:gender.${value}`))} {...form.text('gender')} />
      <NativeSelect label={t('words:person.language')} data={choices(['sv', 'en'], (value) => (value === 'sv' ? t('words:person.sv') : t('words:person.en')))} {...form.text('language')} />
      <fieldset>
        <legend>{optional(t('words:person.helpWith'))}</legend>
        <div style={{ display: 'grid', gap: '0.75rem', marginTop: '0.75rem' }}>
          {helpWays.map((way: HelpWay) => (
            <Checkbox key={way} label={t(`common:helpWay.${way}`)} checked={helpWith.includes(way)} onChange={(event) => form.set('helpWith', event.currentTarget.checked ? [...helpWith, way] : helpWith.filter((one) => one !== way))} />
          ))}
        </div>
      </fieldset>
      {error !== null && error !== undefined && <ProblemNote error={error} kept={asProblem(error).status !== 412} />}
      <div className="row-of-buttons">
        <Button type="submit" loading={saving}>
          {t('words:person.saveVerb')}
        </Button>
        {asProblem(error).status === 412 && (
          <Button variant="default" onClick={reload}>
            {t('words:person.reload')}
          </Button>
        )}
      </div>
    </form>
  );
}

import { NativeSelect, TextInput } from '@mantine/core';
import type { Fields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { genders } from '../ui/personFields';
import type { JoinForm } from './joinRules';

/** What is asked for and may be left out, each with its reason. */
export function AboutFields({ form }: { form: Fields<JoinForm> }) {
  const t = useTexts('public');
  return (
    <>
      <TextInput label={t('common:form.optional', { label: t('public:join.birthYear') })} description={t('public:join.birthYearHelp')} inputMode="numeric" autoComplete="bday-year" maxLength={4} {...form.text('birthYear')} />
      <NativeSelect
        label={t('common:form.optional', { label: t('public:join.gender') })}
        description={t('public:join.genderHelp')}
        data={[{ value: '', label: t('public:join.genderChoose') }, ...genders.map((gender) => ({ value: gender, label: t(`common:gender.${gender}`) }))]}
        {...form.text('gender')}
      />
    </>
  );
}

import { TextInput } from '@mantine/core';
import type { Fields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import type { JoinForm } from './joinRules';

/** Who it is, and how to reach the person. */
export function PersonFields({ form }: { form: Fields<JoinForm> }) {
  const t = useTexts('public');
  return (
    <>
      <TextInput label={t('public:join.givenName')} autoComplete="given-name" maxLength={100} {...form.text('givenName')} />
      <TextInput label={t('public:join.familyName')} autoComplete="family-name" maxLength={100} {...form.text('familyName')} />
      <TextInput type="email" label={t('public:join.email')} description={t('public:join.emailHelp')} autoComplete="email" maxLength={254} {...form.text('email')} />
      <TextInput type="tel" label={t('common:form.optional', { label: t('public:join.phone') })} description={t('public:join.phoneHelp')} autoComplete="tel" maxLength={30} {...form.text('phone')} />
    </>
  );
}

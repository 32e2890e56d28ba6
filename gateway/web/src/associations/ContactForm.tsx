import { NativeSelect, TextInput } from '@mantine/core';
import { useMunicipalities } from '../api/associations';
import { asProblem, fieldErrors } from '../api/problem';
import type { Profile } from '../api/types';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { isPhone, postalCodeOf } from '../ui/personRules';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useEditAssociation, useEditContact } from './data';

/** How the association is reached; for the district also its name, municipality and number. */
export function ContactForm({ profile, full, close }: { profile: Profile; full: boolean; close: () => void }) {
  const t = useTexts('associations');
  const { tell } = useNotices();
  const { data: municipalities = [] } = useMunicipalities();
  const contact = useEditContact(profile.id);
  const all = useEditAssociation(profile.id);
  const sending = full ? all : contact;
  const form = useFields(
    {
      name: profile.name, municipalityCode: profile.municipalityCode ?? '', organisationNumber: profile.organisationNumber ?? '', email: profile.email ?? '', phone: profile.phone ?? '', web: profile.web ?? '',
      address: profile.address ?? '', postalCode: profile.postalCode ?? '', town: profile.town ?? '', meetingPlace: profile.meetingPlace ?? '', giro: profile.giro ?? '',
    },
    {
      name: (value) => (value.trim() ? null : t('associations:form.nameFault')),
      phone: (value) => (!value.trim() || isPhone(value) ? null : t('words:person.fault.phone')),
      postalCode: (value) => (!value.trim() || postalCodeOf(value) ? null : t('words:person.fault.postalCode')),
      web: (value) => (!value.trim() || /^https?:\/\/\S+\.\S+$/.test(value.trim()) ? null : t('associations:form.webFault')),
    },
  );
  const optional = (label: string) => t('common:form.optional', { label });

  function send(values: typeof form.values) {
    const text = (value: string) => value.trim() || null;
    const ways = {
      email: text(values.email), phone: text(values.phone), web: text(values.web), address: text(values.address), postalCode: text(values.postalCode), town: text(values.town),
      meetingPlace: text(values.meetingPlace), giro: text(values.giro),
    };
    const answered = {
      onSuccess: () => {
        close();
        tell(t('associations:form.saved'));
      },
      onError: (error: unknown) => form.refuse(fieldErrors(asProblem(error))),
    };
    if (full) all.mutate({ edit: { ...ways, name: values.name.trim(), municipalityCode: text(values.municipalityCode), organisationNumber: text(values.organisationNumber) }, version: profile.version }, answered);
    else contact.mutate({ edit: ways, version: profile.version }, answered);
  }

  return (
    <form className="form no-print" noValidate onSubmit={form.submit(send)}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {full && (
        <>
          <TextInput label={t('associations:form.name')} maxLength={100} {...form.text('name')} />
          {!profile.isDistrict && (
            <NativeSelect label={t('associations:form.municipality')} description={t('associations:form.municipalityHelp')} data={[{ value: '', label: t('associations:form.noMunicipality') }, ...municipalities.map((row) => ({ value: row.code, label: row.name }))]} {...form.text('municipalityCode')} />
          )}
          <TextInput label={optional(t('associations:form.organisationNumber'))} description={t('associations:form.organisationHelp')} inputMode="numeric" maxLength={11} {...form.text('organisationNumber')} />
        </>
      )}
      <TextInput label={optional(t('associations:form.email'))} type="email" maxLength={254} {...form.text('email')} />
      <TextInput label={optional(t('associations:form.phone'))} type="tel" maxLength={30} {...form.text('phone')} />
      <TextInput label={optional(t('associations:form.web'))} type="url" placeholder="https://" maxLength={300} {...form.text('web')} />
      <TextInput label={optional(t('associations:form.address'))} maxLength={200} {...form.text('address')} />
      <TextInput label={optional(t('words:person.postalCode'))} inputMode="numeric" maxLength={7} {...form.text('postalCode')} />
      <TextInput label={optional(t('associations:form.town'))} maxLength={100} {...form.text('town')} />
      <TextInput label={optional(t('associations:form.meetingPlace'))} maxLength={200} {...form.text('meetingPlace')} />
      <TextInput label={optional(t('associations:form.giro'))} inputMode="numeric" maxLength={9} {...form.text('giro')} />
      {sending.error && Object.keys(form.errors).length === 0 && <ProblemNote error={sending.error} kept />}
      <SubmitOrCancel verb={t('associations:save')} pending={sending.isPending} cancel={close} />
    </form>
  );
}

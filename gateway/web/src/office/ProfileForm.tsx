import { Checkbox, InputBase, TextInput } from '@mantine/core';
import { asProblem, fieldErrors } from '../api/problem';
import type { ElectedProfile } from '../api/types';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useWriteOwnProfile, useWriteProfile } from './data';

/** What a profile says. The person's own form asks whether it may be shown. */
export function ProfileForm({ profile, own, close }: { profile: ElectedProfile; own: boolean; close: () => void }) {
  const t = useTexts('office');
  const { tell } = useNotices();
  const writeOwn = useWriteOwnProfile(profile.profileId);
  const writeAnothers = useWriteProfile(profile.profileId);
  const sending = own ? writeOwn : writeAnothers;
  const form = useFields(
    { area: profile.area ?? '', text: profile.text, email: profile.email ?? '', phone: profile.phone ?? '', web: profile.web ?? '', consents: profile.hasConsent },
    { email: (value) => (!value.trim() || value.includes('@') ? null : t('office:profile.emailFault')), web: (value) => (!value.trim() || /^https?:\/\/./.test(value.trim()) ? null : t('office:profile.webFault')) },
  );
  const optional = (label: string) => t('common:form.optional', { label });
  return (
    <form
      className="form no-print"
      style={{ marginTop: '1rem' }}
      noValidate
      onSubmit={form.submit(({ consents, ...texts }) => {
        const content = { area: texts.area.trim() || null, text: texts.text.trim() || null, email: texts.email.trim() || null, phone: texts.phone.trim() || null, web: texts.web.trim() || null };
        const answered = {
          onSuccess: () => {
            close();
            tell(t('office:profiles.saved'));
          },
          onError: (error: unknown) => form.refuse(fieldErrors(asProblem(error))),
        };
        if (own) writeOwn.mutate({ profile: { ...content, consents }, read: profile.version }, answered);
        else writeAnothers.mutate({ profile: content, read: profile.version }, answered);
      })}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput label={optional(t('office:profile.area'))} description={t('office:profile.areaHelp')} maxLength={100} {...form.text('area')} />
      <InputBase component="textarea" multiline rows={6} maxLength={2000} label={t('office:profile.text')} description={t('office:profile.textHelp')} {...form.text('text')} />
      <TextInput type="email" label={optional(t('office:profile.email'))} maxLength={254} {...form.text('email')} />
      <TextInput type="tel" label={optional(t('office:profile.phone'))} maxLength={30} {...form.text('phone')} />
      <TextInput type="url" label={optional(t('office:profile.web'))} maxLength={300} {...form.text('web')} />
      {own && <Checkbox label={t('office:profile.consents')} description={t('office:profile.consentHelp')} {...form.box('consents')} />}
      {sending.error && Object.keys(form.errors).length === 0 && <ProblemNote error={sending.error} kept />}
      <SubmitOrCancel verb={t('office:profile.save')} pending={sending.isPending} cancel={close} />
    </form>
  );
}

import { Checkbox, InputBase, TextInput, Title } from '@mantine/core';
import { asProblem, fieldErrors } from '../api/problem';
import type { Committee } from '../api/types';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useAddCommittee, useEditCommittee } from './data';

/** A committee's name and purpose; of a new one also whether it is the nomination committee. */
export function CommitteeForm({ committee, close }: { committee?: Committee; close: () => void }) {
  const t = useTexts('associations');
  const { tell } = useNotices();
  const add = useAddCommittee();
  const edit = useEditCommittee(committee?.id ?? '');
  const sending = committee ? edit : add;
  const form = useFields({ name: committee?.name ?? '', purpose: committee?.purpose ?? '', isNominating: false }, { name: (value) => (value.trim() ? null : t('associations:form.nameFault')) });
  return (
    <form
      className="form no-print"
      style={{ marginTop: '1.25rem' }}
      noValidate
      onSubmit={form.submit(({ name, purpose, isNominating }) => {
        const answered = {
          onSuccess: () => {
            close();
            tell(t('associations:committees.saved', { name: name.trim() }));
          },
          onError: (error: unknown) => form.refuse(fieldErrors(asProblem(error))),
        };
        const content = { name: name.trim(), purpose: purpose.trim() || null };
        if (committee) edit.mutate({ ...content, version: committee.version }, answered);
        else add.mutate({ ...content, isNominating }, answered);
      })}
    >
      {!committee && <Title order={2}>{t('associations:committees.add')}</Title>}
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput label={t('associations:form.name')} maxLength={100} {...form.text('name')} />
      <InputBase component="textarea" multiline rows={3} maxLength={2000} label={t('common:form.optional', { label: t('associations:committees.purpose') })} {...form.text('purpose')} />
      {!committee && <Checkbox label={t('associations:committees.isNominating')} {...form.box('isNominating')} />}
      {sending.error && Object.keys(form.errors).length === 0 && <ProblemNote error={sending.error} kept />}
      <SubmitOrCancel verb={t('associations:save')} pending={sending.isPending} cancel={close} />
    </form>
  );
}

import { Button, InputBase, NativeSelect, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMunicipalities } from '../api/associations';
import { asProblem, fieldErrors } from '../api/problem';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useFound } from './data';

/** Begins a new association: it is forming until somebody says that it is active. */
export function Found() {
  const t = useTexts('associations');
  const [open, setOpen] = useState(false);
  return open ? (
    <Form close={() => setOpen(false)} />
  ) : (
    <p style={{ marginBottom: '1.5rem' }}>
      <Button className="no-print" onClick={() => setOpen(true)}>
        {t('associations:found.open')}
      </Button>
    </p>
  );
}

function Form({ close }: { close: () => void }) {
  const t = useTexts('associations');
  const { tell } = useNotices();
  const go = useNavigate();
  const { data: municipalities = [] } = useMunicipalities();
  const found = useFound();
  const form = useFields({ name: 'Vänsterpartiet ', municipalityCode: '', reason: '' }, { name: (value) => (value.trim() && value.trim() !== 'Vänsterpartiet' ? null : t('associations:form.nameFault')) });
  return (
    <form
      className="form no-print"
      style={{ marginBottom: '2rem' }}
      noValidate
      onSubmit={form.submit(({ name, municipalityCode, reason }) =>
        found.mutate(
          { name: name.trim(), municipalityCode: municipalityCode || null, reason: reason.trim() || null },
          {
            onSuccess: ({ id }) => {
              tell(t('associations:found.done', { name: name.trim() }));
              void go(`/forening/${id}/om`);
            },
            onError: (error) => form.refuse(fieldErrors(asProblem(error))),
          },
        ),
      )}
    >
      <Title order={2}>{t('associations:found.open')}</Title>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput label={t('associations:form.name')} maxLength={100} {...form.text('name')} />
      <NativeSelect label={t('associations:form.municipality')} description={t('associations:form.municipalityHelp')} data={[{ value: '', label: t('associations:form.noMunicipality') }, ...municipalities.map((row) => ({ value: row.code, label: row.name }))]} {...form.text('municipalityCode')} />
      <InputBase component="textarea" multiline rows={3} maxLength={2000} label={t('common:form.optional', { label: t('associations:form.why') })} {...form.text('reason')} />
      {found.error && Object.keys(form.errors).length === 0 && <ProblemNote error={found.error} kept />}
      <SubmitOrCancel verb={t('associations:found.verb')} pending={found.isPending} cancel={close} />
    </form>
  );
}

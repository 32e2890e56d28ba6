import { Button, InputBase, NativeSelect, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PrivacyMake } from '../api/types';
import { FindPerson } from '../district/FindPerson';
import { useCodes } from '../i18n/codes';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useMake } from './data';
import { processings } from './processings';

const kinds = ['access', 'correction', 'objection', 'erasure'] as const;

/** Somebody has asked by phone, letter or in person. */
export function MakeRequest() {
  const t = useTexts('privacy');
  const [open, setOpen] = useState(false);
  return (
    <section className="section no-print">
      <Title order={2}>{t('privacy:desk.new')}</Title>
      {open ? <MakeForm cancel={() => setOpen(false)} /> : <Button onClick={() => setOpen(true)}>{t('privacy:desk.newVerb')}</Button>}
    </section>
  );
}

function MakeForm({ cancel }: { cancel: () => void }) {
  const t = useTexts('privacy');
  const codes = useCodes();
  const navigate = useNavigate();
  const make = useMake();
  const form = useFields(
    { memberId: '', name: '', kind: 'access', processing: processings[0] as string, wish: '', identityNote: '' },
    { memberId: (value) => (value ? null : t('privacy:desk.person')), identityNote: (value) => (value.trim() ? null : t('privacy:desk.identityHelp')) },
  );
  const { kind } = form.values;
  return (
    <form
      className="form"
      noValidate
      onSubmit={form.submit(({ memberId, processing, wish, identityNote }) =>
        make.mutate(
          { memberId, kind: kind as PrivacyMake['kind'], processing: kind === 'objection' ? (processing as PrivacyMake['processing']) : null, wish: wish.trim() || null, identityNote },
          { onSuccess: ({ request }) => void navigate(`/distrikt/dataskydd/${request.requestId}`) },
        ),
      )}
    >
      <FindPerson
        chosen={form.values.name}
        error={form.errors.memberId}
        choose={(person) => {
          form.set('memberId', person?.memberId ?? '');
          form.set('name', person?.name ?? '');
        }}
      />
      <NativeSelect label={t('privacy:desk.kind')} data={kinds.map((value) => ({ value, label: codes('privacyKind', value) }))} {...form.text('kind')} />
      {kind === 'objection' && <NativeSelect label={t('privacy:mine.object')} data={processings.map((value) => ({ value, label: codes('processing', value) }))} {...form.text('processing')} />}
      <InputBase component="textarea" multiline rows={3} maxLength={2000} label={t('privacy:request.wish')} {...form.text('wish')} />
      <TextInput label={t('privacy:desk.identity')} description={t('privacy:desk.identityHelp')} maxLength={500} {...form.text('identityNote')} />
      {make.error && <ProblemNote error={make.error} kept />}
      <SubmitOrCancel verb={t('privacy:desk.newVerb')} pending={make.isPending} cancel={cancel} />
    </form>
  );
}

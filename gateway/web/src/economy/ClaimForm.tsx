import { InputBase, NativeSelect, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useNow } from '../api/clock';
import { onceKey } from '../api/onceKey';
import { asProblem, fieldErrors } from '../api/problem';
import type { Claim, ClaimChoices, ClaimContent } from '../api/types';
import { dateOf } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { forgetDraft, readDraft, useDraft } from '../ui/useDraft';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { type LineDraft, Lines, newLine, readLines } from './ClaimLines';
import { useAddClaim, useChangeClaim, useClaimChoices } from './data';
import { writeMoney } from './money';

interface Draft {
  purpose: string;
  costCentre: string;
  payKind: 'bank' | 'bankgiro' | 'plusgiro';
  payNumber: string;
  lines: LineDraft[];
}

const name = 'utlagg';

/** Begins a claim; what is written survives a reload. Receipts are added to the draft. */
export function NewClaim({ close }: { close: () => void }) {
  const t = useTexts('economy');
  const { tell } = useNotices();
  const go = useNavigate();
  const choices = useClaimChoices();
  const add = useAddClaim();
  const [keyFor] = useState(onceKey);
  const today = dateOf(useNow());
  const end = () => {
    forgetDraft(name);
    close();
  };
  return (
    <Answered query={choices} rows={4}>
      {(found) => (
        <Form
          title={t('economy:own.new')}
          draft={name}
          choices={found}
          payTo={found.payTo}
          initial={{ purpose: '', costCentre: found.costCentres[0]?.code ?? '', payKind: 'bank', payNumber: '', lines: [newLine('expense', today)], ...readDraft<Draft>(name) }}
          pending={add.isPending}
          error={add.error}
          send={async (content) => {
            const claim = await add.mutateAsync({ content, key: keyFor(content) });
            end();
            tell(t('economy:own.saved'));
            void go(`/min-sida/utlagg/${claim.claim.claimId}`);
          }}
          cancel={end}
        />
      )}
    </Answered>
  );
}

export function EditClaim({ claim, close }: { claim: Claim; close: () => void }) {
  const t = useTexts('economy');
  const { tell } = useNotices();
  const choices = useClaimChoices();
  const change = useChangeClaim(claim.claim.claimId);
  const lines = claim.lines.map((line): LineDraft => ({
    kind: line.kind, on: line.on, text: line.text, account: String(line.account), amount: writeMoney(line.amount), from: line.from ?? '', to: line.to ?? '', km: line.km === null ? '' : String(line.km).replace('.', ','),
  }));
  return (
    <Answered query={choices} rows={4}>
      {(found) => (
        <Form
          title={t('economy:own.edit')}
          choices={found}
          payTo={claim.payTo}
          initial={{ purpose: claim.claim.purpose, costCentre: claim.claim.costCentre, payKind: 'bank', payNumber: '', lines }}
          pending={change.isPending}
          error={change.error}
          send={async (content) => {
            await change.mutateAsync({ content, read: claim.claim.version });
            close();
            tell(t('economy:own.saved'));
          }}
          cancel={close}
        />
      )}
    </Answered>
  );
}

interface Props {
  title: string;
  choices: ClaimChoices;
  /** The account there is, with its figures hidden. */
  payTo: string | null;
  initial: Draft;
  draft?: string;
  pending: boolean;
  error: unknown;
  send: (content: ClaimContent) => Promise<void>;
  cancel: () => void;
}

function Form({ title, choices, payTo, initial, draft, pending, error, send, cancel }: Props) {
  const t = useTexts('economy');
  const form = useFields<Draft>(initial, {
    purpose: (value) => (value.trim() ? null : t('economy:fault.purpose')),
    payNumber: (value) => (!value.trim() || /^[\d\s.,-]{2,40}$/.test(value.trim()) ? null : t('economy:fault.payTo')),
    lines: (value) => (readLines(value) ? null : t('economy:fault.lines')),
  });
  const { values } = form;
  // The account is no draft: it would stay readable in the browser.
  useDraft(draft ?? 'utlagg-rattas', { ...values, payNumber: '' });
  return (
    <form
      className="form no-print"
      style={{ marginTop: '1.25rem' }}
      noValidate
      onSubmit={form.submit(({ purpose, costCentre, payKind, payNumber, lines }) => {
        const content = { purpose: purpose.trim(), costCentre, payTo: payNumber.trim() ? { kind: payKind, number: payNumber.trim() } : null, lines: readLines(lines) ?? [] };
        send(content).catch((refused: unknown) => form.refuse(fieldErrors(asProblem(refused))));
      })}
    >
      <Title order={2}>{title}</Title>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput label={t('economy:claim.purpose')} description={t('economy:claim.purposeHelp')} maxLength={200} {...form.text('purpose')} />
      <NativeSelect label={t('economy:claim.costCentre')} data={choices.costCentres.map((one) => ({ value: one.code, label: `${one.code} ${one.name}` }))} {...form.text('costCentre')} />
      <Lines lines={values.lines} change={(lines) => form.set('lines', lines)} choices={choices} fault={form.errors.lines} />
      <NativeSelect
        label={t('economy:claim.payKind')}
        data={(['bank', 'bankgiro', 'plusgiro'] as const).map((value) => ({ value, label: t(`economy:payKind.${value}`) }))}
        id="payKind"
        value={values.payKind}
        onChange={(event) => form.set('payKind', event.currentTarget.value as Draft['payKind'])}
      />
      <InputBase
        inputMode="numeric"
        autoComplete="off"
        maxLength={40}
        label={payTo ? t('common:form.optional', { label: t('economy:claim.payNumber') }) : t('economy:claim.payNumber')}
        description={payTo ? t('economy:claim.payKept', { account: payTo }) : t('economy:claim.payHelp')}
        {...form.text('payNumber')}
      />
      {Boolean(error) && Object.keys(form.errors).length === 0 && <ProblemNote error={error} kept />}
      <SubmitOrCancel verb={t('economy:own.save')} pending={pending} cancel={cancel} />
    </form>
  );
}


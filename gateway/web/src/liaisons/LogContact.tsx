import { Button, InputBase, NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';
import { useNow } from '../api/clock';
import { onceKey } from '../api/onceKey';
import { asProblem, fieldErrors } from '../api/problem';
import type { LiaisonContact, NewContact } from '../api/types';
import { addDays, dateOf } from '../i18n/dates';
import { DateField } from '../ui/DateField';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { forgetDraft, readDraft, useDraft } from '../ui/useDraft';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useCorrectContact, useLogContact, useUndoLogged } from './data';
import classes from './liaisons.module.css';
import { useTakeBack } from './useTakeBack';

const kinds = ['visit', 'call', 'digitalMeeting', 'mail', 'other'] as const;

interface PromiseDraft {
  side: 'district' | 'association';
  text: string;
  due: string;
}

interface Draft {
  kind: (typeof kinds)[number];
  on: string;
  summary: string;
  promises: PromiseDraft[];
}

/** Notes a contact: of what kind, when, what was said, and what each side promised. What is written survives a reload. */
export function LogContact({ associationId, name }: { associationId: string; name: string }) {
  const t = useTexts('liaisons');
  const today = dateOf(useNow());
  const { tell } = useNotices();
  const draft = `fadderkontakt-${associationId}`;
  const [keyFor] = useState(onceKey);
  const [open, setOpen] = useState(() => Boolean(readDraft<Draft>(draft).summary));
  const log = useLogContact(associationId);
  const undo = useUndoLogged();
  const takeBack = useTakeBack();
  if (!open) {
    return (
      <Button className="no-print" onClick={() => setOpen(true)}>
        {t('liaisons:log.open')}
      </Button>
    );
  }
  return (
    <ContactForm
      title={t('liaisons:log.open')}
      verb={t('liaisons:log.verb')}
      draft={draft}
      initial={{ kind: 'call', on: today, summary: '', promises: [], ...readDraft<Draft>(draft) }}
      pending={log.isPending}
      error={log.error}
      send={async (contact) => {
        const noted = await log.mutateAsync({ contact, key: keyFor(contact) });
        forgetDraft(draft);
        setOpen(false);
        tell(t('liaisons:log.done', { name }), () => takeBack(undo.mutateAsync(noted.contactId), t('liaisons:log.undone')));
      }}
      cancel={() => {
        forgetDraft(draft);
        setOpen(false);
      }}
    />
  );
}

/** Corrects one's own note within an hour; promises that are kept already stay as they are. */
export function CorrectContact({ contact, close }: { contact: LiaisonContact; close: () => void }) {
  const t = useTexts('liaisons');
  const { tell } = useNotices();
  const correct = useCorrectContact(contact.contactId, contact.version);
  return (
    <ContactForm
      title={t('liaisons:log.correctTitle')}
      verb={t('liaisons:log.correctVerb')}
      initial={{ ...contact, promises: contact.promises.filter((promise) => !promise.doneAt) }}
      pending={correct.isPending}
      error={correct.error}
      send={async (content) => {
        await correct.mutateAsync(content);
        close();
        tell(t('liaisons:log.corrected'));
      }}
      cancel={close}
    />
  );
}

interface FormProps {
  title: string;
  verb: string;
  initial: Draft;
  draft?: string;
  pending: boolean;
  error: unknown;
  send: (contact: NewContact) => Promise<void>;
  cancel: () => void;
}

function ContactForm({ title, verb, initial, draft, pending, error, send, cancel }: FormProps) {
  const t = useTexts('liaisons');
  const today = dateOf(useNow());
  const form = useFields<Draft>(initial, {
    on: (value) => (value && value <= today ? null : t('liaisons:log.fault.on')),
    summary: (value) => (value.trim() ? null : t('liaisons:log.fault.summary')),
    promises: (value, all) => (value.every((promise) => promise.text.trim() && promise.due && promise.due >= all.on) ? null : t('liaisons:log.fault.promises')),
  });
  const { values } = form;
  useDraft(draft ?? 'fadderkontakt-rattas', values);
  const change = (index: number, part: Partial<PromiseDraft>) => form.set('promises', values.promises.map((promise, place) => (place === index ? { ...promise, ...part } : promise)));
  return (
    <form
      className="form no-print"
      noValidate
      onSubmit={form.submit(({ kind, on, summary, promises }) => {
        const contact = { kind, on, summary: summary.trim(), promises: promises.map(({ side, text, due }) => ({ side, text: text.trim(), due })) };
        send(contact).catch((refused: unknown) => form.refuse(fieldErrors(asProblem(refused))));
      })}
    >
      <Title order={2}>{title}</Title>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <NativeSelect label={t('liaisons:log.kind')} data={kinds.map((value) => ({ value, label: t(`liaisons:kind.${value}`) }))} id="kind" value={values.kind} onChange={(event) => form.set('kind', event.currentTarget.value as Draft['kind'])} />
      <DateField id="on" label={t('liaisons:log.on')} max={today} value={values.on} onChange={(value) => form.set('on', value)} error={form.errors.on} />
      <InputBase component="textarea" multiline rows={4} label={t('liaisons:log.summary')} description={t('liaisons:log.summaryHelp')} maxLength={4000} {...form.text('summary')} />
      <fieldset id="promises" tabIndex={-1} className="form">
        <legend>{t('liaisons:log.promises')}</legend>
        {values.promises.map((promise, index) => (
          <div key={index} className={classes.promise}>
            <InputBase id={`promise-${String(index)}`} label={t('liaisons:log.promiseText', { number: index + 1 })} maxLength={500} value={promise.text} onChange={(event) => change(index, { text: event.currentTarget.value })} />
            <NativeSelect id={`side-${String(index)}`} label={t('liaisons:log.promiseSide')} value={promise.side} onChange={(event) => change(index, { side: event.currentTarget.value as PromiseDraft['side'] })} data={[{ value: 'district', label: t('liaisons:promise.by.district') }, { value: 'association', label: t('liaisons:promise.by.association') }]} />
            <DateField id={`due-${String(index)}`} label={t('liaisons:log.promiseDue')} min={values.on} value={promise.due} onChange={(value) => change(index, { due: value })} />
            <div>
              <Button variant="default" size="sm" aria-label={t('liaisons:log.promiseRemove', { number: index + 1 })} onClick={() => form.set('promises', values.promises.filter((_, place) => place !== index))}>
                {t('common:action.remove')}
              </Button>
            </div>
          </div>
        ))}
        {form.errors.promises && <p className="error-text">{form.errors.promises}</p>}
        <div>
          <Button variant="default" size="sm" disabled={values.promises.length >= 20} onClick={() => form.set('promises', [...values.promises, { side: 'district', text: '', due: addDays(today, 14) }])}>
            {t('liaisons:log.promiseAdd')}
          </Button>
        </div>
      </fieldset>
      {Boolean(error) && Object.keys(form.errors).length === 0 && <ProblemNote error={error} kept />}
      <SubmitOrCancel verb={verb} pending={pending} cancel={cancel} />
    </form>
  );
}

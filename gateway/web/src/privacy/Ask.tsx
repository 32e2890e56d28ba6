import { Button, InputBase, NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { PrivacyAsk } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Confirm } from '../ui/Confirm';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useAsk } from './data';
import { processings } from './processings';

type Kind = NonNullable<PrivacyAsk['kind']>;

/** What one can ask for, each with what follows from it. */
export function Ask() {
  const t = useTexts('privacy');
  const { longDay } = useFormat();
  const { tell } = useNotices();
  const [open, setOpen] = useState<Kind>();
  const ask = useAsk();
  const send = (kind: Kind, wish: string, processing: string) =>
    ask.mutate(
      { kind, wish: wish.trim() || null, processing: kind === 'objection' ? (processing as PrivacyAsk['processing']) : null },
      {
        onSuccess: ({ dueOn }) => {
          setOpen(undefined);
          tell(t('privacy:mine.sent', { date: longDay(dueOn) }));
        },
      },
    );
  const begin = (kind: Kind) => {
    ask.reset();
    setOpen(kind);
  };
  const form = open && open !== 'access' && <AskForm key={open} kind={open} pending={ask.isPending} error={ask.error} send={send} cancel={() => setOpen(undefined)} />;
  return (
    <section className="section no-print">
      <Title order={2}>{t('privacy:mine.do')}</Title>
      <div className="flow">
        <p>{t('privacy:mine.copyHelp')}</p>
        <Button
          loading={ask.isPending && open === 'access'}
          onClick={() => {
            begin('access');
            send('access', '', '');
          }}
        >
          {t('privacy:mine.copy')}
        </Button>
        {open === 'access' && ask.error && <ProblemNote error={ask.error} />}
        <p>
          {t('privacy:mine.correctHelp')} <Link to="/min-sida/uppgifter">{t('privacy:mine.details')}</Link>
        </p>
        {open === 'correction' ? form : <Begin verb={t('privacy:mine.correct')} begin={() => begin('correction')} />}
        <p>{t('privacy:mine.objectHelp')}</p>
        {open === 'objection' ? form : <Begin verb={t('privacy:mine.object')} begin={() => begin('objection')} />}
        <p>{t('privacy:mine.eraseHelp')}</p>
        <Begin verb={t('privacy:mine.erase')} begin={() => begin('erasure')} />
        {open === 'erasure' && (
          <Confirm title={t('privacy:mine.eraseAsk')} open close={() => setOpen(undefined)}>
            {form}
          </Confirm>
        )}
      </div>
    </section>
  );
}

function Begin({ verb, begin }: { verb: string; begin: () => void }) {
  return (
    <p>
      <Button variant="default" onClick={begin}>
        {verb}
      </Button>
    </p>
  );
}

interface FormProps {
  kind: Kind;
  pending: boolean;
  error: unknown;
  send: (kind: Kind, wish: string, processing: string) => void;
  cancel: () => void;
}

function AskForm({ kind, pending, error, send, cancel }: FormProps) {
  const t = useTexts('privacy');
  const codes = useCodes();
  const form = useFields({ wish: '', processing: processings[0] as string });
  return (
    <form className="form" noValidate onSubmit={form.submit(({ wish, processing }) => send(kind, wish, processing))}>
      {kind === 'objection' && (
        <NativeSelect label={t('privacy:mine.to')} data={processings.map((value) => ({ value, label: codes('processing', value) }))} {...form.text('processing')} />
      )}
      <InputBase component="textarea" multiline rows={3} maxLength={2000} label={kind === 'correction' ? t('privacy:mine.wish') : t('privacy:mine.why')} {...form.text('wish')} />
      {Boolean(error) && <ProblemNote error={error} kept />}
      <SubmitOrCancel verb={kind === 'erasure' ? t('privacy:mine.eraseVerb') : t('privacy:mine.send')} pending={pending} cancel={cancel} />
    </form>
  );
}

import { Button, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import { Answered } from '../ui/Answered';
import { Confirm } from '../ui/Confirm';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useGiveNumber, useNumber, useRemoveNumber, useReveal } from './data';

/**
 * A personnummer, masked: given, changed and removed. Shown whole only to whoever may, for a reason that the person sees.
 * @param person whose; left out: one's own.
 */
export function PersonalNumber({ person }: { person?: string }) {
  const t = useTexts('privacy');
  const { data: session } = useSession();
  const { tell } = useNotices();
  const [open, setOpen] = useState<'give' | 'reveal'>();
  const number = useNumber(person);
  const remove = useRemoveNumber(person);
  const close = () => setOpen(undefined);
  return (
    <section className="section no-print">
      <Title order={2}>{t('privacy:number.title')}</Title>
      <Answered query={number} rows={1}>
        {({ shown }) => (
          <div className="flow">
            <p>{t('privacy:number.about')}</p>
            <p>{shown ? <b>{shown}</b> : <span className="dim">{t('privacy:number.none')}</span>}</p>
            {open === 'give' ? (
              <GiveForm person={person} close={close} />
            ) : (
              <div className="row-of-buttons">
                <Button variant="default" onClick={() => setOpen('give')}>
                  {shown ? t('privacy:number.change') : t('privacy:number.add')}
                </Button>
                {shown && (
                  <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate(undefined, { onSuccess: () => tell(t('privacy:number.removed')) })}>
                    {t('privacy:number.remove')}
                  </Button>
                )}
                {shown && person && mayInDistrict(session, 'personnummer:read') && (
                  <Button variant="default" onClick={() => setOpen('reveal')}>
                    {t('privacy:number.reveal')}
                  </Button>
                )}
              </div>
            )}
            {person && open === 'reveal' && <Reveal person={person} close={close} />}
          </div>
        )}
      </Answered>
    </section>
  );
}

function GiveForm({ person, close }: { person?: string; close: () => void }) {
  const t = useTexts('privacy');
  const { tell } = useNotices();
  const give = useGiveNumber(person);
  const form = useFields({ number: '' }, { number: (value) => (value.trim() ? null : t('privacy:number.empty')) });
  const save = ({ number }: { number: string }) =>
    give.mutate(number.trim(), {
      onSuccess: () => {
        close();
        tell(t('privacy:number.given'));
      },
    });
  return (
    <form className="form" noValidate onSubmit={form.submit(save)}>
      <TextInput label={t('privacy:number.field')} description={t('privacy:number.fieldHelp')} inputMode="numeric" autoComplete="off" maxLength={20} {...form.text('number')} />
      {give.error && <ProblemNote error={give.error} kept />}
      <SubmitOrCancel verb={t('privacy:number.give')} pending={give.isPending} cancel={close} />
    </form>
  );
}

function Reveal({ person, close }: { person: string; close: () => void }) {
  const t = useTexts('privacy');
  const reveal = useReveal(person);
  const form = useFields({ reason: '' }, { reason: (value) => (value.trim() ? null : t('privacy:number.revealReason')) });
  return (
    <Confirm title={t('privacy:number.revealAsk')} open close={close}>
      {reveal.data ? (
        <div className="flow">
          <p>
            <b>{reveal.data.number}</b>
          </p>
          <Button onClick={close}>{t('common:action.close')}</Button>
        </div>
      ) : (
        <form className="form" noValidate onSubmit={form.submit(({ reason }) => reveal.mutate(reason.trim()))}>
          <TextInput label={t('privacy:number.revealAsk')} description={t('privacy:number.revealHelp')} maxLength={200} {...form.text('reason')} />
          {reveal.error && <ProblemNote error={reveal.error} />}
          <SubmitOrCancel verb={t('privacy:number.reveal')} pending={reveal.isPending} cancel={close} />
        </form>
      )}
    </Confirm>
  );
}

import { Button, InputBase, NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';
import { useNow } from '../api/clock';
import { asProblem, fieldErrors } from '../api/problem';
import type { Profile, StateChange } from '../api/types';
import { dateOf } from '../i18n/dates';
import { DateField } from '../ui/DateField';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useChangeState } from './data';

type State = NonNullable<StateChange['state']>;
const states: State[] = ['active', 'forming', 'dormant'];

/** Makes the association active, forming or dormant, from a day and for a reason. */
export function ChangeState({ profile }: { profile: Profile }) {
  const t = useTexts('associations');
  const [open, setOpen] = useState(false);
  const today = dateOf(useNow());
  return (
    <section className="section no-print">
      {open ? (
        <Form profile={profile} today={today} close={() => setOpen(false)} />
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('associations:changeState.open')}
        </Button>
      )}
    </section>
  );
}

function Form({ profile, today, close }: { profile: Profile; today: string; close: () => void }) {
  const t = useTexts('associations');
  const { tell } = useNotices();
  const change = useChangeState(profile.id);
  const others = states.filter((state) => state !== profile.state);
  const form = useFields(
    { state: others[0] as string, since: today, reason: '' },
    { since: (value) => (value && value <= today ? null : t('associations:changeState.sinceFault')), reason: (value) => (value.trim() ? null : t('associations:changeState.reasonFault')) },
  );
  return (
    <form
      className="form"
      noValidate
      onSubmit={form.submit(({ state, since, reason }) =>
        change.mutate(
          { change: { state: state as State, since, reason: reason.trim() }, version: profile.version },
          { onSuccess: () => tell(t('associations:changeState.done', { name: profile.name, state: t(`associations:state.${state as State}`) })), onError: (error) => form.refuse(fieldErrors(asProblem(error))) },
        ),
      )}
    >
      <Title order={2}>{t('associations:changeState.open')}</Title>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <NativeSelect label={t('associations:changeState.state')} description={form.values.state === 'dormant' ? t('associations:changeState.dormantHelp') : undefined} data={others.map((state) => ({ value: state, label: t(`associations:state.${state}`) }))} {...form.text('state')} />
      <DateField id="since" label={t('associations:changeState.since')} value={form.values.since} onChange={(value) => form.set('since', value)} error={form.errors.since} max={today} />
      <InputBase component="textarea" multiline rows={3} maxLength={2000} label={t('associations:form.why')} {...form.text('reason')} />
      {change.error && Object.keys(form.errors).length === 0 && <ProblemNote error={change.error} kept />}
      <SubmitOrCancel verb={t('associations:changeState.verb')} pending={change.isPending} cancel={close} />
    </form>
  );
}

import { Button, Checkbox, NativeSelect, TextInput, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useNow } from '../api/clock';
import { onceKey } from '../api/onceKey';
import { asProblem, fieldErrors } from '../api/problem';
import type { AskForm, AskProposal, HelpWay } from '../api/types';
import { useCodes } from '../i18n/codes';
import { addDays, dateOf, useFormat } from '../i18n/dates';
import { DateField } from '../ui/DateField';
import { ErrorSummary } from '../ui/ErrorSummary';
import { Note } from '../ui/Note';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { helpWays } from '../ui/personFields';
import { ProblemNote } from '../ui/ProblemNote';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import classes from './asks.module.css';
import { useInterests, useProposal, useSendAsk } from './data';
import { startOf } from './time';

/** Asking for help: what and when, then who fits and why, then one mail each. */
export default function NewAskPage() {
  const t = useTexts('asks');
  const { id = '' } = useParams();
  const [ask, setAsk] = useState<AskForm>();
  const proposal = useProposal();
  return (
    <Page title={t('asks:new.title')} lead={t('asks:new.lead')} crumbs={[{ label: t('asks:list.title'), to: `/forening/${id}/hjalp` }]}>
      <What
        associationId={id}
        pending={proposal.isPending}
        failure={proposal.error}
        find={(form, refused) => {
          setAsk(undefined);
          proposal.mutate(form, { onSuccess: () => setAsk(form), onError: refused });
        }}
      />
      {ask && proposal.data && <Who key={JSON.stringify(ask)} ask={ask} proposal={proposal.data} />}
    </Page>
  );
}

function What({ associationId, pending, failure, find }: { associationId: string; pending: boolean; failure: Error | null; find: (form: AskForm, refused: (error: unknown) => void) => void }) {
  const t = useTexts('asks');
  const codes = useCodes();
  const { language } = useFormat();
  const today = dateOf(useNow());
  const { data: interests = [] } = useInterests();
  const form = useFields(
    { title: '', day: '', time: '11:00', minutes: '120', place: '', needed: '5', way: '', interestId: '' },
    {
      title: (value) => (value.trim() ? null : t('asks:new.fault.title')),
      day: (value) => (value > today ? null : t('asks:new.fault.day')),
      time: (value) => (/^\d\d:\d\d$/.test(value) ? null : t('asks:new.fault.time')),
      place: (value) => (value.trim() ? null : t('asks:new.fault.place')),
      needed: (value) => (Number(value) >= 1 && Number(value) <= 500 ? null : t('asks:new.fault.needed')),
    },
  );
  return (
    <form
      className="form"
      noValidate
      onSubmit={form.submit((values) =>
        find(
          {
            associationId,
            title: values.title.trim(),
            startsAt: startOf(values.day, values.time),
            minutes: Number(values.minutes),
            place: values.place.trim(),
            needed: Number(values.needed),
            way: (values.way || null) as HelpWay | null,
            interestId: values.interestId || null,
          },
          (error) => form.refuse(fieldErrors(asProblem(error))),
        ),
      )}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput label={t('asks:new.what')} description={t('asks:new.whatHelp')} maxLength={60} {...form.text('title')} />
      <DateField id="day" label={t('asks:new.day')} min={addDays(today, 1)} max={addDays(today, 365)} value={form.values.day} onChange={(day) => form.set('day', day)} error={form.errors.day} />
      <TextInput label={t('asks:new.time')} type="time" w={160} {...form.text('time')} />
      <NativeSelect label={t('asks:new.length')} w={160} data={[30, 60, 90, 120, 180, 240, 360, 480].map((minutes) => ({ value: String(minutes), label: t('asks:new.minutes', { hours: (minutes / 60).toLocaleString(language === 'en' ? 'en-GB' : 'sv-SE'), count: minutes / 60 }) }))} {...form.text('minutes')} />
      <TextInput label={t('asks:new.place')} maxLength={60} {...form.text('place')} />
      <TextInput label={t('asks:new.needed')} type="number" min={1} max={500} w={160} {...form.text('needed')} />
      <NativeSelect label={t('asks:new.way')} data={[{ value: '', label: t('asks:new.anything') }, ...helpWays.map((way) => ({ value: way, label: codes('helpWay', way) }))]} {...form.text('way')} />
      <NativeSelect
        label={t('asks:new.interest')}
        data={[{ value: '', label: t('asks:new.nothing') }, ...interests.filter((one) => !one.retired).map((one) => ({ value: one.id, label: language === 'en' ? one.nameEn : one.nameSv }))]}
        {...form.text('interestId')}
      />
      {failure && Object.keys(form.errors).length === 0 && <ProblemNote error={failure} kept />}
      <div>
        <Button type="submit" loading={pending}>
          {t('asks:new.find')}
        </Button>
      </div>
    </form>
  );
}

function Who({ ask, proposal }: { ask: AskForm; proposal: AskProposal }) {
  const t = useTexts('asks');
  const navigate = useNavigate();
  const { tell } = useNotices();
  const send = useSendAsk();
  const key = useRef(onceKey());
  // Three asked for each who is needed: not everybody can.
  const [chosen, setChosen] = useState(() => proposal.people.slice(0, (ask.needed ?? 1) * 3).map((one) => one.memberId));
  if (proposal.people.length === 0) {
    return (
      <section className="section">
        <Note kind="information" title={t('asks:who.none')}>
          <p>{t('asks:who.noneHelp')}</p>
        </Note>
      </section>
    );
  }
  return (
    <section className="section" aria-labelledby="vilka">
      <Title order={2} id="vilka">
        {t('asks:who.title', { count: proposal.fitting })}
      </Title>
      <p style={{ marginBottom: '1rem' }}>{t('asks:who.lead')}</p>
      <Checkbox.Group value={chosen} onChange={setChosen} aria-label={t('asks:who.label')}>
        <ul className={classes.people}>
          {proposal.people.map((one) => (
            <li key={one.memberId}>
              <Checkbox value={one.memberId} label={one.name} description={one.reasons.map((reason) => t(`asks:reason.${reason}`)).join(', ')} />
            </li>
          ))}
        </ul>
      </Checkbox.Group>
      {send.error && <ProblemNote error={send.error} kept />}
      <div style={{ marginTop: '1.25rem' }}>
        <Button
          loading={send.isPending}
          disabled={chosen.length === 0}
          onClick={() => {
            const body = { ...ask, memberIds: chosen };
            send.mutate(
              { key: key.current(body), body },
              {
                onSuccess: (sent) => {
                  tell(t('asks:who.sent', { count: sent.ask.asked }));
                  void navigate(`/forening/${ask.associationId}/hjalp/${sent.ask.askId}`);
                },
              },
            );
          }}
        >
          {t('asks:who.verb', { count: chosen.length })}
        </Button>
      </div>
    </section>
  );
}

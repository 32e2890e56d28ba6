import { Button, Checkbox, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useNow } from '../api/clock';
import { asProblem, fieldErrors } from '../api/problem';
import type { MyCare } from '../api/types';
import { addDays, dateOf } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DateField } from '../ui/DateField';
import { Note } from '../ui/Note';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useChangeMyCare, useEndCalendar, useMyCare, useNewCalendar } from './data';

/** How one wants to be reminded, when one is away, and the address for one's calendar. */
export function MyCareSettings() {
  const mine = useMyCare();
  return <Answered query={mine} rows={3}>{(known) => <Settings known={known} />}</Answered>;
}

function Settings({ known }: { known: MyCare }) {
  const t = useTexts('cases');
  const { tell } = useNotices();
  const today = dateOf(useNow());
  const change = useChangeMyCare();
  const form = useFields({ reminders: known.reminders, awayFrom: known.awayFrom ?? '', awayUntil: known.awayUntil ?? '' });
  const before = { reminders: known.reminders, awayFrom: known.awayFrom, awayUntil: known.awayUntil };
  return (
    <section className="section no-print" aria-labelledby="egna">
      <Title order={2} id="egna">
        {t('cases:own.title')}
      </Title>
      <form
        className="form"
        noValidate
        onSubmit={form.submit((values) =>
          change.mutate(
            { reminders: values.reminders, awayFrom: values.awayFrom || null, awayUntil: values.awayUntil || null },
            { onSuccess: () => tell(t('cases:own.saved'), () => change.mutate(before)), onError: (error) => form.refuse(fieldErrors(asProblem(error))) },
          ),
        )}
      >
        <Checkbox label={t('cases:own.reminders')} description={t('cases:own.remindersHelp')} {...form.box('reminders')} />
        <DateField id="awayFrom" label={t('common:form.optional', { label: t('cases:own.awayFrom') })} help={t('cases:own.awayHelp')} value={form.values.awayFrom} onChange={(day) => form.set('awayFrom', day)} error={form.errors.awayFrom} />
        <DateField id="awayUntil" label={t('common:form.optional', { label: t('cases:own.awayUntil') })} value={form.values.awayUntil} onChange={(day) => form.set('awayUntil', day)} error={form.errors.awayUntil} min={form.values.awayFrom || today} max={addDays(today, 365)} />
        {change.error && <ProblemNote error={change.error} kept />}
        <div>
          <Button type="submit" loading={change.isPending}>
            {t('cases:own.verb')}
          </Button>
        </div>
      </form>
      <Calendar has={known.hasCalendar} />
    </section>
  );
}

function Calendar({ has }: { has: boolean }) {
  const t = useTexts('cases');
  const { tell } = useNotices();
  const make = useNewCalendar();
  const end = useEndCalendar();
  const [address, setAddress] = useState('');
  return (
    <div className="flow" style={{ marginTop: '2rem' }}>
      <h3>{t('cases:calendar.title')}</h3>
      <p>{t('cases:calendar.lead')}</p>
      {address && (
        <>
          <Note kind="success" title={t('cases:calendar.made')} />
          <TextInput label={t('cases:calendar.address')} readOnly value={address} onFocus={(event) => event.currentTarget.select()} w="100%" maw={560} />
        </>
      )}
      <div className="row-of-buttons">
        <Button variant="default" loading={make.isPending} onClick={() => make.mutate(undefined, { onSuccess: ({ path }) => setAddress(window.location.origin + path) })}>
          {has ? t('cases:calendar.rotate') : t('cases:calendar.make')}
        </Button>
        {has && (
          <Button
            variant="default"
            loading={end.isPending}
            onClick={() =>
              end.mutate(undefined, {
                onSuccess: () => {
                  setAddress('');
                  tell(t('cases:calendar.ended'));
                },
              })
            }
          >
            {t('cases:calendar.end')}
          </Button>
        )}
      </div>
      {(make.error ?? end.error) && <ProblemNote error={make.error ?? end.error} />}
    </div>
  );
}

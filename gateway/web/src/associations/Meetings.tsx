import { Button, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useNow } from '../api/clock';
import { asProblem, fieldErrors } from '../api/problem';
import type { Profile } from '../api/types';
import { dateOf, useFormat } from '../i18n/dates';
import { DataTable } from '../ui/DataTable';
import { DateField } from '../ui/DateField';
import { Empty } from '../ui/Empty';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useNoteMeeting } from './data';

type Meeting = Profile['meetings'][number];

/** The annual meetings, year by year: planned and held. */
export function Meetings({ profile, edits }: { profile: Profile; edits: boolean }) {
  const t = useTexts('associations');
  const { longDay } = useFormat();
  const [editing, setEditing] = useState<Meeting | 'new'>();
  const today = dateOf(useNow());
  const day = (date?: string | null) => (date ? longDay(date) : '–');
  return (
    <section className="section" id="arsmoten">
      <Title order={2}>{t('associations:meetings.title')}</Title>
      {profile.meetings.length === 0 ? (
        <Empty title={t('associations:meetings.empty')}>{edits && t('associations:meetings.emptyHelp')}</Empty>
      ) : (
        <DataTable
          caption={t('associations:meetings.title')}
          rows={profile.meetings}
          rowKey={(row) => String(row.year)}
          columns={[
            { key: 'year', header: t('associations:meetings.year'), cell: (row) => row.year },
            { key: 'planned', header: t('associations:meetings.planned'), cell: (row) => day(row.plannedOn) },
            { key: 'held', header: t('associations:meetings.held'), cell: (row) => (row.heldOn ? longDay(row.heldOn) : row.plannedOn && row.plannedOn < today ? <span className="late">{t('associations:meetings.notNoted')}</span> : '–') },
            ...(edits
              ? [
                  {
                    key: 'act',
                    header: t('associations:change'),
                    onPhone: true,
                    cell: (row: Meeting) => (
                      <Button variant="default" size="sm" className="no-print" aria-label={t('associations:meetings.changeNamed', { year: row.year })} onClick={() => setEditing(row)}>
                        {t('associations:change')}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
          secondLine={(row) => (row.heldOn ? t('associations:meetings.heldOn', { date: longDay(row.heldOn) }) : t('associations:meetings.plannedOn', { date: day(row.plannedOn) }))}
        />
      )}
      {edits && !editing && (
        <Button className="no-print" variant="default" mt="md" onClick={() => setEditing('new')}>
          {t('associations:meetings.add')}
        </Button>
      )}
      {editing && <MeetingForm key={editing === 'new' ? 'new' : editing.year} profile={profile} meeting={editing === 'new' ? undefined : editing} today={today} close={() => setEditing(undefined)} />}
    </section>
  );
}

function MeetingForm({ profile, meeting, today, close }: { profile: Profile; meeting?: Meeting; today: string; close: () => void }) {
  const t = useTexts('associations');
  const { tell } = useNotices();
  const note = useNoteMeeting(profile.id);
  const form = useFields(
    { year: String(meeting?.year ?? Number(today.slice(0, 4)) + 1), plannedOn: meeting?.plannedOn ?? '', heldOn: meeting?.heldOn ?? '' },
    {
      year: (value) => (/^(19|20)\d\d$/.test(value) ? null : t('associations:meetings.yearFault')),
      plannedOn: (value, all) => (value && !value.startsWith(all.year) ? t('associations:meetings.otherYear') : !value && !all.heldOn && !meeting ? t('associations:meetings.dayFault') : null),
      heldOn: (value, all) => (value && !value.startsWith(all.year) ? t('associations:meetings.otherYear') : value > today ? t('associations:meetings.future') : null),
    },
  );
  return (
    <form
      className="form no-print"
      style={{ marginTop: '1.5rem' }}
      noValidate
      onSubmit={form.submit(({ year, plannedOn, heldOn }) =>
        note.mutate(
          { year: Number(year), plannedOn: plannedOn || null, heldOn: heldOn || null, version: profile.version },
          {
            onSuccess: (saved) => {
              close();
              // Back to what it was; a new year that is taken back is gone.
              tell(t('associations:meetings.done', { year }), () => note.mutate({ year: Number(year), plannedOn: meeting?.plannedOn ?? null, heldOn: meeting?.heldOn ?? null, version: saved.version }));
            },
            onError: (error) => form.refuse(fieldErrors(asProblem(error))),
          },
        ),
      )}
    >
      <Title order={3}>{meeting ? t('associations:meetings.changeNamed', { year: meeting.year }) : t('associations:meetings.add')}</Title>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {!meeting && <TextInput label={t('associations:meetings.year')} inputMode="numeric" maxLength={4} {...form.text('year')} />}
      <DateField id="plannedOn" label={t('common:form.optional', { label: t('associations:meetings.planned') })} value={form.values.plannedOn} onChange={(value) => form.set('plannedOn', value)} error={form.errors.plannedOn} />
      <DateField id="heldOn" label={t('common:form.optional', { label: t('associations:meetings.held') })} help={meeting ? t('associations:meetings.clearHelp') : undefined} value={form.values.heldOn} onChange={(value) => form.set('heldOn', value)} error={form.errors.heldOn} max={today} />
      {note.error && Object.keys(form.errors).length === 0 && <ProblemNote error={note.error} kept />}
      <SubmitOrCancel verb={t('associations:save')} pending={note.isPending} cancel={close} />
    </form>
  );
}

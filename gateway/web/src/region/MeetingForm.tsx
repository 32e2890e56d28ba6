import { InputBase, NativeSelect, TextInput } from '@mantine/core';
import { useNow } from '../api/clock';
import { asProblem, fieldErrors } from '../api/problem';
import type { NewRegionMeeting, RegionMeeting } from '../api/types';
import { clockOf, instantOf } from '../boardroom/instant';
import { addDays, dateOf } from '../i18n/dates';
import { DateField } from '../ui/DateField';
import { ErrorSummary } from '../ui/ErrorSummary';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useBodies } from './data';

interface Props {
  meeting?: RegionMeeting;
  pending: boolean;
  error: unknown;
  send: (meeting: NewRegionMeeting) => Promise<void>;
  close: () => void;
}

/** Which body meets, when and where. */
export function MeetingForm({ meeting, pending, error, send, close }: Props) {
  const t = useTexts('region');
  const today = dateOf(useNow());
  const { data: bodies = [] } = useBodies();
  const form = useFields(
    { bodyId: meeting?.bodyId ?? '', on: meeting ? dateOf(new Date(meeting.startsAt)) : addDays(today, 14), clock: meeting ? clockOf(meeting.startsAt) : '9.00', place: meeting?.place ?? '', link: meeting?.link ?? '', note: meeting?.note ?? '' },
    {
      bodyId: (value) => (value ? null : t('region:meeting.fault.body')),
      on: (value) => (value && value <= addDays(today, 1090) ? null : t('region:meeting.fault.on')),
      clock: (value, all) => (instantOf(all.on || today, value) ? null : t('region:meeting.fault.clock')),
    },
  );
  return (
    <form
      className="form no-print"
      noValidate
      onSubmit={form.submit(({ bodyId, on, clock, place, link, note }) => {
        send({ bodyId, startsAt: instantOf(on, clock), place: place.trim() || null, link: link.trim() || null, note: note.trim() || null }).catch((refused: unknown) => form.refuse(fieldErrors(asProblem(refused))));
      })}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <NativeSelect label={t('region:meeting.body')} data={[{ value: '', label: '–' }, ...bodies.map((one) => ({ value: one.bodyId, label: one.name }))]} {...form.text('bodyId')} />
      <DateField id="on" label={t('region:meeting.on')} value={form.values.on} onChange={(value) => form.set('on', value)} error={form.errors.on} />
      <TextInput label={t('region:meeting.clock')} maxLength={5} {...form.text('clock')} />
      <TextInput label={t('common:form.optional', { label: t('region:meeting.place') })} maxLength={200} {...form.text('place')} />
      <TextInput type="url" label={t('common:form.optional', { label: t('region:meeting.link') })} maxLength={300} {...form.text('link')} />
      <InputBase component="textarea" multiline rows={3} maxLength={4000} label={t('common:form.optional', { label: t('region:meeting.note') })} {...form.text('note')} />
      {Boolean(error) && Object.keys(form.errors).length === 0 && <ProblemNote error={error} kept />}
      <SubmitOrCancel verb={t('region:meeting.save')} pending={pending} cancel={close} />
    </form>
  );
}

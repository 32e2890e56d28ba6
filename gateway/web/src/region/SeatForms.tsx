import { InputBase, NativeSelect, TextInput } from '@mantine/core';
import { useNow } from '../api/clock';
import { asProblem, fieldErrors } from '../api/problem';
import type { NewRegionSeat, RegionBody } from '../api/types';
import { FindPerson } from '../district/FindPerson';
import { dateOf } from '../i18n/dates';
import { DateField } from '../ui/DateField';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useAddBody, useChangeBody, useGiveSeat } from './data';

const functions = ['chair', 'deputyChair', 'member', 'substitute'] as const;
const isCount = (text: string) => /^\d{1,3}$/.test(text.trim()) && Number(text) <= 200;

/** A body's name, what it answers for, and how many of its seats are ours. */
export function BodyForm({ body, close }: { body?: RegionBody; close: () => void }) {
  const t = useTexts('region');
  const { tell } = useNotices();
  const add = useAddBody();
  const change = useChangeBody(body?.bodyId ?? '');
  const sending = body ? change : add;
  const form = useFields(
    { name: body?.name ?? '', about: body?.about ?? '', seats: String(body?.seats ?? 1), substituteSeats: String(body?.substituteSeats ?? 1) },
    {
      name: (value) => (value.trim() ? null : t('region:seats.fault.name')),
      seats: (value) => (isCount(value) ? null : t('region:seats.fault.seats')),
      substituteSeats: (value) => (isCount(value) ? null : t('region:seats.fault.seats')),
    },
  );
  return (
    <form
      className="form no-print"
      style={{ marginTop: '1.25rem' }}
      noValidate
      onSubmit={form.submit(({ name, about, seats, substituteSeats }) => {
        const content = { name: name.trim(), about: about.trim() || null, seats: Number(seats), substituteSeats: Number(substituteSeats) };
        const answered = {
          onSuccess: () => {
            close();
            tell(t('region:seats.saved', { name: content.name }));
          },
          onError: (error: unknown) => form.refuse(fieldErrors(asProblem(error))),
        };
        if (body) change.mutate({ body: content, read: body.version }, answered);
        else add.mutate(content, answered);
      })}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput label={t('region:seats.bodyName')} maxLength={100} {...form.text('name')} />
      <InputBase component="textarea" multiline rows={2} maxLength={2000} label={t('common:form.optional', { label: t('region:seats.about') })} {...form.text('about')} />
      <TextInput inputMode="numeric" maxLength={3} label={t('region:seats.seatsField')} {...form.text('seats')} />
      <TextInput inputMode="numeric" maxLength={3} label={t('region:seats.substitutesField')} {...form.text('substituteSeats')} />
      {sending.error && Object.keys(form.errors).length === 0 && <ProblemNote error={sending.error} kept />}
      <SubmitOrCancel verb={t('region:seats.save')} pending={sending.isPending} cancel={close} />
    </form>
  );
}

/** Gives a member a seat, with a term. */
export function GiveSeat({ body, close }: { body: RegionBody; close: () => void }) {
  const t = useTexts('region');
  const { tell } = useNotices();
  const give = useGiveSeat(body.bodyId);
  const today = dateOf(useNow());
  const form = useFields(
    { memberId: '', memberName: '', function: 'member', from: today, until: '' },
    {
      memberId: (value) => (value ? null : t('region:seats.fault.person')),
      from: (value) => (value ? null : t('region:seats.fault.from')),
      until: (value, all) => (value && value < all.from ? t('region:seats.fault.until') : null),
    },
  );
  return (
    <form
      className="form no-print"
      style={{ marginTop: '1.25rem' }}
      noValidate
      onSubmit={form.submit(({ memberId, memberName, function: what, from, until }) =>
        give.mutate(
          { memberId, function: what as NonNullable<NewRegionSeat['function']>, from, until: until || null },
          {
            onSuccess: () => {
              close();
              tell(t('region:seats.given', { name: memberName, body: body.name }));
            },
            onError: (error) => form.refuse(fieldErrors(asProblem(error))),
          },
        ),
      )}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <FindPerson
        chosen={form.values.memberName}
        error={form.errors.memberId}
        choose={(person) => {
          form.set('memberId', person?.memberId ?? '');
          form.set('memberName', person?.name ?? '');
        }}
      />
      <NativeSelect label={t('region:seats.function')} data={functions.filter((one) => !body.isAssembly || one === 'member' || one === 'substitute').map((one) => ({ value: one, label: t(`region:function.${one}`) }))} {...form.text('function')} />
      <DateField id="from" label={t('region:seats.from')} value={form.values.from} onChange={(value) => form.set('from', value)} error={form.errors.from} />
      <DateField id="until" label={t('common:form.optional', { label: t('region:seats.until') })} value={form.values.until} onChange={(value) => form.set('until', value)} error={form.errors.until} />
      {give.error && Object.keys(form.errors).length === 0 && <ProblemNote error={give.error} kept />}
      <SubmitOrCancel verb={t('region:seats.give')} pending={give.isPending} cancel={close} />
    </form>
  );
}

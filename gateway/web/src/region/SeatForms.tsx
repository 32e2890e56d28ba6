import { InputBase, TextInput } from '@mantine/core';
import { asProblem, fieldErrors } from '../api/problem';
import type { RegionBody } from '../api/types';
import { SeatForm } from '../office/SeatForm';
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

/** Gives a member one of the party's seats in the region, with a term. */
export function GiveSeat({ body, close }: { body: RegionBody; close: () => void }) {
  const t = useTexts('region');
  const give = useGiveSeat(body.bodyId);
  return (
    <SeatForm
      functions={functions.filter((one) => !body.isAssembly || one === 'member' || one === 'substitute').map((value) => ({ value, label: t(`region:function.${value}`) }))}
      functionLabel={t('region:seats.function')}
      giving={give}
      done={(name) => t('region:seats.given', { name, body: body.name })}
      close={close}
    />
  );
}

import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNow } from '../api/clock';
import { asProblem, fieldErrors } from '../api/problem';
import { FindPerson } from '../district/FindPerson';
import { dateOf } from '../i18n/dates';
import { DateField } from '../ui/DateField';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';

interface Seat<F> {
  memberId: string;
  function: F;
  from: string;
  until: string | null;
}

interface Props<F extends string> {
  /** What one can be there, with its words; `member` among them. */
  functions: { value: F; label: string }[];
  functionLabel: string;
  /** Sends the seat. */
  giving: { mutate: (seat: Seat<F>, answered: { onSuccess: () => void; onError: (error: unknown) => void }) => void; error: Error | null; isPending: boolean };
  /** Says that somebody has the seat. */
  done: (name: string) => string;
  close: () => void;
  /** What is said of the person chosen; their id is empty while nobody is. */
  children?: (memberId: string) => ReactNode;
}

/** Gives a member a seat in a committee or body, with a function and a term. */
export function SeatForm<F extends string>({ functions, functionLabel, giving, done, close, children }: Props<F>) {
  const t = useTexts('office');
  const { tell } = useNotices();
  const today = dateOf(useNow());
  const form = useFields(
    { memberId: '', memberName: '', function: 'member', from: today, until: '' },
    {
      memberId: (value) => (value ? null : t('office:seat.personFault')),
      from: (value) => (value ? null : t('office:seat.fromFault')),
      until: (value, all) => (value && value < all.from ? t('office:seat.untilFault') : null),
    },
  );
  const { values } = form;
  return (
    <form
      className="form no-print"
      style={{ marginTop: '1.25rem' }}
      noValidate
      onSubmit={form.submit(({ memberId, memberName, function: what, from, until }) =>
        giving.mutate(
          { memberId, function: what as F, from, until: until || null },
          {
            onSuccess: () => {
              close();
              tell(done(memberName));
            },
            onError: (error) => form.refuse(fieldErrors(asProblem(error))),
          },
        ),
      )}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <FindPerson
        chosen={values.memberName}
        error={form.errors.memberId}
        choose={(person) => {
          form.set('memberId', person?.memberId ?? '');
          form.set('memberName', person?.name ?? '');
        }}
      />
      {children?.(values.memberId)}
      <NativeSelect label={functionLabel} data={functions} {...form.text('function')} />
      <DateField id="from" label={t('office:seat.from')} value={values.from} onChange={(value) => form.set('from', value)} error={form.errors.from} />
      <DateField id="until" label={t('common:form.optional', { label: t('office:seat.until') })} value={values.until} onChange={(value) => form.set('until', value)} error={form.errors.until} />
      {giving.error && Object.keys(form.errors).length === 0 && <ProblemNote error={giving.error} kept />}
      <SubmitOrCancel verb={t('office:seat.verb')} pending={giving.isPending} cancel={close} />
    </form>
  );
}

import { NativeSelect } from '@mantine/core';
import { useNow } from '../api/clock';
import { asProblem, fieldErrors } from '../api/problem';
import type { Committee, NewSeat } from '../api/types';
import { FindPerson } from '../district/FindPerson';
import { dateOf } from '../i18n/dates';
import { DateField } from '../ui/DateField';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { FloorNote } from '../office/FloorNote';
import { useSeat } from './data';

type Function = NonNullable<NewSeat['function']>;
const functions: Function[] = ['convener', 'member', 'substitute'];

/** Gives a member a seat in a committee, with a function and a term. */
export function SeatForm({ committee, close }: { committee: Committee; close: () => void }) {
  const t = useTexts('associations');
  const { tell } = useNotices();
  const seat = useSeat(committee.id);
  const today = dateOf(useNow());
  const form = useFields(
    { memberId: '', memberName: '', function: 'member', from: today, until: '' },
    {
      memberId: (value) => (value ? null : t('associations:committees.personFault')),
      from: (value) => (value ? null : t('associations:committees.fromFault')),
      until: (value, all) => (value && value < all.from ? t('associations:committees.untilFault') : null),
    },
  );
  const { values } = form;
  return (
    <form
      className="form no-print"
      style={{ marginTop: '1.25rem' }}
      noValidate
      onSubmit={form.submit(({ memberId, memberName, function: what, from, until }) =>
        seat.mutate(
          { memberId, function: what as Function, from, until: until || null },
          {
            onSuccess: () => {
              close();
              tell(t('associations:committees.seatDone', { name: memberName, committee: committee.name }));
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
      <FloorNote member={values.memberId} committee={committee.id} />
      <NativeSelect label={t('associations:committees.function')} data={functions.map((one) => ({ value: one, label: t(`associations:function.${one}`) }))} {...form.text('function')} />
      <DateField id="from" label={t('associations:board.from')} value={values.from} onChange={(value) => form.set('from', value)} error={form.errors.from} />
      <DateField id="until" label={t('common:form.optional', { label: t('associations:board.until') })} value={values.until} onChange={(value) => form.set('until', value)} error={form.errors.until} />
      {seat.error && Object.keys(form.errors).length === 0 && <ProblemNote error={seat.error} kept />}
      <SubmitOrCancel verb={t('associations:committees.seat')} pending={seat.isPending} cancel={close} />
    </form>
  );
}

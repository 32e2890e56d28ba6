import type { Committee, NewSeat } from '../api/types';
import { FloorNote } from '../office/FloorNote';
import { SeatForm } from '../office/SeatForm';
import { useTexts } from '../ui/useTexts';
import { useSeat } from './data';

const functions: NonNullable<NewSeat['function']>[] = ['convener', 'member', 'substitute'];

/** Gives a member a seat in a committee of the district; says what the balance becomes. */
export function CommitteeSeat({ committee, close }: { committee: Committee; close: () => void }) {
  const t = useTexts('associations');
  const seat = useSeat(committee.id);
  return (
    <SeatForm
      functions={functions.map((value) => ({ value, label: t(`associations:function.${value}`) }))}
      functionLabel={t('associations:committees.function')}
      giving={seat}
      done={(name) => t('associations:committees.seatDone', { name, committee: committee.name })}
      close={close}
    >
      {(member) => <FloorNote member={member} committee={committee.id} />}
    </SeatForm>
  );
}

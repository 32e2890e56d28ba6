import { Checkbox, Radio } from '@mantine/core';
import type { DuplicatePair, MergeEdit } from '../api/types';
import { Confirm } from '../ui/Confirm';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { showPhone } from '../ui/phone';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useMerge } from './data';

type Side = DuplicatePair['one'];
type Field = NonNullable<MergeEdit['fromAbsorbed']>[number];
type Shown = 'name' | 'email' | 'phone' | 'home' | 'birthYear';

const fields: Shown[] = ['name', 'email', 'phone', 'home', 'birthYear'];

function valueOf(person: Side, field: Shown): string {
  switch (field) {
    case 'name':
      return `${person.givenName} ${person.familyName}`;
    case 'email':
      return person.email ?? '';
    case 'phone':
      return person.phone ? showPhone(person.phone) : '';
    case 'home':
      return person.postalCode ?? '';
    case 'birthYear':
      return person.birthYear?.toString() ?? '';
  }
}

/** Whichever the central register knows, else whoever has been there longest, is proposed as the one that stays. */
function proposed({ one, other }: DuplicatePair): string {
  const rank = (person: Side) => Number(person.isConfirmed) * 2 + Number(person.memberNumber !== null);
  if (rank(one) !== rank(other)) return rank(one) > rank(other) ? one.memberId : other.memberId;
  return one.appliedOn <= other.appliedOn ? one.memberId : other.memberId;
}

/** Which entry stays, and of which fields the other's value holds. */
export function MergeDialog({ pair, close }: { pair: DuplicatePair; close: () => void }) {
  const t = useTexts('people');
  const { tell } = useNotices();
  const merge = useMerge();
  const form = useFields({ kept: proposed(pair), take: [] as Field[] });
  const { kept: keptId, take } = form.values;
  const [kept, absorbed] = pair.one.memberId === keptId ? [pair.one, pair.other] : [pair.other, pair.one];
  const differing = fields.filter((field) => valueOf(absorbed, field) && valueOf(kept, field) && valueOf(absorbed, field) !== valueOf(kept, field));
  const send = async () => {
    await merge.mutateAsync({ kept: kept.memberId, absorbed: absorbed.memberId, fromAbsorbed: take.filter((field) => differing.includes(field as Shown)), keptVersion: kept.version, absorbedVersion: absorbed.version });
    close();
    tell(t('people:duplicates.done', { name: valueOf(take.includes('name') ? absorbed : kept, 'name') }));
  };
  return (
    <Confirm title={t('people:duplicates.mergeTitle', { name: valueOf(kept, 'name') })} open close={close}>
      <form className="form" noValidate onSubmit={form.submit(() => void send().catch(() => undefined))}>
        <p>{t('people:duplicates.mergeHelp')}</p>
        <fieldset>
          <legend>{t('people:duplicates.keep')}</legend>
          <div style={{ display: 'grid', gap: '0.75rem', marginTop: '0.75rem' }}>
            {[pair.one, pair.other].map((person) => (
              <Radio
                key={person.memberId}
                name="kept"
                value={person.memberId}
                checked={person.memberId === keptId}
                onChange={() => form.set('kept', person.memberId)}
                label={`${valueOf(person, 'name')}, ${person.association.name}${person.memberNumber ? `, ${person.memberNumber}` : ''}`}
              />
            ))}
          </div>
        </fieldset>
        {differing.map((field) => (
          <Checkbox
            key={field}
            label={t('people:duplicates.take', { field: t(`people:duplicates.field.${field}`).toLowerCase() })}
            description={`${valueOf(kept, field)} → ${valueOf(absorbed, field)}`}
            checked={take.includes(field)}
            onChange={(event) => form.set('take', event.currentTarget.checked ? [...take, field] : take.filter((one) => one !== field))}
          />
        ))}
        {merge.error && <ProblemNote error={merge.error} kept />}
        <SubmitOrCancel verb={t('people:duplicates.verb')} pending={merge.isPending} cancel={close} />
      </form>
    </Confirm>
  );
}

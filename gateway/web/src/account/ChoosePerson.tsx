import { Button } from '@mantine/core';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { useTexts } from '../ui/useTexts';

export interface SharedPerson {
  memberId: string;
  lastSignedInAt?: string | null;
  assignments: string[];
}

/** Several people share the address: which of them is it? The gateway knows no names, so they are told apart by assignment and latest visit. */
export function ChoosePerson({ people, choose, busy }: { people: SharedPerson[]; choose: (memberId: string) => void; busy: boolean }) {
  const t = useTexts('account');
  const codes = useCodes();
  const { dayAndTime } = useFormat();
  return (
    <ul className="plain-list flow">
      {people.map((person) => (
        <li key={person.memberId}>
          <Button variant="default" h="auto" py="sm" disabled={busy} onClick={() => choose(person.memberId)} styles={{ label: { whiteSpace: 'normal', textAlign: 'left', display: 'block' } }}>
            <b>{person.assignments.map((kind) => codes('assignment', kind)).join(', ') || t('account:choose.member')}</b>
            <br />
            <span className="dim small">{person.lastSignedInAt ? t('account:choose.last', { when: dayAndTime(person.lastSignedInAt) }) : t('account:choose.never')}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

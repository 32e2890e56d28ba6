import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { PersonRow } from '../api/types';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { useFoundPeople } from './data';

interface Props {
  /** The chosen person's name; empty while nobody is chosen. */
  chosen: string;
  error?: string;
  choose: (person: PersonRow | undefined) => void;
  /** Only its members; leave it out for everybody within reach. */
  association?: string;
}

/** Finds a member by name and chooses one of those found, each with the association that tells namesakes apart. */
export function FindPerson({ chosen, error, choose, association }: Props) {
  const t = useTexts('district');
  const [name, setName] = useState('');
  const [asked] = useDebouncedValue(name, 250);
  const found = useFoundPeople(asked, association);
  if (chosen) {
    return (
      <div className="row-of-buttons">
        <span>
          {t('district:start.person')}: <b>{chosen}</b>
        </span>
        <Button variant="default" size="sm" onClick={() => choose(undefined)}>
          {t('district:start.another')}
        </Button>
      </div>
    );
  }
  return (
    <div>
      <TextInput id="memberId" label={t('district:start.person')} description={t('district:start.personHelp')} value={name} error={error} autoComplete="off" maxLength={100} onChange={(event) => setName(event.currentTarget.value)} />
      <div role="status">
        {found.error && <ProblemNote error={found.error} />}
        {found.data && asked.trim().length > 1 && (
          <ul className="plain-list" style={{ marginTop: '0.5rem' }}>
            {found.data.items.length === 0 && <li className="dim">{t('district:start.nobody')}</li>}
            {found.data.items.map((person) => (
              <li key={person.memberId}>
                <Button variant="subtle" size="sm" px="xs" onClick={() => choose(person)}>
                  {person.name}, {person.associationName}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

import { Button, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Me, PersonEdit } from '../api/types';
import { useNotices } from '../ui/Notices';
import { PersonForm } from '../ui/PersonForm';
import { editOf, personFields } from '../ui/personFields';
import { useTexts } from '../ui/useTexts';
import { useCorrectPerson } from './data';

/** Corrects a person's data for them, for example after a call. */
export function Correction({ person }: { person: Me }) {
  const t = useTexts('association');
  const { tell } = useNotices();
  const client = useQueryClient();
  const [correcting, setCorrecting] = useState(false);
  const correct = useCorrectPerson(person.memberId);

  function save(edit: PersonEdit) {
    const before = editOf(personFields(person));
    correct.mutate(
      { edit, version: person.version },
      {
        onSuccess: (saved) => {
          setCorrecting(false);
          tell(t('words:person.saved'), () => correct.mutate({ edit: before, version: saved.version }, { onSuccess: () => tell(t('words:person.restored')) }));
        },
      },
    );
  }

  return (
    <section className="section no-print">
      <Title order={2}>{t('association:person.correct')}</Title>
      {correcting ? (
        <PersonForm
          key={person.version}
          person={person}
          save={save}
          saving={correct.isPending}
          error={correct.error}
          reload={() => {
            correct.reset();
            void client.invalidateQueries({ queryKey: ['person', person.memberId] });
          }}
        />
      ) : (
        <Button variant="default" onClick={() => setCorrecting(true)}>
          {t('association:person.correctVerb')}
        </Button>
      )}
    </section>
  );
}

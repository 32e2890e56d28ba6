import { useQueryClient } from '@tanstack/react-query';
import type { Me, PersonEdit } from '../api/types';
import { ActivityForm } from '../activation/ActivityForm';
import { Answered } from '../ui/Answered';
import { Facts } from '../ui/Facts';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { PersonForm } from '../ui/PersonForm';
import { editOf, personFields } from '../ui/personFields';
import { useTexts } from '../ui/useTexts';
import { Leave } from './Leave';
import { useCorrectMe, useMe } from './data';

/** One's own data, to be corrected. */
export default function DetailsPage() {
  const t = useTexts('me');
  const me = useMe();
  return (
    <Page title={t('me:details.title')} lead={t('me:details.lead')}>
      <Answered query={me}>{(person) => <Correct person={person} />}</Answered>
      <ActivityForm />
      <Leave />
    </Page>
  );
}

function Correct({ person }: { person: Me }) {
  const t = useTexts('me');
  const { tell } = useNotices();
  const client = useQueryClient();
  const correct = useCorrectMe();

  function save(edit: PersonEdit) {
    const before = editOf(personFields(person));
    correct.mutate(
      { edit, version: person.version },
      { onSuccess: (saved) => tell(t('words:person.saved'), () => correct.mutate({ edit: before, version: saved.version }, { onSuccess: () => tell(t('words:person.restored')) })) },
    );
  }

  return (
    <>
      <div style={{ marginBottom: '1.75rem' }}>
        <Facts items={[[t('words:person.email'), <>{person.email}<div className="dim small">{t('words:person.emailFixed')}</div></>]]} />
      </div>
      {/* A new version is a new form: what it shows is what is stored. */}
      <PersonForm
        key={person.version}
        person={person}
        save={save}
        saving={correct.isPending}
        error={correct.error}
        reload={() => {
          correct.reset();
          void client.invalidateQueries({ queryKey: ['me'] });
        }}
      />
    </>
  );
}

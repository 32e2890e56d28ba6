import { useParams } from 'react-router';
import { Attached } from '../register/Attached';
import { PeopleSearch } from '../register/PeopleSearch';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';

/** The association's people. */
export default function PeoplePage() {
  const t = useTexts('association');
  const { id = '' } = useParams();
  return (
    <Page title={t('association:people.title')} wide>
      <PeopleSearch caption={t('association:people.title')} association={id} />
      <Attached association={id} />
    </Page>
  );
}

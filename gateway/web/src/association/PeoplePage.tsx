import { Link, useParams } from 'react-router';
import { may } from '../api/rights';
import { useSession } from '../api/session';
import { Attached } from '../register/Attached';
import { PeopleSearch } from '../register/PeopleSearch';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';

/** The association's people. */
export default function PeoplePage() {
  const t = useTexts('association');
  const c = useTexts('corrections');
  const { id = '' } = useParams();
  const { data: session } = useSession();
  return (
    <Page title={t('association:people.title')} wide>
      <PeopleSearch
        caption={t('association:people.title')}
        association={id}
        more={may(session, 'register:edit', id) && <Link to={`/forening/${id}/rattelser`}>{c('corrections:title')}</Link>}
      />
      <Attached association={id} />
    </Page>
  );
}

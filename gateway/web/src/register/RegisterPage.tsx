import { NativeSelect } from '@mantine/core';
import { Link } from 'react-router';
import { useAssociations } from '../api/associations';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import { Page } from '../ui/Page';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { PeopleSearch } from './PeopleSearch';

/** Everybody in the district's register, whichever association they belong to. */
export default function RegisterPage() {
  const t = useTexts('association');
  const r = useTexts('people');
  const { data: session } = useSession();
  const { get, set } = useAddress();
  const { data: associations = [] } = useAssociations();
  return (
    <Page title={t('association:register.title')} wide>
      {mayInDistrict(session, 'register:edit') && (
        <p className="row-of-buttons no-print">
          <Link to="/distrikt/medlemmar/dubbletter">{r('people:duplicates.title')}</Link>
          {mayInDistrict(session, 'protection:manage') && <Link to="/distrikt/medlemmar/skyddade">{r('people:protection.listTitle')}</Link>}
        </p>
      )}
      <PeopleSearch caption={t('association:register.title')}>
        <NativeSelect
          label={t('association:people.association')}
          value={get('forening')}
          onChange={(event) => set('forening', event.currentTarget.value)}
          data={[{ value: '', label: t('association:register.everywhere') }, ...associations.map((one) => ({ value: one.id, label: one.name }))]}
          maw={360}
        />
      </PeopleSearch>
    </Page>
  );
}

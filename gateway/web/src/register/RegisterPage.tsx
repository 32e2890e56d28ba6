import { NativeSelect } from '@mantine/core';
import { useAssociations } from '../api/associations';
import { Page } from '../ui/Page';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { PeopleSearch } from './PeopleSearch';

/** Everybody in the district's register, whichever association they belong to. */
export default function RegisterPage() {
  const t = useTexts('association');
  const { get, set } = useAddress();
  const { data: associations = [] } = useAssociations();
  return (
    <Page title={t('association:register.title')} wide>
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

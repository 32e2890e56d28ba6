import { FilterChips } from '../ui/FilterChips';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { AdminPage } from './AdminPage';
import { LogList } from './LogList';

const areas = ['signIn', 'secondFactor', 'session', 'account', 'client', 'key'] as const;

/** Everything that has happened to sign-ins, clients and keys, and what administrators did. */
export default function LogPage() {
  const t = useTexts('admin');
  const { get, set } = useAddress();
  const shown = areas.find((area) => area === get('visa')) ?? '';
  return (
    <AdminPage title={t('admin:log.title')} wide>
      <div style={{ marginBottom: '1.25rem' }}>
        <FilterChips
          label={t('admin:log.filter')}
          value={shown}
          onChange={(value) => set('visa', value)}
          options={[['', t('admin:log.all')], ...areas.map((area): [typeof area, string] => [area, t(`admin:log.area.${area}`)])]}
        />
      </div>
      <LogList area={shown} />
    </AdminPage>
  );
}

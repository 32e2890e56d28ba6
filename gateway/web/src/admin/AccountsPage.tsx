import { Link } from 'react-router';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { SearchField } from '../ui/SearchField';
import { ShowMore } from '../ui/ShowMore';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { AdminPage } from './AdminPage';
import { useAccounts } from './data';

/** Finds an account by the beginning of its address; nobody browses them all. */
export default function AccountsPage() {
  const t = useTexts('admin');
  return (
    <AdminPage title={t('admin:accounts.title')} lead={t('admin:accounts.lead')} wide>
      <Find />
    </AdminPage>
  );
}

function Find() {
  const t = useTexts('admin');
  const codes = useCodes();
  const { dayAndTime } = useFormat();
  const { get, set } = useAddress();
  const search = get('sok').trim();
  const accounts = useAccounts(search);
  const last = (at: string | null) => (at ? dayAndTime(at) : t('admin:accounts.never'));
  return (
    <div className="flow" style={{ alignItems: 'stretch' }}>
      <SearchField label={t('admin:accounts.search')} value={search} onSearch={(value) => set('sok', value.trim())} />
      {search.length < 3 ? (
        <p className="dim">{t('admin:accounts.short')}</p>
      ) : (
        <Answered query={accounts} rows={4}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={t('admin:accounts.none')} />
            ) : (
              <div>
                <DataTable
                  caption={t('admin:accounts.title')}
                  rows={rows}
                  rowKey={(row) => row.id}
                  columns={[
                    { key: 'email', header: t('admin:accounts.email'), cell: (row) => <Link to={`/administration/konton/${row.id}`}>{row.email ?? t('admin:accounts.noEmail')}</Link> },
                    { key: 'state', header: t('admin:accounts.state'), cell: (row) => codes('membership', row.state) },
                    { key: 'last', header: t('admin:accounts.last'), cell: (row) => last(row.lastSignedInAt) },
                  ]}
                  secondLine={(row) => `${codes('membership', row.state)} · ${last(row.lastSignedInAt)}`}
                />
                <ShowMore query={accounts} shown={rows.length} />
              </div>
            )
          }
        </Answered>
      )}
    </div>
  );
}

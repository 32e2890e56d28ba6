import { Link, useParams } from 'react-router';
import type { MembershipState, PersonRow } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { FilterChips } from '../ui/FilterChips';
import { Page } from '../ui/Page';
import { SearchField } from '../ui/SearchField';
import { ShowMore } from '../ui/ShowMore';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { usePeople } from './data';

const states: MembershipState[] = ['applicant', 'paid', 'member', 'lapsed'];

/** The association's people: found by name, narrowed by how they stand. */
export default function PeoplePage() {
  const t = useTexts('association');
  const codes = useCodes();
  const { longDay } = useFormat();
  const { id = '' } = useParams();
  const { get, set } = useAddress();
  const [q, state] = [get('sok'), get('status')];
  const people = usePeople({ association: id, q, state });
  const stands = (row: PersonRow) => (
    <>
      {codes('membership', row.state)} <span className="dim small">{t('association:people.since', { date: longDay(row.since) })}</span>
    </>
  );
  return (
    <Page title={t('association:people.title')} wide>
      <div className="flow no-print" style={{ marginBottom: '1.5rem' }}>
        <SearchField label={t('association:people.search')} value={q} onSearch={(value) => set('sok', value)} />
        <FilterChips
          label={t('association:people.filter')}
          value={state}
          onChange={(value) => set('status', value)}
          options={[['', t('association:people.all')], ...states.map((one): [string, string] => [one, t(`words:membership.${one}`)])]}
        />
      </div>
      <Answered query={people} rows={8}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={q || state ? t('association:people.noHit') : t('association:people.empty')}>{q || state ? t('association:people.noHitHelp') : t('association:people.emptyHelp')}</Empty>
          ) : (
            <>
              <DataTable
                caption={t('association:people.title')}
                rows={rows}
                rowKey={(row) => row.memberId}
                columns={[
                  { key: 'name', header: t('association:people.name'), cell: (row) => <Link to={`/forening/${id}/medlemmar/${row.memberId}`}>{row.name}</Link> },
                  { key: 'state', header: t('association:people.state'), cell: stands },
                  { key: 'case', header: t('association:people.case'), cell: (row) => (row.hasOpenCase ? t('association:people.hasCase') : '–') },
                ]}
                secondLine={(row) => (
                  <>
                    {stands(row)}
                    {row.hasOpenCase && ` · ${t('association:people.hasCase')}`}
                  </>
                )}
              />
              <ShowMore query={people} shown={rows.length} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

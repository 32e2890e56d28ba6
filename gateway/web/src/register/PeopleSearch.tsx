import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useNow } from '../api/clock';
import { may, mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { MembershipState, PersonRow } from '../api/types';
import { useCodes } from '../i18n/codes';
import { dateOf, useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { FilterChips } from '../ui/FilterChips';
import { Note } from '../ui/Note';
import { SearchField } from '../ui/SearchField';
import { ShowMore } from '../ui/ShowMore';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { usePeople } from '../association/data';
import { ExportForm } from './ExportForm';

const states: MembershipState[] = ['applicant', 'paid', 'member', 'lapsed', 'left'];

interface Props {
  caption: string;
  /** One association's people; all within reach where it is not said, and then each with the association. */
  association?: string;
  /** More ways to narrow the list. */
  children?: ReactNode;
  /** What else can be done with the list, beside fetching it. */
  more?: ReactNode;
}

/** People of the register: found by name, address or number, narrowed by how they stand. */
export function PeopleSearch({ caption, association, children, more }: Props) {
  const t = useTexts('association');
  const codes = useCodes();
  const { longDay } = useFormat();
  const { get, set } = useAddress();
  const r = useTexts('people');
  const { data: session } = useSession();
  const year = dateOf(useNow()).slice(0, 4);
  const [q, status] = [get('sok'), get('status')];
  const unpaid = status === 'unpaid';
  const state = unpaid ? '' : status;
  const where = association ?? get('forening');
  const people = usePeople({ association: where, q, state, unpaidFor: unpaid ? Number(year) : undefined });
  const exports = association ? may(session, 'register:export', association) : mayInDistrict(session, 'register:export');
  const narrowed = q || status || get('forening');
  const stands = (row: PersonRow) => (
    <>
      {codes('membership', row.state)} <span className="dim small">{t('association:people.since', { date: longDay(row.since) })}</span>
    </>
  );
  return (
    <>
      <div className="flow no-print" style={{ marginBottom: '1.5rem' }}>
        <SearchField label={t('association:people.search')} value={q} onSearch={(value) => set('sok', value)} />
        <FilterChips
          label={t('association:people.filter')}
          value={status}
          onChange={(value) => set('status', value)}
          options={[['', t('association:people.all')], ...states.map((one): [string, string] => [one, t(`words:membership.${one}`)]), ['unpaid', r('people:unpaid', { year })]]}
        />
        {children}
        {(exports || more) && (
          <div className="row-of-buttons" style={{ columnGap: '1.25rem' }}>
            {exports && <ExportForm address="/api/members/people/export" query={{ q, association: where, state, unpaidFor: unpaid ? year : '' }} />}
            {more}
          </div>
        )}
      </div>
      <Answered query={people} rows={8}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={narrowed ? t('association:people.noHit') : t('association:people.empty')}>{narrowed ? t('association:people.noHitHelp') : t('association:people.emptyHelp')}</Empty>
          ) : (
            <>
              {rows[0]?.isGuess && <Note kind="information">{t('association:people.guess', { typed: q })}</Note>}
              <DataTable
                caption={caption}
                rows={rows}
                rowKey={(row) => row.memberId}
                columns={[
                  { key: 'name', header: t('association:people.name'), cell: (row) => <Link to={`/forening/${row.associationId}/medlemmar/${row.memberId}`}>{row.name}</Link> },
                  ...(association ? [] : [{ key: 'association', header: t('association:people.association'), cell: (row: PersonRow) => row.associationName }]),
                  { key: 'state', header: t('association:people.state'), cell: stands },
                  { key: 'case', header: t('association:people.case'), cell: (row) => (row.hasOpenCase ? t('association:people.hasCase') : '–') },
                ]}
                secondLine={(row) => (
                  <>
                    {!association && `${row.associationName} · `}
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
    </>
  );
}

import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { MembershipState, PersonRow } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
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

const states: MembershipState[] = ['applicant', 'paid', 'member', 'lapsed'];

interface Props {
  caption: string;
  /** One association's people; all within reach where it is not said, and then each with the association. */
  association?: string;
  /** More ways to narrow the list. */
  children?: ReactNode;
}

/** People of the register: found by name, address or number, narrowed by how they stand. */
export function PeopleSearch({ caption, association, children }: Props) {
  const t = useTexts('association');
  const codes = useCodes();
  const { longDay } = useFormat();
  const { get, set } = useAddress();
  const [q, state] = [get('sok'), get('status')];
  const people = usePeople({ association: association ?? get('forening'), q, state });
  const narrowed = q || state || get('forening');
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
          value={state}
          onChange={(value) => set('status', value)}
          options={[['', t('association:people.all')], ...states.map((one): [string, string] => [one, t(`words:membership.${one}`)])]}
        />
        {children}
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

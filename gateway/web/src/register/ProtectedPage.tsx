import { Link } from 'react-router';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { useProtected } from './data';

type Row = NonNullable<ReturnType<typeof useProtected>['data']>[number];

/** Those with protected identity, so that none of them is left with nobody to reach them. */
export default function ProtectedPage() {
  const t = useTexts('people');
  const list = useProtected();
  const through = (row: Row) =>
    row.through === null ? <b>{t('people:protection.nobody')}</b> : row.isReachable ? row.through : <b>{t('people:protection.notReachable', { name: row.through })}</b>;
  return (
    <Page
      title={t('people:protection.listTitle')}
      lead={t('people:protection.listLead')}
      crumbs={[{ label: t('common:area.district'), to: '/distrikt' }, { label: t('common:place.people'), to: '/distrikt/medlemmar' }]}
      wide
    >
      <Answered query={list} rows={3}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('people:protection.listEmpty')} />
          ) : (
            <DataTable
              caption={t('people:protection.listTitle')}
              rows={rows}
              rowKey={(row) => row.memberId}
              columns={[
                { key: 'name', header: t('people:protection.columnName'), cell: (row) => <Link to={`/forening/${row.associationId}/medlemmar/${row.memberId}`}>{row.name}</Link> },
                { key: 'association', header: t('people:move.title'), cell: (row) => row.associationName },
                { key: 'through', header: t('people:protection.columnThrough'), cell: through },
              ]}
              secondLine={(row) => (
                <>
                  {row.associationName} · {through(row)}
                </>
              )}
            />
          )
        }
      </Answered>
    </Page>
  );
}

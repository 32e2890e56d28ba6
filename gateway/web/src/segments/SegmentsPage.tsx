import { Button } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { useAssociationNames } from '../api/associations';
import type { Segment } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { filterOf, useSegments } from './data';
import { useSharedWith } from './useSharedWith';
import { useWords } from './useWords';

/** Where the lists stand: in an association's area, or in the district's. */
export const useListsAddress = () => {
  const { id } = useParams();
  return id ? `/forening/${id}/listor` : '/distrikt/listor';
};

/** The lists that one has made or shares. */
export default function SegmentsPage() {
  const t = useTexts('segments');
  const { longDay } = useFormat();
  const nameOf = useAssociationNames();
  const sharedWith = useSharedWith();
  const words = useWords();
  const home = useListsAddress();
  const list = useSegments();
  const create = (
    <Button component={Link} to={`${home}/ny`}>
      {t('segments:new')}
    </Button>
  );
  const shared = (row: Segment) => (row.associationId ? nameOf(row.associationId) : sharedWith(row.sharing));
  return (
    <Page title={t('segments:title')} wide>
      <p className="dim">{t('segments:intro')}</p>
      <Answered query={list} rows={4}>
        {(rows) =>
          rows.length === 0 ? (
            <>
              <Empty title={t('segments:empty')}>{t('segments:emptyHelp')}</Empty>
              <div className="row-of-buttons" style={{ marginTop: '1rem' }}>
                {create}
              </div>
            </>
          ) : (
            <>
              <div className="row-of-buttons no-print">{create}</div>
              <DataTable
                caption={t('segments:title')}
                rows={rows}
                rowKey={(row) => row.id}
                columns={[
                  { key: 'name', header: t('segments:column.name'), cell: (row) => <Link to={`${home}/${row.id}`}>{row.name}</Link> },
                  { key: 'meaning', header: t('segments:column.meaning'), cell: (row) => words(filterOf(row)) },
                  { key: 'shared', header: t('segments:column.shared'), cell: shared },
                  { key: 'changed', header: t('segments:column.changed'), cell: (row) => longDay(row.changedAt) },
                ]}
                secondLine={(row) => (
                  <>
                    {words(filterOf(row))} · {shared(row)}
                  </>
                )}
              />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

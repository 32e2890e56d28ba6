import { Title } from '@mantine/core';
import { Link } from 'react-router';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { useSegmentPeople } from './data';

/** Those whom a saved list means today. */
export function SegmentPeople({ id }: { id: string }) {
  const t = useTexts('segments');
  const codes = useCodes();
  const { longDay } = useFormat();
  const people = useSegmentPeople(id);
  return (
    <section className="flow" style={{ marginTop: '2rem' }}>
      <Title order={2}>{t('segments:people.title')}</Title>
      <Answered query={people} rows={6}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('segments:people.empty')}>{t('segments:people.emptyHelp')}</Empty>
          ) : (
            <>
              <DataTable
                caption={t('segments:people.title')}
                rows={rows}
                rowKey={(row) => row.memberId}
                columns={[
                  { key: 'name', header: t('segments:people.name'), cell: (row) => <Link to={`/forening/${row.associationId}/medlemmar/${row.memberId}`}>{row.name}</Link> },
                  { key: 'association', header: t('segments:kind.association'), cell: (row) => row.associationName },
                  { key: 'state', header: t('segments:kind.state'), cell: (row) => codes('membership', row.state) },
                  { key: 'since', header: t('segments:people.since'), cell: (row) => longDay(row.since) },
                ]}
                secondLine={(row) => `${row.associationName} · ${codes('membership', row.state)} · ${longDay(row.since)}`}
              />
              <ShowMore query={people} shown={rows.length} />
            </>
          )
        }
      </Answered>
    </section>
  );
}

import { Title } from '@mantine/core';
import { useCodes } from '../i18n/codes';
import { DataTable } from '../ui/DataTable';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { useCorrections } from './data';

/** What to correct in the central register after an import, where ours is believed. Nothing where there is nothing. */
export function Corrections({ importId }: { importId: string }) {
  const t = useTexts('people');
  const codes = useCodes();
  const list = useCorrections(importId);
  if (!list.data || list.data.length === 0) return null;
  return (
    <section className="section">
      <Title order={2}>{t('people:corrections.title')}</Title>
      <p className="dim">{t('people:corrections.help')}</p>
      <DataTable
        caption={t('people:corrections.title')}
        rows={list.data}
        rowKey={(row) => row.memberId + row.field}
        columns={[
          { key: 'name', header: t('people:corrections.name'), cell: (row) => row.name },
          { key: 'number', header: t('people:corrections.number'), cell: (row) => row.memberNumber },
          { key: 'field', header: t('people:corrections.field'), cell: (row) => codes('importField', row.field) },
          { key: 'ours', header: t('people:corrections.ours'), cell: (row) => <b>{row.ours}</b> },
          { key: 'theirs', header: t('people:corrections.theirs'), cell: (row) => row.theirs },
        ]}
        secondLine={(row) => (
          <>
            {row.memberNumber} · {codes('importField', row.field)}: <b>{row.ours}</b> ({row.theirs})
          </>
        )}
      />
      <ShowMore query={list} shown={list.data.length} />
    </section>
  );
}

import { Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Import } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { useImports } from './data';

/** Imports so far, the latest first. */
export function History() {
  const t = useTexts('import');
  const codes = useCodes();
  const { dayAndTime, number } = useFormat();
  const list = useImports();
  const where = (row: Import) => codes('importState', row.state);
  return (
    <section className="section" aria-labelledby="history">
      <Title order={2} id="history">
        {t('import:history.title')}
      </Title>
      <Answered query={list} rows={3}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('import:history.empty')}>{t('import:history.emptyHelp')}</Empty>
          ) : (
            <>
              <DataTable
                caption={t('import:history.title')}
                rows={rows}
                rowKey={(row) => row.importId}
                columns={[
                  { key: 'when', header: t('import:history.when'), cell: (row) => <Link to={`/distrikt/import/${row.importId}`}>{dayAndTime(row.receivedAt)}</Link> },
                  { key: 'file', header: t('import:history.file'), cell: (row) => row.fileName },
                  { key: 'by', header: t('import:history.by'), cell: (row) => row.receivedBy ?? '' },
                  { key: 'rows', header: t('import:history.rows'), numeric: true, cell: (row) => number(row.rows) },
                  { key: 'state', header: t('import:history.state'), cell: where },
                ]}
                secondLine={(row) => `${where(row)} · ${row.fileName}`}
              />
              <ShowMore query={list} shown={rows.length} />
            </>
          )
        }
      </Answered>
    </section>
  );
}

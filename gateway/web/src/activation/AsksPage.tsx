import { Button } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { useAssociationNames } from '../api/associations';
import type { Ask } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { useAsks } from './data';

/** What the association has asked its members to help with, and how many come. */
export default function AsksPage() {
  const t = useTexts('asks');
  const { dayAndTime, number } = useFormat();
  const { id = '' } = useParams();
  const nameOf = useAssociationNames();
  const asks = useAsks(id);
  const standing = (row: Ask) =>
    row.state === 'cancelled' ? t('asks:list.cancelled') : row.isOver && row.came > 0 ? t('asks:list.came', { count: row.came }) : t('asks:list.places', { yes: number(row.yes), needed: number(row.needed) });
  return (
    <Page title={t('asks:list.title')} lead={t('asks:list.lead', { association: nameOf(id) })} wide>
      <p style={{ marginBottom: '1.5rem' }} className="no-print">
        <Button component={Link} to={`/forening/${id}/hjalp/ny`}>
          {t('asks:list.new')}
        </Button>
      </p>
      <Answered query={asks} rows={4}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('asks:list.empty')}>{t('asks:list.emptyHelp')}</Empty>
          ) : (
            <>
              <DataTable
                caption={t('asks:list.title')}
                rows={rows}
                rowKey={(row) => row.askId}
                columns={[
                  { key: 'title', header: t('asks:list.what'), cell: (row) => <Link to={`/forening/${id}/hjalp/${row.askId}`}>{row.title}</Link> },
                  { key: 'when', header: t('asks:list.when'), cell: (row) => dayAndTime(row.startsAt) },
                  { key: 'where', header: t('asks:list.where'), cell: (row) => row.place },
                  { key: 'asked', header: t('asks:list.asked'), cell: (row) => number(row.asked), numeric: true },
                  { key: 'standing', header: t('asks:list.standing'), cell: standing, onPhone: true },
                ]}
                secondLine={(row) => `${dayAndTime(row.startsAt)} · ${row.place}`}
              />
              <ShowMore query={asks} shown={rows.length} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

import { Button, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { LiaisonRow } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { useTexts } from '../ui/useTexts';
import { useLiaisons } from './data';
import classes from './liaisons.module.css';
import { Standing } from './Standing';

/** Whether every association has a liaison, and how it goes: gaps first, then the longest overdue. */
export function Coverage() {
  const t = useTexts('liaisons');
  const { number, shortDay } = useFormat();
  const all = useLiaisons(false);
  const who = (row: LiaisonRow) => [row.liaison?.name ?? t('liaisons:coverage.nobody'), row.standIn && t('liaisons:coverage.standIn', { name: row.standIn.name })].filter(Boolean).join(', ');
  const last = (row: LiaisonRow) => (row.lastContact ? shortDay(row.lastContact) : t('liaisons:coverage.never'));
  return (
    <section aria-labelledby="tackning">
      <Title order={2} id="tackning" mb="sm">
        {t('liaisons:coverage.title')}
      </Title>
      <Answered query={all} rows={8}>
        {({ items, total, covered }) =>
          total === 0 ? (
            <Empty title={t('liaisons:coverage.empty')} />
          ) : (
            <>
              <p className={classes.figure}>{t('liaisons:coverage.figure', { percent: number(Math.floor((100 * covered) / total)), covered: number(covered), total: number(total) })}</p>
              <div className="row-of-buttons no-print" style={{ margin: '1rem 0 1.5rem' }}>
                <Button component={Link} to="/distrikt/faddrar/forslag" variant={covered < total ? 'filled' : 'default'}>
                  {t('liaisons:coverage.propose')}
                </Button>
                <Button component="a" href="/api/members/liaisons/export" download variant="default">
                  {t('liaisons:coverage.export')}
                </Button>
                <Button component="a" href="/api/members/liaisons/contacts/export" download variant="default">
                  {t('liaisons:coverage.exportLog')}
                </Button>
              </div>
              <DataTable
                caption={t('liaisons:coverage.title')}
                rows={items}
                rowKey={(row) => row.associationId}
                columns={[
                  { key: 'name', header: t('liaisons:coverage.association'), cell: (row) => <Link to={`/distrikt/faddrar/${row.associationId}`}>{row.name}</Link> },
                  { key: 'liaison', header: t('liaisons:coverage.liaison'), cell: who },
                  { key: 'last', header: t('liaisons:coverage.last'), cell: last },
                  { key: 'next', header: t('liaisons:coverage.next'), cell: (row) => <Standing row={row} under /> },
                  { key: 'waits', header: t('liaisons:coverage.waits'), cell: (row) => number(row.questions + row.latePromises), numeric: true },
                ]}
                secondLine={(row) => (
                  <>
                    {who(row)}
                    <br />
                    <Standing row={row} />
                  </>
                )}
              />
              <p className="dim small" style={{ marginTop: '0.75rem' }}>
                {t('liaisons:coverage.waitsHelp')}
              </p>
            </>
          )
        }
      </Answered>
    </section>
  );
}

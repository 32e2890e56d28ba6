import { Title } from '@mantine/core';
import { Link } from 'react-router';
import { may } from '../api/rights';
import { useSession } from '../api/session';
import type { Association } from '../api/types';
import { useFormat } from '../i18n/dates';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { Icon } from '../ui/Icon';
import { useTexts } from '../ui/useTexts';
import { byLateness } from './growthMessage';

/** The associations, those with broken promises first. */
export function AssociationTable({ associations }: { associations: Association[] }) {
  const t = useTexts('district');
  const { number } = useFormat();
  const { data: session } = useSession();
  const late = (row: Association) =>
    row.lateCases > 0 ? (
      <span className="late">
        <Icon name="attention" size={16} /> {number(row.lateCases)}
      </span>
    ) : (
      '0'
    );
  const name = (row: Association) => {
    const words = row.isDistrict ? t('district:associations.own') : row.name;
    return may(session, 'register:read', row.id) || may(session, 'care:work', row.id) ? <Link to={`/forening/${row.id}`}>{words}</Link> : words;
  };
  return (
    <section className="section">
      <Title order={2}>{t('district:associations.title')}</Title>
      {associations.length === 0 ? (
        <Empty title={t('district:associations.empty')} />
      ) : (
        <DataTable
          caption={t('district:associations.title')}
          rows={byLateness(associations)}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              header: t('district:associations.name'),
              cell: (row) => (
                <>
                  {name(row)}
                  {row.state !== 'active' && <span className="dim small"> {t('district:associations.notActive')}</span>}
                </>
              ),
            },
            { key: 'members', header: t('district:associations.members'), cell: (row) => number(row.members), numeric: true },
            { key: 'joined', header: t('district:associations.joined'), cell: (row) => number(row.joinedThisYear), numeric: true },
            { key: 'left', header: t('district:associations.left'), cell: (row) => number(row.leftThisYear), numeric: true },
            { key: 'open', header: t('district:associations.open'), cell: (row) => number(row.openCases), numeric: true },
            { key: 'late', header: t('district:associations.late'), cell: late, numeric: true },
          ]}
          secondLine={(row) => (
            <>
              {t('district:associations.line', { members: number(row.members), joined: number(row.joinedThisYear), open: number(row.openCases) })}
              {row.lateCases > 0 && (
                <>
                  {' · '}
                  {late(row)} <span className="late">{t('district:associations.lateWord')}</span>
                </>
              )}
            </>
          )}
        />
      )}
    </section>
  );
}

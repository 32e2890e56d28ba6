import { Button, Title } from '@mantine/core';
import { Link } from 'react-router';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { HealthFigure, HealthRow } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { useHealth } from './data';
import { placeToAct, useFigureTexts, valueOf } from './figures';
import { Found } from './Found';
import { Limits } from './Limits';
import { Mark } from './Mark';
import classes from './Mark.module.css';

const shown = ['careLate', 'growth', 'activeShare', 'chair', 'liaisonContact', 'lastMeeting', 'consultations', 'delegates', 'campaign'] as const;

/** Every association and how it stands, the worst first; each figure leads to what one does about it. */
export default function HealthPage() {
  const t = useTexts('associations');
  const { data: session } = useSession();
  const health = useHealth();
  const manages = mayInDistrict(session, 'associations:manage');
  return (
    <Page title={t('associations:health.title')} lead={t('associations:health.lead')} wide>
      {manages && <Found />}
      <Answered query={health} rows={10}>
        {({ associations, limits }) => (
          <>
            {associations.length === 0 ? <Empty title={t('associations:health.empty')}>{t('associations:health.emptyHelp')}</Empty> : <Table rows={associations} />}
            <p className="row-of-buttons no-print" style={{ marginTop: '1.25rem' }}>
              <Button component="a" href="/api/members/associations/health/export" download variant="default">
                {t('associations:health.export')}
              </Button>
              {manages && <Link to="/distrikt/sammanslagning">{t('associations:reorganise.link')}</Link>}
            </p>
            <section className="section">
              <Title order={2}>{t('associations:limits.title')}</Title>
              <Limits limits={limits} manages={manages} />
            </section>
          </>
        )}
      </Answered>
    </Page>
  );
}

function Table({ rows }: { rows: HealthRow[] }) {
  const t = useTexts('associations');
  const { number } = useFormat();
  const { data: session } = useSession();
  const { short, name } = useFigureTexts();
  const figure = (row: HealthRow, key: HealthFigure) => {
    const one = valueOf(row, key);
    const to = one.value === null ? undefined : placeToAct(key, row.id, session);
    const mark = one.light === 'green' || one.light === 'unknown' ? <span className={one.light === 'unknown' ? 'dim' : undefined}>{short(one)}</span> : <Mark light={one.light}>{short(one)}</Mark>;
    return to ? <Link to={to} className={one.light === 'green' || one.light === 'unknown' ? classes.quiet : undefined} aria-label={`${row.name}, ${name(key)}: ${short(one)}`}>{mark}</Link> : mark;
  };
  const state = (row: HealthRow) => row.state !== 'active' && <span className="dim small"> {t(`associations:state.${row.state}`)}</span>;
  return (
    <DataTable
      caption={t('associations:health.title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          header: t('associations:health.name'),
          cell: (row) => (
            <>
              <Link to={`/forening/${row.id}/om`}>{row.name.replace(/^Vänsterpartiet /, '')}</Link>
              {state(row)}
            </>
          ),
        },
        { key: 'members', header: t('associations:health.members'), cell: (row) => number(row.members), numeric: true },
        ...shown.map((key) => ({ key, header: t(`associations:short.${key}`), cell: (row: HealthRow) => figure(row, key), numeric: true })),
      ]}
      secondLine={(row) => <Troubles row={row} />}
    />
  );
}

/** On a phone: what is not as it should be, in words; all else is told on the association's own page. */
function Troubles({ row }: { row: HealthRow }) {
  const t = useTexts('associations');
  const { short, name } = useFigureTexts();
  const troubles = row.figures.filter((one) => one.light === 'red' || one.light === 'amber').sort((a, b) => (a.light === b.light ? 0 : a.light === 'red' ? -1 : 1));
  if (troubles.length === 0) return <>{row.state === 'dormant' ? t('associations:health.notJudged') : <Mark light="green">{t('associations:health.allGood')}</Mark>}</>;
  return (
    <span style={{ display: 'flex', flexWrap: 'wrap', gap: '0.25rem 0.9rem', marginTop: '0.2rem' }}>
      {troubles.map((one) => (
        <Mark key={one.figure} light={one.light}>
          {name(one.figure)} {short(one)}
        </Mark>
      ))}
    </span>
  );
}

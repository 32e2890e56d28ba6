import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { onceKey } from '../api/onceKey';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { RegionPosition } from '../api/types';
import classes from '../economy/economy.module.css';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { FilterChips } from '../ui/FilterChips';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ShowMore } from '../ui/ShowMore';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { positionStates, regionAreas, useAddPosition, usePositions } from './data';
import { Filters, useFilters } from './Filters';
import { PositionForm } from './PositionForm';

/** What the group stands for, area by area. */
export default function PositionsPage() {
  const t = useTexts('region');
  const { tell } = useNotices();
  const go = useNavigate();
  const { data: session } = useSession();
  const { get, set } = useAddress();
  const { text, area } = useFilters();
  const state = positionStates.find((one) => one === get('lage')) ?? '';
  const positions = usePositions(text, area, state);
  const add = useAddPosition();
  const [keyFor] = useState(onceKey);
  const [adding, setAdding] = useState(false);
  return (
    <Page title={t('region:positions.title')} lead={t('region:positions.lead')} crumbs={[{ label: t('region:title'), to: '/region' }]} wide>
      {adding ? (
        <PositionForm
          pending={add.isPending}
          error={add.error}
          close={() => setAdding(false)}
          send={async (position) => {
            const made = await add.mutateAsync({ position, key: keyFor(position) });
            tell(t('region:position.saved'));
            void go(`/region/standpunkter/${made.position.positionId}`);
          }}
        />
      ) : (
        mayInDistrict(session, 'region:work') && <Button className="no-print" mb="lg" onClick={() => setAdding(true)}>{t('region:positions.add')}</Button>
      )}
      <Filters label={t('region:positions.search')} />
      <FilterChips label={t('region:positions.state')} options={[['', t('region:positions.any')], ...positionStates.map((one) => [one, t(`region:state.${one}`)] as [typeof one, string])]} value={state} onChange={(value) => set('lage', value)} />
      <Answered query={positions}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t(text || area || state ? 'region:positions.notFound' : 'region:positions.empty')}>{!(text || area || state) && t('region:positions.emptyHelp')}</Empty>
          ) : (
            <>
              {regionAreas.filter((one) => rows.some((row) => row.area === one)).map((one) => (
                <section key={one} className="section" aria-labelledby={`omrade-${one}`}>
                  <Title order={2} id={`omrade-${one}`} mb="sm">{t(`region:area.${one}`)}</Title>
                  <ul className={classes.rows}>
                    {rows.filter((row) => row.area === one).map((row) => (
                      <li key={row.positionId}>
                        <div>
                          <p><Link to={`/region/standpunkter/${row.positionId}`}><b>{row.title}</b></Link></p>
                          <Stands position={row} />
                        </div>
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
              <ShowMore query={positions} shown={rows.length} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

/** Whether it holds, and since when. */
export function Stands({ position }: { position: RegionPosition }) {
  const t = useTexts('region');
  const { shortDay } = useFormat();
  if (position.state === 'withdrawn') return <p className="dim small">{t('region:standing.withdrawn')}</p>;
  if (position.state === 'adopted') return <p className="good small">{t('region:standing.adopted', { date: shortDay(position.adoptedOn ?? '') })}</p>;
  return <p className="small">{position.standingOn ? t('region:standing.changing', { date: shortDay(position.standingOn) }) : t('region:standing.draft')}</p>;
}

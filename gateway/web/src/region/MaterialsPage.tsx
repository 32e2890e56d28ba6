import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useNow } from '../api/clock';
import { onceKey } from '../api/onceKey';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { MaterialView } from '../api/types';
import classes from '../economy/economy.module.css';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { useMaterials, usePublish, useTakeBackMaterial } from './data';
import { Filters, useFilters } from './Filters';
import { MaterialForm } from './MaterialForm';

/** What is published for the associations, and how many have read it. */
export default function MaterialsPage() {
  const t = useTexts('region');
  const { tell } = useNotices();
  // Asked here, so that the day is known when a form opens.
  useNow();
  const go = useNavigate();
  const { data: session } = useSession();
  const { text, area } = useFilters();
  const material = useMaterials(text, area);
  const publish = usePublish();
  const takeBack = useTakeBackMaterial();
  const [keyFor] = useState(onceKey);
  const [adding, setAdding] = useState(false);
  const undo = (id: string) =>
    void takeBack.mutateAsync(id).then(
      () => {
        tell(t('region:material.takenBack'));
        void go('/region/underlag');
      },
      () => tell(t('region:material.notTakenBack')),
    );
  return (
    <Page title={t('region:material.title')} lead={t('region:material.lead')} crumbs={[{ label: t('region:title'), to: '/region' }]} wide>
      {adding ? (
        <MaterialForm
          pending={publish.isPending}
          error={publish.error}
          close={() => setAdding(false)}
          send={async (content) => {
            const made = await publish.mutateAsync({ material: content, key: keyFor(content) });
            tell(t('region:material.published'), () => undo(made.material.materialId));
            void go(`/region/underlag/${made.material.materialId}`);
          }}
        />
      ) : (
        mayInDistrict(session, 'region:publish') && <Button className="no-print" mb="lg" onClick={() => setAdding(true)}>{t('region:material.add')}</Button>
      )}
      <Filters label={t('region:material.search')} />
      <Answered query={material}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t(text || area ? 'region:material.notFound' : 'region:material.empty')}>{!(text || area) && t('region:material.emptyHelp')}</Empty>
          ) : (
            <>
              <ul className={classes.rows}>
                {rows.map((row) => (
                  <li key={row.materialId}>
                    <div>
                      <p><Link to={`/region/underlag/${row.materialId}`}><b>{row.title}</b></Link></p>
                      <p className="small">{t(`region:area.${row.area}`)} · <Valid material={row} /></p>
                      <p className="small">{t('region:material.read', { read: row.read, all: row.associations })}</p>
                    </div>
                  </li>
                ))}
              </ul>
              <ShowMore query={material} shown={rows.length} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

/** Until when the associations see it. */
export function Valid({ material }: { material: Pick<MaterialView['material'], 'validUntil' | 'isValid'> }) {
  const t = useTexts('region');
  const { shortDay } = useFormat();
  return <>{material.validUntil ? t(material.isValid ? 'region:material.validUntil' : 'region:material.expired', { date: shortDay(material.validUntil) }) : t('region:material.always')}</>;
}

import { Button, Title } from '@mantine/core';
import { useParams } from 'react-router';
import { useAssociationNames } from '../api/associations';
import type { OurMaterial } from '../api/types';
import classes from '../economy/economy.module.css';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { useMarkMaterial, useOurMaterial, useOurPositions } from './data';
import { Filters, useFilters } from './Filters';
import { Source } from './PositionPage';

/** The region group as an association's board sees it: material to use, and what holds in the region. */
export default function OurRegionPage() {
  const t = useTexts('region');
  const { id = '' } = useParams();
  const { shortDay } = useFormat();
  const nameOf = useAssociationNames();
  const { text, area } = useFilters();
  const material = useOurMaterial(id);
  const positions = useOurPositions(id, text, area);
  return (
    <Page title={t('region:ours.title')} lead={t('region:ours.lead')} crumbs={[{ label: nameOf(id), to: `/forening/${id}` }]}>
      <section aria-labelledby="underlag">
        <Title order={2} id="underlag" mb="sm">{t('region:ours.material')}</Title>
        <Answered query={material}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={t('region:ours.noMaterial')} />
            ) : (
              <>
                <ul className={classes.rows}>
                  {rows.map((row) => (
                    <Material key={row.materialId} id={id} material={row} />
                  ))}
                </ul>
                <ShowMore query={material} shown={rows.length} />
              </>
            )
          }
        </Answered>
      </section>
      <section className="section" aria-labelledby="standpunkter">
        <Title order={2} id="standpunkter" mb="sm">{t('region:ours.positions')}</Title>
        <Filters label={t('region:positions.search')} />
        <Answered query={positions}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={t(text || area ? 'region:positions.notFound' : 'region:ours.noPositions')} />
            ) : (
              <>
                <ul className={classes.rows}>
                  {rows.map((row) => (
                    <li key={row.positionId}>
                      <div>
                        <p><b>{row.title}</b></p>
                        <p className="dim small">{[t(`region:area.${row.area}`), t('region:standing.adopted', { date: shortDay(row.adoptedOn) })].join(' · ')}</p>
                        <p className="measure">{row.text}</p>
                        <Source source={row.source} link={row.sourceLink} />
                      </div>
                    </li>
                  ))}
                </ul>
                <ShowMore query={positions} shown={rows.length} />
              </>
            )
          }
        </Answered>
      </section>
    </Page>
  );
}

function Material({ id, material }: { id: string; material: OurMaterial }) {
  const t = useTexts('region');
  const { shortDay } = useFormat();
  const { tell } = useNotices();
  const mark = useMarkMaterial(id);
  const { materialId, title } = material;
  const set = (read: boolean) => mark.mutate({ materialId, read }, { onSuccess: () => tell(t(read ? 'region:ours.marked' : 'region:ours.unmarked'), read ? () => set(false) : undefined) });
  return (
    <li>
      <div>
        <p><b>{title}</b></p>
        <p className="dim small">{[t(`region:area.${material.area}`), shortDay(material.publishedAt), material.validUntil && t('region:material.validUntil', { date: shortDay(material.validUntil) })].filter(Boolean).join(' · ')}</p>
        <p className="measure">{material.body}</p>
        {material.link && <p><a href={material.link} rel="noreferrer">{material.link}</a></p>}
        {material.file && <p><a href={`/api/members/associations/${id}/region/material/${materialId}/file`} download>{material.file.name}</a></p>}
        {material.readAt && <p className="good small">{t('region:material.readOn', { date: shortDay(material.readAt) })}</p>}
        {mark.error && <ProblemNote error={mark.error} />}
      </div>
      <div className="row-of-buttons no-print">
        <Button variant={material.readAt ? 'default' : 'filled'} size="sm" loading={mark.isPending} aria-label={t(material.readAt ? 'region:ours.unmarkNamed' : 'region:ours.markReadNamed', { title })} onClick={() => set(!material.readAt)}>{t(material.readAt ? 'region:ours.unmark' : 'region:ours.markRead')}</Button>
      </div>
    </li>
  );
}

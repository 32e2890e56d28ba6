import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useAssociationNames } from '../api/associations';
import { may, mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { CareStatistics } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { useCareStatistics } from './data';
import { FirstContactChart, shareWithin48 } from './FirstContactChart';

/** How promises to members are kept: in the whole district with each association, or in one. */
export default function StatisticsPage() {
  const t = useTexts('cases');
  const { id } = useParams();
  const nameOf = useAssociationNames();
  const { data: session } = useSession();
  const statistics = useCareStatistics(id);
  const crumbs = id
    ? [
        { label: nameOf(id), to: `/forening/${id}` },
        { label: t('common:place.cases'), to: `/forening/${id}/arenden` },
      ]
    : undefined;
  return (
    <Page title={t('cases:statistics.title')} lead={t('cases:statistics.lead')} crumbs={crumbs} wide>
      <Answered query={statistics} rows={6}>
        {(known) => (
          <>
            <Quarters known={known} />
            {!id && <Associations known={known} />}
          </>
        )}
      </Answered>
      <p className="section no-print">
        <a href="/api/members/care/statistics/export" download>
          {t('cases:statistics.export')}
        </a>
        {(id ? may(session, 'care:work', id) : mayInDistrict(session, 'care:work')) && (
          <>
            {' · '}
            <Link to={id ? `/forening/${id}/inte-horts-av` : '/distrikt/inte-horts-av'}>{t('cases:quiet.link')}</Link>
          </>
        )}
        {!id && mayInDistrict(session, 'care:manage') && (
          <>
            {' · '}
            <Link to="/distrikt/medlemsvard/planer">{t('cases:plans.title')}</Link>
          </>
        )}
      </p>
    </Page>
  );
}

function Quarters({ known }: { known: CareStatistics }) {
  const t = useTexts('cases');
  const codes = useCodes();
  const { number } = useFormat();
  const [asTable, setAsTable] = useState(false);
  const now = known.quarters.at(-1);
  const title = now && now.opened > 0 ? t('cases:statistics.message', { share: shareWithin48(now) }) : t('cases:statistics.nothing');
  const hours = (value: number | null) => (value === null ? '–' : t('cases:statistics.hours', { count: Math.round(value), hours: number(Math.round(value)) }));
  const outcomes = known.quarters.flatMap((one) => one.outcomes).reduce((sums, one) => sums.set(one.result ?? '', (sums.get(one.result ?? '') ?? 0) + one.number), new Map<string, number>());
  return (
    <section aria-labelledby="inom">
      <Title order={2} id="inom" mb="sm">
        {title}
      </Title>
      <p className="dim">{t('cases:statistics.now', { open: number(known.open), late: number(known.late) })}</p>
      {asTable ? (
        <DataTable
          caption={title}
          rows={[...known.quarters].reverse()}
          rowKey={(row) => row.name}
          columns={[
            { key: 'quarter', header: t('cases:statistics.quarter'), cell: (row) => row.name.replace('-', ' ') },
            { key: 'opened', header: t('cases:statistics.opened'), cell: (row) => number(row.opened), numeric: true, onPhone: true },
            { key: 'within', header: t('cases:statistics.within'), cell: (row) => (row.opened > 0 ? `${shareWithin48(row)} %` : '–'), numeric: true, onPhone: true },
            { key: 'median', header: t('cases:statistics.median'), cell: (row) => hours(row.medianHours), numeric: true },
            { key: 'closed', header: t('cases:statistics.closed'), cell: (row) => number(row.closed), numeric: true },
          ]}
          secondLine={(row) => t('cases:statistics.line', { median: hours(row.medianHours), closed: number(row.closed) })}
        />
      ) : (
        <FirstContactChart quarters={known.quarters} label={title} />
      )}
      <Button variant="default" size="sm" mt="sm" className="no-print" onClick={() => setAsTable(!asTable)}>
        {asTable ? t('cases:statistics.asChart') : t('cases:statistics.asTable')}
      </Button>
      {outcomes.size > 0 && (
        <>
          <h3 style={{ marginTop: '1.75rem', marginBottom: '0.5rem' }}>{t('cases:statistics.outcomes')}</h3>
          <ul>
            {[...outcomes]
              .sort((one, other) => other[1] - one[1])
              .map(([result, count]) => (
                <li key={result}>
                  {result ? codes('careResult', result) : t('cases:statistics.seenTo')}: {number(count)}
                </li>
              ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Associations({ known }: { known: CareStatistics }) {
  const t = useTexts('cases');
  const { number } = useFormat();
  const within = (row: CareStatistics['associations'][number]) => (row.opened > 0 ? `${Math.round((100 * row.within48) / row.opened)} %` : '–');
  const median = (row: CareStatistics['associations'][number]) => (row.medianHours === null ? '–' : t('cases:statistics.hours', { count: Math.round(row.medianHours), hours: number(Math.round(row.medianHours)) }));
  return (
    <section className="section" aria-labelledby="foreningar">
      <Title order={2} id="foreningar">
        {t('cases:statistics.associations')}
      </Title>
      <DataTable
        caption={t('cases:statistics.associations')}
        rows={known.associations}
        rowKey={(row) => row.associationId}
        columns={[
          { key: 'name', header: t('cases:statistics.association'), cell: (row) => <Link to={`/forening/${row.associationId}/medlemsvard`}>{row.name}</Link> },
          { key: 'opened', header: t('cases:statistics.opened'), cell: (row) => number(row.opened), numeric: true },
          { key: 'within', header: t('cases:statistics.within'), cell: within, numeric: true, onPhone: true },
          { key: 'median', header: t('cases:statistics.median'), cell: median, numeric: true },
          { key: 'open', header: t('cases:statistics.open'), cell: (row) => number(row.open), numeric: true },
          { key: 'late', header: t('cases:statistics.late'), cell: (row) => (row.late > 0 ? <span className="late">{number(row.late)}</span> : '0'), numeric: true, onPhone: true },
        ]}
        secondLine={(row) => t('cases:statistics.associationLine', { opened: number(row.opened), median: median(row), open: number(row.open) })}
      />
    </section>
  );
}

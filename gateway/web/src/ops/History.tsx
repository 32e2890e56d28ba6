import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import type { PlatformHistory } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { FilterChips } from '../ui/FilterChips';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { type Span, useHistory } from './data';
import classes from './History.module.css';
import { summarise } from './summarise';

/** How each part has fared: a strip a part, the same as a table behind one button. */
export function History() {
  const t = useTexts('ops');
  const { get, set } = useAddress();
  const span: Span = get('tid') === 'kvartal' ? 'quarter' : 'day';
  const history = useHistory(span);
  return (
    <section className="section" aria-labelledby="historia">
      <Title order={2} id="historia">
        {t('ops:history.title')}
      </Title>
      <div className="no-print" style={{ marginBottom: '1rem' }}>
        <FilterChips
          label={t('ops:history.span')}
          value={span}
          onChange={(value) => set('tid', value === 'quarter' ? 'kvartal' : '')}
          options={[
            ['day', t('ops:history.day')],
            ['quarter', t('ops:history.quarter')],
          ]}
        />
      </div>
      <Answered query={history} rows={7}>
        {(data) => <Strips history={data} />}
      </Answered>
    </section>
  );
}

function Strips({ history: { slots, parts, waiting } }: { history: PlatformHistory }) {
  const t = useTexts('ops');
  const codes = useCodes();
  const { dayAndTime, number } = useFormat();
  const [asTable, setAsTable] = useState(false);
  const rows = parts.map((part) => ({ name: part.name, unwell: part.unwell, ...summarise(part.unwell, slots) })).sort((one, other) => codes('part', one.name).localeCompare(codes('part', other.name), 'sv'));
  const most = Math.max(0, ...waiting.map((value) => value ?? 0));
  const share = (value: number | null) => (value === null ? t('ops:history.unknown') : t('ops:history.share', { percent: number(Math.floor(value * 1000) / 10) }));
  const last = (at: string | undefined) => (at ? t('ops:history.last', { time: dayAndTime(at) }) : t('ops:history.never'));
  return (
    <>
      {asTable ? (
        <DataTable
          caption={t('ops:history.title')}
          rows={rows}
          rowKey={(row) => row.name}
          columns={[
            { key: 'part', header: t('ops:parts.part'), cell: (row) => codes('part', row.name) },
            { key: 'share', header: t('ops:history.well'), cell: (row) => share(row.wellShare), numeric: true, onPhone: true },
            { key: 'last', header: t('ops:history.lastUnwell'), cell: (row) => last(row.lastUnwell) },
          ]}
          secondLine={(row) => last(row.lastUnwell)}
        />
      ) : (
        <ul className={classes.strips}>
          {rows.map((row) => (
            <li key={row.name}>
              <span>{codes('part', row.name)}</span>
              <span className="dim small numbers">{share(row.wellShare)}</span>
              <svg viewBox={`0 0 ${slots.length} 10`} preserveAspectRatio="none" role="img" aria-label={`${codes('part', row.name)}: ${share(row.wellShare)}. ${last(row.lastUnwell)}`}>
                {row.unwell.map((value, index) => (
                  <rect key={slots[index]} data-state={value === null ? 'unknown' : value > 0 ? 'unwell' : 'well'} x={index + 0.1} width={0.8} y={value === null ? 9 : value > 0 ? 0 : 4} height={value === null ? 1 : value > 0 ? 10 : 6} />
                ))}
              </svg>
            </li>
          ))}
        </ul>
      )}
      <p className="dim small" style={{ marginTop: '0.75rem' }}>
        {t('ops:history.legend')}
      </p>
      <p className="dim small">{most === 0 ? t('ops:history.noneWaited') : t('ops:history.mostWaited', { count: most, time: dayAndTime(slots[waiting.indexOf(most)] ?? '') })}</p>
      <Button variant="default" size="sm" mt="sm" onClick={() => setAsTable(!asTable)}>
        {asTable ? t('ops:history.asStrips') : t('ops:history.asTable')}
      </Button>
    </>
  );
}

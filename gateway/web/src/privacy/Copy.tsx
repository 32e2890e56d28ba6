import { Button, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { PersonCopy } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Facts } from '../ui/Facts';
import { type Crumb, Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';

type Part = PersonCopy['parts'][number];

const kindOf = (part: Part) => `${part.service} ${part.kind}`;
const shownRows = 100;
// Numbers that only lead from row to row are in the file.
const reference = /(^|_)id$/;
const instant = /^\d{4}-\d{2}-\d{2}T/;

/** A copy to read and print; the same as a file for other programs. */
export function Copy({ query, crumbs }: { query: UseQueryResult<PersonCopy>; crumbs: Crumb[] }) {
  const t = useTexts('privacy');
  const { dayAndTime, longDay } = useFormat();
  const copy = query.data;
  return (
    <Page
      title={t('privacy:copy.title', { name: copy?.name ?? '' })}
      lead={copy && t('privacy:copy.lead', { made: dayAndTime(copy.madeAt), expires: longDay(copy.expiresAt.slice(0, 10)) })}
      crumbs={crumbs}
    >
      <Answered query={query} rows={8}>
        {(whole) => (
          <>
            <div className="row-of-buttons no-print">
              <Button onClick={() => window.print()}>{t('privacy:copy.print')}</Button>
              <Button variant="default" onClick={() => save(whole)}>
                {t('privacy:copy.json')}
              </Button>
            </div>
            {whole.parts.length === 0 && <p>{t('privacy:copy.nothing')}</p>}
            {[...new Set(whole.parts.map(kindOf))].map((kind) => (
              <Kind key={kind} parts={whole.parts.filter((part) => kindOf(part) === kind)} />
            ))}
          </>
        )}
      </Answered>
    </Page>
  );
}

function save(copy: PersonCopy) {
  const address = URL.createObjectURL(new Blob([JSON.stringify(copy, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${copy.requestId}.json`;
  link.click();
  URL.revokeObjectURL(address);
}

function Kind({ parts }: { parts: Part[] }) {
  const t = useTexts('privacy');
  const codes = useCodes();
  const { dayAndTime } = useFormat();
  const said = (value: unknown) => (typeof value === 'string' ? (instant.test(value) ? dayAndTime(value) : value) : typeof value === 'number' ? String(value) : JSON.stringify(value));
  const [first] = parts;
  if (!first) return null;
  return (
    <section className="section">
      <Title order={2}>
        {first.name} <span className="dim small">({codes('privacyService', first.service)})</span>
      </Title>
      <p className="dim">
        {first.purpose} {first.basis} {first.kept}
      </p>
      {parts.flatMap((part) => {
        const rows = part.rows as Record<string, unknown>[];
        return [
          part.role === 'by' && (
            <p key={`${part.table} by`}>
              {part.table}: {t('privacy:copy.by', { count: part.count })}
            </p>
          ),
          ...rows.slice(0, shownRows).map((row, index) => (
            <Facts key={`${part.table} ${String(index)}`} items={Object.entries(row).flatMap(([field, value]) => (reference.test(field) ? [] : [[codes('field', field), said(value)]]))} />
          )),
          rows.length > shownRows && <p key={`${part.table} more`}>{t('privacy:copy.more', { count: shownRows })}</p>,
        ];
      })}
    </section>
  );
}

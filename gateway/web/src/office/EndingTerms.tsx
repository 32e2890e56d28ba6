import { NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { useEndingTerms } from './data';

const choices = [30, 60, 90, 180, 365];

/** Terms that run out soon, the first first, each with who takes over: all within reach, or an association's. */
export function EndingTerms({ association }: { association?: string }) {
  const t = useTexts('office');
  const codes = useCodes();
  const { longDay } = useFormat();
  const [days, setDays] = useState(60);
  const list = useEndingTerms(days, association);
  return (
    <section aria-labelledby="loper-ut" style={{ margin: '2.25rem 0' }}>
      <Title order={2} id="loper-ut" mb="sm">
        {t('office:ending.title')}
      </Title>
      <NativeSelect id="dagar" className="no-print" maw="16rem" mb="md" label={t('office:ending.within')} value={String(days)} onChange={(event) => setDays(Number(event.currentTarget.value))} data={choices.map((one) => ({ value: String(one), label: t('office:ending.days', { count: one }) }))} />
      <Answered query={list} rows={3}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('office:ending.none')} />
          ) : (
            <>
              <DataTable
                caption={t('office:ending.title')}
                rows={rows}
                rowKey={(row) => row.assignmentId}
                columns={[
                  { key: 'name', header: t('office:name'), cell: (row) => <b>{row.memberName}</b> },
                  { key: 'kind', header: t('office:kind'), cell: (row) => [codes('assignment', row.kind), row.committeeName ?? (!association && row.associationName)].filter(Boolean).join(', ') },
                  { key: 'until', header: t('office:ending.until'), cell: (row) => longDay(row.until) },
                  { key: 'next', header: t('office:successor.title'), cell: (row) => (row.successorName ? t('office:successor.from', { name: row.successorName, date: longDay(row.successorFrom ?? row.until) }) : <span className="late">{t('office:successor.none')}</span>) },
                ]}
                secondLine={(row) => (
                  <>
                    {[codes('assignment', row.kind), row.committeeName ?? (!association && row.associationName), longDay(row.until)].filter(Boolean).join(' · ')} · {row.successorName ?? <span className="late">{t('office:successor.none')}</span>}
                  </>
                )}
              />
              <ShowMore query={list} shown={rows.length} />
            </>
          )
        }
      </Answered>
    </section>
  );
}

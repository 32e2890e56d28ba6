import { Button, NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useAssociationNames } from '../api/associations';
import type { Balance, BalanceGroup } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { BalanceChart } from './BalanceChart';
import { useBalance } from './data';

type Counted = Balance['quarters'][number]['groups'][number];

/** Per cent women; null where there is nobody. */
export function shareOf(counted: Pick<Counted, 'women' | 'men' | 'others'> | undefined): number | null {
  const all = counted ? counted.women + counted.men + counted.others : 0;
  return counted && all > 0 ? Math.round((100 * counted.women) / all) : null;
}

/** Gender balance over time, of the district or of one association. */
export default function BalancePage() {
  const t = useTexts('office');
  const { id } = useParams();
  const nameOf = useAssociationNames();
  const balance = useBalance(id);
  return (
    <Page title={t('office:balance.title')} lead={t('office:balance.lead')} crumbs={id ? [{ label: nameOf(id), to: `/forening/${id}/om` }] : undefined} wide>
      <Answered query={balance} rows={6}>
        {(known) => (
          <>
            <Quarters known={known} own={id !== undefined} />
            <Bodies known={known} own={id !== undefined} />
            <NewMembers known={known} own={id !== undefined} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Quarters({ known, own }: { known: Balance; own: boolean }) {
  const t = useTexts('office');
  const { number } = useFormat();
  const groups = [...new Set(known.quarters.flatMap((quarter) => quarter.groups.map((one) => one.group)))].filter((group) => !own || group === 'associationBoards');
  const [asTable, setAsTable] = useState(false);
  const [chosen, setChosen] = useState<BalanceGroup>();
  const group = chosen ?? (groups.includes('all') ? 'all' : groups[0]);
  const all = known.quarters.map((quarter) => ({ name: quarter.name.replace('-', ' '), counted: quarter.groups.find((one) => one.group === group) }));
  // What was before the first known is no figure of nobody.
  const rows = all.slice(Math.max(0, all.findIndex((row) => row.counted !== undefined)));
  const [first, last] = [rows[0], rows.at(-1)];
  const [before, now] = [shareOf(first?.counted), shareOf(last?.counted)];
  const title = now === null ? t('office:balance.nothing') : before === null || rows.length < 2 ? t('office:balance.message', { percent: number(now) }) : t('office:balance.messageBefore', { percent: number(now), before: number(before), quarters: number(rows.length - 1) });
  const named = (one: BalanceGroup) => (own ? t('office:balance.ownBoard') : t(`office:balance.groups.${one}`));
  return (
    <section aria-labelledby="over-tid">
      <Title order={2} id="over-tid" mb="sm">
        {title}
      </Title>
      {groups.length > 1 && <NativeSelect id="grupp" className="no-print" maw="20rem" mb="md" label={t('office:balance.group')} value={group} onChange={(event) => setChosen(event.currentTarget.value as BalanceGroup)} data={groups.map((one) => ({ value: one, label: named(one) }))} />}
      {rows.length > 0 &&
        (asTable ? (
          <DataTable
            caption={title}
            rows={[...rows].reverse()}
            rowKey={(row) => row.name}
            columns={[
              { key: 'quarter', header: t('office:balance.quarter'), cell: (row) => row.name },
              { key: 'women', header: t('office:balance.women'), cell: (row) => number(row.counted?.women ?? 0), numeric: true },
              { key: 'men', header: t('office:balance.men'), cell: (row) => number(row.counted?.men ?? 0), numeric: true },
              { key: 'others', header: t('office:balance.others'), cell: (row) => number(row.counted?.others ?? 0), numeric: true },
              { key: 'share', header: t('office:balance.share'), cell: (row) => (shareOf(row.counted) === null ? '–' : `${number(shareOf(row.counted) ?? 0)} %`), numeric: true, onPhone: true },
            ]}
            secondLine={(row) => t('office:balance.line', { women: number(row.counted?.women ?? 0), men: number(row.counted?.men ?? 0), others: number(row.counted?.others ?? 0) })}
          />
        ) : (
          <BalanceChart rows={rows.map((row) => ({ name: row.name, share: shareOf(row.counted) }))} label={title} floor={t('office:balance.floor')} />
        ))}
      <Button variant="default" size="sm" mt="sm" className="no-print" onClick={() => setAsTable(!asTable)}>
        {asTable ? t('office:balance.asChart') : t('office:balance.asTable')}
      </Button>
    </section>
  );
}

function Bodies({ known, own }: { known: Balance; own: boolean }) {
  const t = useTexts('office');
  const { number } = useFormat();
  const nameOf = (body: Balance['bodies'][number]) => (own ? t('office:balance.ownBoard') : (body.committeeName ?? body.associationName ?? t('office:balance.districtBoard')));
  const mark = (body: Balance['bodies'][number]) => <span className={body.meetsFloor ? 'good' : 'late'}>{t(body.meetsFloor ? 'office:balance.meets' : 'office:balance.below')}</span>;
  if (known.bodies.length === 0) return null;
  return (
    <section className="section" aria-labelledby="i-dag">
      <Title order={2} id="i-dag">
        {t('office:balance.now')}
      </Title>
      <DataTable
        caption={t('office:balance.now')}
        rows={[...known.bodies].sort((one, other) => Number(one.meetsFloor) - Number(other.meetsFloor))}
        rowKey={(row) => nameOf(row)}
        columns={[
          { key: 'body', header: t('office:balance.body'), cell: (row) => <b>{nameOf(row)}</b> },
          { key: 'women', header: t('office:balance.women'), cell: (row) => number(row.women), numeric: true },
          { key: 'men', header: t('office:balance.men'), cell: (row) => number(row.men), numeric: true },
          { key: 'others', header: t('office:balance.others'), cell: (row) => number(row.others), numeric: true },
          { key: 'floor', header: t('office:balance.floor'), cell: mark },
        ]}
        secondLine={(row) => (
          <>
            {t('office:balance.line', { women: number(row.women), men: number(row.men), others: number(row.others) })} · {mark(row)}
          </>
        )}
      />
    </section>
  );
}

function NewMembers({ known, own }: { known: Balance; own: boolean }) {
  const t = useTexts('office');
  const { number } = useFormat();
  const [chosen, setChosen] = useState<number>();
  const years = known.newMembers;
  const year = years.find((one) => one.year === chosen) ?? years[0];
  const words = (row: { all: number; women: number | null }) => (row.women === null ? t('office:balance.newHidden', { all: number(row.all) }) : t('office:balance.newLine', { women: number(row.women), all: number(row.all) }));
  return (
    <section className="section" aria-labelledby="nya">
      <Title order={2} id="nya">
        {t('office:balance.new')}
      </Title>
      <p className="dim" style={{ marginBottom: '1rem' }}>{t('office:balance.newLead')}</p>
      {!year ? (
        <Empty title={t('office:balance.noNew')} />
      ) : own ? (
        <ul>
          {years.map((one) => (
            <li key={one.year}>
              {one.year}: {words(one)}
            </li>
          ))}
        </ul>
      ) : (
        <>
          <NativeSelect id="ar" className="no-print" maw="12rem" label={t('office:balance.year')} value={String(year.year)} onChange={(event) => setChosen(Number(event.currentTarget.value))} data={years.map((one) => String(one.year))} />
          <p style={{ margin: '1rem 0' }}><b>{words(year)}</b></p>
          <DataTable
            caption={t('office:balance.new')}
            rows={year.associations}
            rowKey={(row) => row.associationId}
            columns={[
              { key: 'name', header: t('office:balance.association'), cell: (row) => row.name },
              { key: 'all', header: t('office:balance.all'), cell: (row) => number(row.all), numeric: true },
              { key: 'women', header: t('office:balance.women'), cell: (row) => (row.women === null ? <span className="dim">{t('office:balance.hidden')}</span> : number(row.women)), numeric: true },
            ]}
            secondLine={words}
          />
        </>
      )}
    </section>
  );
}

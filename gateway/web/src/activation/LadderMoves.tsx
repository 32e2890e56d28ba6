import { NativeSelect, Title } from '@mantine/core';
import { useFormat } from '../i18n/dates';
import { DataTable } from '../ui/DataTable';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { type LadderQuarter, nameOf, peopleBetween, type Rung, rungs } from './ladder';

/** From where to where people went during a quarter: a row for where they stood, a column for where they stand. */
export function LadderMoves({ quarters }: { quarters: LadderQuarter[] }) {
  const t = useTexts('asks');
  const { number } = useFormat();
  const { get, set } = useAddress();
  const quarter = quarters.find((one) => one.name === get('kvartal')) ?? quarters.at(-1);
  if (!quarter) return null;
  const outside = (to: boolean) => (to ? t('asks:ladder.left') : t('asks:ladder.new'));
  const from: (Rung | null)[] = [...rungs, null];
  const cell = (row: Rung | null, to: Rung | null) => {
    const people = peopleBetween(quarter, row, to);
    return people === 0 ? <span className="dim">–</span> : row === to ? <span className="dim">{number(people)}</span> : <b>{number(people)}</b>;
  };
  const words = (row: Rung | null) =>
    from
      .filter((to) => to !== row && peopleBetween(quarter, row, to) > 0)
      .map((to) => `${to ? t(`asks:rung.${to}`) : outside(true)}: ${number(peopleBetween(quarter, row, to))}`)
      .join(' · ') || t('asks:ladder.noMoves');
  return (
    <section className="section" aria-labelledby="rorelser">
      <Title order={2} id="rorelser" mb="sm">
        {t('asks:ladder.moves')}
      </Title>
      <NativeSelect
        className="no-print"
        label={t('asks:ladder.quarter')}
        value={quarter.name}
        onChange={(event) => set('kvartal', event.currentTarget.value)}
        data={[...quarters].reverse().map((one) => ({ value: one.name, label: nameOf(one) }))}
        maw={220}
        mb="md"
      />
      <DataTable
        caption={t('asks:ladder.movesOf', { quarter: nameOf(quarter) })}
        rows={from}
        rowKey={(row) => row ?? 'new'}
        columns={[
          { key: 'from', header: t('asks:ladder.from'), cell: (row) => (row ? t(`asks:rung.${row}`) : outside(false)) },
          ...rungs.map((to) => ({ key: to, header: t(`asks:ladder.to.${to}`), cell: (row: Rung | null) => cell(row, to), numeric: true })),
          { key: 'left', header: outside(true), cell: (row) => cell(row, null), numeric: true },
        ]}
        secondLine={words}
      />
    </section>
  );
}

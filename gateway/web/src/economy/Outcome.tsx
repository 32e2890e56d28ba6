import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { Bar, CartesianGrid, ComposedChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { Link } from 'react-router';
import type { EconomyYear, OutcomeLine } from '../api/types';
import { useFormat } from '../i18n/dates';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { useTexts } from '../ui/useTexts';
import { Amount } from './Amount';
import classes from './economy.module.css';
import { useMoney } from './money';

interface Centre {
  name: string;
  budget: number;
  outcome: number;
}

/** The costs of each cost centre, planned and booked. */
function centresOf(lines: OutcomeLine[]): Centre[] {
  const centres = new Map<string, Centre>();
  for (const line of lines.filter((one) => !one.isIncome)) {
    const centre = centres.get(line.costCentre) ?? { name: line.costCentreName, budget: 0, outcome: 0 };
    centres.set(line.costCentre, { ...centre, budget: centre.budget + line.budget, outcome: centre.outcome + line.outcome });
  }
  return [...centres.values()];
}

const sum = (lines: OutcomeLine[], of: 'budget' | 'outcome', income: boolean) => lines.filter((line) => line.isIncome === income).reduce((total, line) => total + line[of], 0);

/** How the year stands: a title that says it, bars by cost centre, and the whole as a table behind one button. */
export function Outcome({ year }: { year: EconomyYear }) {
  const t = useTexts('economy');
  const { shortDay } = useFormat();
  const { kronor, money } = useMoney();
  const [asTable, setAsTable] = useState(false);
  if (year.lines.length === 0) {
    return (
      <Empty title={t('economy:outcome.empty', { year: year.year })}>
        <Link to={`/distrikt/ekonomi/budget/${String(year.year)}`}>{t('economy:outcome.emptyHelp')}</Link>
      </Empty>
    );
  }
  const [costs, planned, income] = [sum(year.lines, 'outcome', false), sum(year.lines, 'budget', false), sum(year.lines, 'outcome', true)];
  const title = planned > 0 ? t('economy:outcome.used', { percent: Math.round((costs * 100) / planned), sum: kronor(costs), planned: kronor(planned) }) : t('economy:outcome.unplanned', { sum: kronor(costs) });
  return (
    <>
      <Title order={2} mt="lg">{title}</Title>
      <p className="dim">
        {t('economy:outcome.income', { income: kronor(income), planned: kronor(sum(year.lines, 'budget', true)) })} {year.adoptedOn ? t('economy:budget.adoptedOn', { date: shortDay(year.adoptedOn) }) : t('economy:budget.proposal')}
      </p>
      {asTable ? (
        <DataTable
          caption={title}
          rows={year.lines}
          rowKey={(line) => `${line.costCentre}-${String(line.account)}`}
          columns={[
            { key: 'place', header: t('economy:claim.costCentre'), cell: (line) => `${line.costCentre} ${line.costCentreName}` },
            { key: 'account', header: t('economy:line.account'), cell: (line) => `${String(line.account)} ${line.accountName}` },
            { key: 'budget', header: t('economy:outcome.budget'), cell: (line) => <Amount ore={line.budget} />, numeric: true },
            { key: 'outcome', header: t('economy:outcome.outcome'), cell: (line) => <Amount ore={line.outcome} />, numeric: true, onPhone: true },
            { key: 'left', header: t('economy:outcome.left'), cell: (line) => <Amount ore={line.budget - line.outcome} />, numeric: true },
          ]}
          secondLine={(line) => `${String(line.account)} ${line.accountName} · ${t('economy:outcome.budget')} ${money(line.budget)}`}
        />
      ) : (
        <Chart centres={centresOf(year.lines)} label={title} />
      )}
      <Button variant="default" size="sm" mt="sm" onClick={() => setAsTable(!asTable)}>
        {t(asTable ? 'economy:outcome.asChart' : 'economy:outcome.asTable')}
      </Button>
    </>
  );
}

/** From zero, planned in grey and booked in the accent; the words stand at the bars' foot. */
function Chart({ centres, label }: { centres: Centre[]; label: string }) {
  const t = useTexts('economy');
  const { number } = useFormat();
  const rows = centres.map((centre) => ({ name: centre.name, budget: Math.round(centre.budget / 100), outcome: Math.round(centre.outcome / 100) }));
  return (
    <figure className={classes.chart} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={64 * rows.length + 40}>
        <ComposedChart data={rows} layout="vertical" margin={{ top: 4, right: 16, bottom: 4, left: 0 }} accessibilityLayer={false} barGap={2}>
          <CartesianGrid horizontal={false} stroke="var(--line)" />
          <XAxis type="number" domain={[0, 'auto']} tickFormatter={(value: number) => number(value)} stroke="var(--field-line)" tick={{ fill: 'var(--dim)', fontSize: 13 }} tickLine={false} minTickGap={28} />
          <YAxis type="category" dataKey="name" width={112} axisLine={false} tickLine={false} tick={{ fill: 'var(--text)', fontSize: 14 }} />
          <Bar dataKey="budget" fill="var(--bar)" barSize={14} isAnimationActive={false} radius={2} />
          <Bar dataKey="outcome" fill="var(--point)" barSize={14} isAnimationActive={false} radius={2} />
        </ComposedChart>
      </ResponsiveContainer>
      <figcaption className="dim small">{t('economy:outcome.legend')}</figcaption>
    </figure>
  );
}

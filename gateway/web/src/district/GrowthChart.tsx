import { Bar, CartesianGrid, Cell, ComposedChart, LabelList, Line, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { Growth } from '../api/types';
import { useFormat } from '../i18n/dates';
import { useTexts } from '../ui/useTexts';
import classes from './GrowthChart.module.css';

/** Bars for those who joined, this year's in the accent; a line for those who left. From zero, with the words at the lines. */
export function GrowthChart({ months, label }: { months: Growth['months']; label: string }) {
  const t = useTexts('district');
  const { month } = useFormat();
  const thisYear = months.at(-1)?.name.slice(0, 4);
  const last = months.length - 1;
  return (
    <figure className={classes.figure} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={280}>
        <ComposedChart data={months} margin={{ top: 24, right: 72, bottom: 4, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="name" tickFormatter={(name: string) => (name.endsWith('-01') ? name.slice(0, 4) : month(name, false))} stroke="var(--field-line)" tick={{ fill: 'var(--dim)', fontSize: 14 }} tickLine={false} minTickGap={18} />
          <YAxis allowDecimals={false} width={32} axisLine={false} tickLine={false} tick={{ fill: 'var(--dim)', fontSize: 14 }} domain={[0, 'auto']} />
          <Bar dataKey="joined" isAnimationActive={false} radius={[2, 2, 0, 0]}>
            {months.map((row) => (
              <Cell key={row.name} fill={row.name.startsWith(thisYear ?? '') ? 'var(--point)' : 'var(--bar)'} />
            ))}
            <LabelList dataKey="joined" content={(props) => (props.index === last ? <EndLabel {...props} words={t('district:growth.joinedLabel')} accent /> : null)} />
          </Bar>
          <Line dataKey="left" stroke="var(--text)" strokeWidth={2} dot={false} isAnimationActive={false}>
            <LabelList dataKey="left" content={(props) => (props.index === last ? <EndLabel {...props} words={t('district:growth.leftLabel')} /> : null)} />
          </Line>
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  );
}

function EndLabel({ x, y, width, words, accent }: { x?: number | string; y?: number | string; width?: number | string; words: string; accent?: boolean }) {
  return (
    <text x={Number(x) + (width === undefined || Number(width) === 0 ? 20 : Number(width) + 6)} y={Number(y) + 5} fill={accent ? 'var(--accent)' : 'var(--text)'} fontSize={14} fontWeight={600}>
      {words}
    </text>
  );
}

import { Bar, BarChart, CartesianGrid, Cell, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { CareStatistics } from '../api/types';
import classes from '../district/GrowthChart.module.css';

type Quarter = CareStatistics['quarters'][number];

/** Per cent of the opened cases in which somebody was spoken with within 48 hours; 0 where none was opened. */
export const shareWithin48 = (quarter: Pick<Quarter, 'opened' | 'within48'>) => (quarter.opened === 0 ? 0 : Math.round((100 * quarter.within48) / quarter.opened));

/** The share that was spoken with within 48 hours, quarter by quarter, the present one in the accent. From zero to all. */
export function FirstContactChart({ quarters, label }: { quarters: Quarter[]; label: string }) {
  const rows = quarters.map((quarter) => ({ name: quarter.name.replace('-', ' '), share: shareWithin48(quarter), words: quarter.opened === 0 ? '' : `${String(shareWithin48(quarter))}\u00a0%` }));
  return (
    <figure className={classes.figure} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={260}>
        <BarChart data={rows} margin={{ top: 24, right: 8, bottom: 4, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="name" stroke="var(--field-line)" tick={{ fill: 'var(--dim)', fontSize: 14 }} tickLine={false} minTickGap={12} />
          <YAxis width={52} axisLine={false} tickLine={false} tick={{ fill: 'var(--dim)', fontSize: 14 }} domain={[0, 100]} tickFormatter={(value: number) => `${String(value)}\u00a0%`} />
          <Bar dataKey="share" isAnimationActive={false} radius={[2, 2, 0, 0]}>
            {rows.map((row, index) => (
              <Cell key={row.name} fill={index === rows.length - 1 ? 'var(--point)' : 'var(--bar)'} />
            ))}
            <LabelList dataKey="words" position="top" fill="var(--text)" fontSize={13} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}

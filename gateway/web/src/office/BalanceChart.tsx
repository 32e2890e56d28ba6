import { Bar, BarChart, CartesianGrid, Cell, LabelList, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import classes from '../district/GrowthChart.module.css';

/** The share of women quarter by quarter, the present one in the accent, with the floor as a line. */
export function BalanceChart({ rows, label, floor }: { rows: { name: string; share: number | null }[]; label: string; floor: string }) {
  // The first and the last carry the message; on a phone there is no room for more.
  const bars = rows.map((row, index) => ({ name: row.name, share: row.share ?? 0, words: row.share !== null && (index === 0 || index === rows.length - 1) ? `${String(row.share)}\u00a0%` : '' }));
  return (
    <figure className={classes.figure} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={260}>
        <BarChart data={bars} margin={{ top: 24, right: 8, bottom: 4, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="name" stroke="var(--field-line)" tick={{ fill: 'var(--dim)', fontSize: 14 }} tickLine={false} minTickGap={12} />
          <YAxis width={52} axisLine={false} tickLine={false} tick={{ fill: 'var(--dim)', fontSize: 14 }} domain={[0, 100]} ticks={[0, 25, 50, 75, 100]} tickFormatter={(value: number) => `${String(value)}\u00a0%`} />
          <ReferenceLine y={50} stroke="var(--text)" strokeDasharray="4 4" ifOverflow="visible" label={{ value: floor, position: 'insideBottomLeft', fill: 'var(--text)', fontSize: 13 }} />
          <Bar dataKey="share" isAnimationActive={false} radius={[2, 2, 0, 0]}>
            {bars.map((row, index) => (
              <Cell key={row.name} fill={index === bars.length - 1 ? 'var(--point)' : 'var(--bar)'} />
            ))}
            <LabelList dataKey="words" position="top" fill="var(--text)" fontSize={12} style={{ paintOrder: 'stroke', stroke: 'var(--page)', strokeWidth: 5 }} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}

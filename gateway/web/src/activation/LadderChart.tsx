import { Bar, BarChart, CartesianGrid, Cell, LabelList, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import classes from '../district/GrowthChart.module.css';
import { type LadderQuarter, nameOf } from './ladder';

/** Those who went up above the line, the running quarter's in the accent; those who went down below it. */
export function LadderChart({ quarters, label }: { quarters: LadderQuarter[]; label: string }) {
  const rows = quarters.map((one) => ({ name: nameOf(one), up: one.up, down: -one.down, upWords: one.up > 0 ? `+${String(one.up)}` : '', downWords: one.down > 0 ? `−${String(one.down)}` : '' }));
  return (
    <figure className={classes.figure} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={300}>
        <BarChart data={rows} stackOffset="sign" margin={{ top: 24, right: 8, bottom: 24, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="name" stroke="var(--field-line)" tick={{ fill: 'var(--dim)', fontSize: 14 }} tickLine={false} minTickGap={12} axisLine={false} tickMargin={24} />
          <YAxis allowDecimals={false} width={40} axisLine={false} tickLine={false} tick={{ fill: 'var(--dim)', fontSize: 14 }} tickFormatter={(value: number) => String(Math.abs(value))} />
          <ReferenceLine y={0} stroke="var(--field-line)" />
          <Bar dataKey="up" stackId="flow" isAnimationActive={false} radius={[2, 2, 0, 0]}>
            {rows.map((row, index) => (
              <Cell key={row.name} fill={index === rows.length - 1 ? 'var(--point)' : 'var(--bar)'} />
            ))}
            <LabelList dataKey="upWords" position="top" fill="var(--text)" fontSize={13} />
          </Bar>
          <Bar dataKey="down" stackId="flow" isAnimationActive={false} radius={[2, 2, 0, 0]} fill="var(--bar)">
            <LabelList dataKey="downWords" position="top" fill="var(--dim)" fontSize={13} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}

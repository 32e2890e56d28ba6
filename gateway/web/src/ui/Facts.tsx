import type { ReactNode } from 'react';
import classes from './Facts.module.css';

/** What is known, as term and value; what is unknown says so in the value. */
export function Facts({ items }: { items: [term: string, value: ReactNode][] }) {
  return (
    <dl className={classes.facts}>
      {items.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

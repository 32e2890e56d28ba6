import type { ReactNode } from 'react';
import classes from './Empty.module.css';

/** An empty list says what it means, and what to do first. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <p className={classes.title}>{title}</p>
      {children && <div className="dim">{children}</div>}
    </div>
  );
}

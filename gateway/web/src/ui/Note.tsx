import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import classes from './Note.module.css';

type Kind = 'problem' | 'success' | 'information' | 'offline';
const icons: Record<Kind, IconName> = { problem: 'attention', success: 'tick', information: 'information', offline: 'offline' };

/** Something to know, where it happened. Problems are announced at once, the rest politely. */
export function Note({ kind, title, children }: { kind: Kind; title?: string; children?: ReactNode }) {
  return (
    <div className={classes.note} data-kind={kind} role={kind === 'problem' ? 'alert' : 'status'}>
      <Icon name={icons[kind]} size={22} />
      <div>
        {title && <p className={classes.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}

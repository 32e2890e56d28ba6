import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { useTexts } from './useTexts';
import classes from './Page.module.css';

export interface Crumb {
  label: string;
  to: string;
}

interface Props {
  title: string;
  lead?: ReactNode;
  /** The way here; shown from the third level down. */
  crumbs?: Crumb[];
  /** Wide pages hold tables; narrow ones are read or filled in. */
  wide?: boolean;
  children: ReactNode;
}

let shown = '';

/** A page: its title in the window and as the heading, which takes the focus when one comes from another page. */
export function Page({ title, lead, crumbs, wide, children }: Props) {
  const t = useTexts('common');
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();

  useEffect(() => {
    document.title = `${title} · ${t('common:brand')}`;
  }, [title, t]);

  useEffect(() => {
    if (shown && shown !== pathname) heading.current?.focus({ preventScroll: true });
    shown = pathname;
  }, [pathname]);

  return (
    <div className={classes.page} data-wide={wide}>
      {crumbs && (
        <nav aria-label={t('common:nav.crumbs')} className={classes.crumbs}>
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb.to}>
                <Link to={crumb.to}>{crumb.label}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <Title order={1} ref={heading} tabIndex={-1}>
        {title}
      </Title>
      {lead && <div className={classes.lead}>{lead}</div>}
      <div className={classes.body}>{children}</div>
    </div>
  );
}

import { useState } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useTexts } from '../ui/useTexts';
import type { Area } from './areas';
import classes from './PlaceTabs.module.css';

/** More than this would fill a phone before the page begins. */
const mostInView = 6;

/** The pages of the area in view, where the side bar has no room; where they are many, behind a button that tells which one this is. */
export function PlaceTabs({ areas }: { areas: Area[] }) {
  const t = useTexts('common');
  const { pathname } = useLocation();
  // Open on the page where it was opened: going on closes it.
  const [openAt, setOpenAt] = useState<string>();
  const holds = (to: string) => pathname === to || pathname.startsWith(`${to}/`);
  const area = areas.find((one) => holds(one.to));
  if (!area || area.places.length < 2) return null;
  const links = area.places.map((place) => (
    <NavLink key={place.to} to={place.to} end={place.to === area.to}>
      {t(`common:place.${place.label}`)}
    </NavLink>
  ));
  if (links.length <= mostInView) {
    return (
      <nav aria-label={t('common:nav.pages')} className={classes.tabs}>
        {links}
      </nav>
    );
  }
  const here = area.places.filter((place) => (place.to === area.to ? pathname === place.to : holds(place.to))).at(-1);
  const open = openAt === pathname;
  return (
    <nav aria-label={t('common:nav.pages')} className={classes.tabs} data-many>
      <button type="button" aria-expanded={open} aria-controls="sidor" onClick={() => setOpenAt(open ? undefined : pathname)}>
        <b>{here && t(`common:place.${here.label}`)}</b>
        <span data-open={open}>{t('common:nav.pages')}</span>
      </button>
      <div id="sidor" hidden={!open}>
        {links}
      </div>
    </nav>
  );
}

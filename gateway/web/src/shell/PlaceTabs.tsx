import { useTexts } from '../ui/useTexts';
import { NavLink, useLocation } from 'react-router';
import type { Area } from './areas';
import classes from './PlaceTabs.module.css';

/** The pages of the area in view, where the side bar has no room. */
export function PlaceTabs({ areas }: { areas: Area[] }) {
  const t = useTexts('common');
  const { pathname } = useLocation();
  const area = areas.find((one) => pathname === one.to || pathname.startsWith(`${one.to}/`));
  if (!area || area.places.length < 2) return null;
  return (
    <nav aria-label={t('common:nav.pages')} className={classes.tabs}>
      {area.places.map((place) => (
        <NavLink key={place.to} to={place.to} end={place.to === area.to}>
          {t(`common:place.${place.label}`)}
        </NavLink>
      ))}
    </nav>
  );
}

import { useTexts } from '../ui/useTexts';
import { NavLink } from 'react-router';
import { Icon } from '../ui/Icon';
import type { Area } from './areas';
import classes from './BottomBar.module.css';
import { useAreaName } from './useAreaName';

/** The areas within reach of a thumb. With one area alone there is nothing to choose. */
export function BottomBar({ areas }: { areas: Area[] }) {
  const t = useTexts('common');
  const nameOf = useAreaName();
  if (areas.length < 2) return null;
  return (
    <nav aria-label={t('common:nav.areas')} className={classes.bottom}>
      {areas.map((area) => (
        <NavLink key={area.to} to={area.to}>
          <Icon name={area.icon} size={22} />
          <span>{nameOf(area).replace('Vänsterpartiet ', '')}</span>
        </NavLink>
      ))}
    </nav>
  );
}

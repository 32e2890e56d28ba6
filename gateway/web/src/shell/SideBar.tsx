import { useTexts } from '../ui/useTexts';
import { NavLink } from 'react-router';
import type { Area } from './areas';
import { Brand } from './Brand';
import { Choices } from './Choices';
import classes from './SideBar.module.css';
import { SignOut } from './SignOut';
import { useAreaName } from './useAreaName';

/** Every area and its pages, on screens with room for them. */
export function SideBar({ areas }: { areas: Area[] }) {
  const t = useTexts('common');
  const nameOf = useAreaName();
  return (
    <header className={classes.side}>
      <Brand />
      <nav aria-label={t('common:nav.main')}>
        {areas.map((area) => (
          <div key={area.to} className={classes.area}>
            <NavLink to={area.to} end={area.places.length > 0} className={classes.name}>
              {nameOf(area)}
            </NavLink>
            {area.places.length > 1 && (
              <ul className="plain-list">
                {area.places
                  .filter((place) => place.to !== area.to)
                  .map((place) => (
                    <li key={place.to}>
                      <NavLink to={place.to}>{t(`common:place.${place.label}`)}</NavLink>
                    </li>
                  ))}
              </ul>
            )}
          </div>
        ))}
      </nav>
      <div className={classes.own}>
        <Choices />
        <SignOut />
      </div>
    </header>
  );
}

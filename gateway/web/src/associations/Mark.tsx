import type { ReactNode } from 'react';
import type { Light } from '../api/types';
import { Icon } from '../ui/Icon';
import { useTexts } from '../ui/useTexts';
import classes from './Mark.module.css';

/** A light in more than colour: a tick, a warning, a warning on a filled ground; the word for it is heard where it is not shown. */
export function Mark({ light, children }: { light: Light; children?: ReactNode }) {
  const t = useTexts('associations');
  const word = t(`associations:light.${light}`);
  return (
    <span className={classes.mark} data-light={light}>
      {light === 'green' && <Icon name="tick" size={16} />}
      {(light === 'amber' || light === 'red') && <Icon name="attention" size={16} />}
      {children ?? word}
      {children !== undefined && <span className={classes.hidden}> ({word})</span>}
    </span>
  );
}

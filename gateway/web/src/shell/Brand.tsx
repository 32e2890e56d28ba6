import { Link } from 'react-router';
import classes from './Brand.module.css';

/** The party's and the district's name, home. A name is a name in every language. */
export function Brand({ to = '/' }: { to?: string }) {
  return (
    <Link to={to} className={classes.brand}>
      <span className={classes.mark} aria-hidden="true">
        V
      </span>
      <span>
        Vänsterpartiet <b>Värmland</b>
      </span>
    </Link>
  );
}

import classes from './economy.module.css';
import { useMoney } from './money';

/** An amount in a table or a list: on one line, and without the wide comma that figures of equal width bring. */
export function Amount({ ore }: { ore: number }) {
  const { money } = useMoney();
  return <span className={classes.amount}>{money(ore)}</span>;
}

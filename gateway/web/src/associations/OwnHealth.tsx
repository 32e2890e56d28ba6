import { Title } from '@mantine/core';
import { Link } from 'react-router';
import { useSession } from '../api/session';
import { Answered } from '../ui/Answered';
import { useTexts } from '../ui/useTexts';
import { useHealth } from './data';
import { figures, placeToAct, useFigureTexts, valueOf } from './figures';
import { Mark } from './Mark';
import classes from './Mark.module.css';

/** How one association stands: each figure with its light, the rule it was given by, and the way to do something about it. */
export function OwnHealth({ id }: { id: string }) {
  const t = useTexts('associations');
  const { data: session } = useSession();
  const health = useHealth(id);
  const { long, rule, name, act } = useFigureTexts();
  return (
    <section id="lage">
      <Title order={2} mb="sm">
        {t('associations:health.own')}
      </Title>
      <Answered query={health} rows={6}>
        {({ associations: [row], limits }) =>
          row && (
            <ul className={classes.list}>
              {figures.map((figure) => {
                const one = valueOf(row, figure);
                const limit = limits.find((other) => other.figure === figure);
                const to = placeToAct(figure, id, session);
                return (
                  <li key={figure}>
                    <div className={classes.line}>
                      <span>
                        <b>{name(figure)}</b> <span className={one.value === null ? 'dim' : undefined}>{long(one, row)}</span>
                      </span>
                      {one.value !== null && row.state !== 'dormant' && <Mark light={one.light} />}
                    </div>
                    <div className={`dim small ${classes.rule}`}>
                      {limit && rule(limit)} {to && (one.light !== 'green' || one.value === null) && <Link to={to}>{act(figure)}</Link>}
                    </div>
                  </li>
                );
              })}
            </ul>
          )
        }
      </Answered>
    </section>
  );
}

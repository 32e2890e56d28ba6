import { Title } from '@mantine/core';
import { Link } from 'react-router';
import { may } from '../api/rights';
import { useSession } from '../api/session';
import classes from '../district/NeedsUs.module.css';
import { useTexts } from '../ui/useTexts';
import { useOwnGoals } from './data';

/** On a start page: goals one answers for, with a quarter that nobody has described. Nothing where nothing waits. */
export function PlanWaits() {
  const t = useTexts('yearplan');
  const { data: session } = useSession();
  const { data: goals = [] } = useOwnGoals(may(session, 'plan:read'));
  if (goals.length === 0) return null;
  return (
    <section aria-labelledby="mal" style={{ marginBottom: '2.25rem' }}>
      <Title order={2} id="mal" mb="sm">
        {t('yearplan:waits.title', { count: goals.length })}
      </Title>
      <ul className={classes.lines}>
        {goals.map((goal) => (
          <li key={`${String(goal.year)}${goal.code}`}>
            <Link to={`/distrikt/plan/${String(goal.year)}/${goal.code}`}>
              {goal.code} {goal.title}
            </Link>{' '}
            <span className="dim small">{t('yearplan:waits.quarters', { count: goal.quarters.length, quarters: goal.quarters.join(', '), year: goal.year })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

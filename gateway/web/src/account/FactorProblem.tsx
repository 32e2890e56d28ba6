import { Link, useLocation } from 'react-router';
import { asProblem } from '../api/problem';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';

/** What went wrong; where only the second factor is missing, with the way to give it and come back. */
export function FactorProblem({ error }: { error: unknown }) {
  const t = useTexts('account');
  const { pathname } = useLocation();
  return (
    <>
      <ProblemNote error={error} />
      {asProblem(error).code === 'auth.second_factor_needed' && <Link to={`/andra-faktor?vidare=${encodeURIComponent(pathname)}`}>{t('account:security.confirmFirst')}</Link>}
    </>
  );
}

import { Button } from '@mantine/core';
import { useTexts } from './useTexts';
import { asProblem } from '../api/problem';
import { Note } from './Note';

/** What happened, what was kept, what to do: the server's own words when it has them. */
export function ProblemNote({ error, retry, kept }: { error: unknown; retry?: () => void; kept?: boolean }) {
  const t = useTexts('common');
  const problem = asProblem(error);
  const title = problem.isNetwork ? t('common:problem.network') : problem.title || t('common:problem.unknown');
  return (
    <Note kind={problem.isNetwork ? 'offline' : 'problem'} title={title}>
      {(kept || problem.isNetwork) && <p>{kept ? t('common:problem.kept') : t('common:problem.networkHelp')}</p>}
      {problem.status >= 500 && problem.traceId && <p className="dim small">{t('common:problem.trace', { traceId: problem.traceId })}</p>}
      {retry && (
        <Button variant="default" size="sm" mt="sm" onClick={retry}>
          {t('common:action.tryAgain')}
        </Button>
      )}
    </Note>
  );
}

import { Button } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { ProblemNote } from './ProblemNote';
import { useTexts } from './useTexts';

/** The foot of a list: how much is shown, and more when there is more. */
export function ShowMore({ query, shown }: { query: UseInfiniteQueryResult; shown: number }) {
  const t = useTexts('words');
  return (
    <div className="flow" style={{ marginTop: '1rem', gap: '0.75rem' }}>
      <p className="dim small" role="status">
        {t('words:list.shown', { count: shown })}
      </p>
      {query.isFetchNextPageError && <ProblemNote error={query.error} />}
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('common:action.more')}
        </Button>
      )}
    </div>
  );
}

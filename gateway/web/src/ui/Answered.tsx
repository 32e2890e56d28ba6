import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from './useTexts';
import { asProblem } from '../api/problem';
import { Missing } from './Missing';
import { Loading } from './Loading';
import { Note } from './Note';
import { ProblemNote } from './ProblemNote';

interface Props<T> {
  query: UseQueryResult<T> | UseInfiniteQueryResult<T>;
  /** Rows of the skeleton. */
  rows?: number;
  children: (data: T) => ReactNode;
}

/** What a question to the server shows in each of its states. What was read before stays readable, whatever happens later. */
export function Answered<T>({ query, rows, children }: Props<T>) {
  const t = useTexts('common');
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) {
    return asProblem(query.error).isMissing ? <Missing /> : <ProblemNote error={query.error} retry={() => void query.refetch()} />;
  }
  if (query.fetchStatus === 'paused') {
    return (
      <Note kind="offline" title={t('common:offline.title')}>
        <p>{t('common:offline.unread')}</p>
      </Note>
    );
  }
  return <Loading rows={rows} />;
}

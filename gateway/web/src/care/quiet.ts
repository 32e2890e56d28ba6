import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { reread } from '../api/reread';
import type { Quiet } from '../api/types';

const quiet = 'quiet';

export interface QuietFilter {
  association?: string;
  q: string;
  months: number;
  withoutCase: boolean;
}

/** Those read so far, with how many there are. */
export interface FoundQuiet {
  rows: Quiet['items'];
  counted: NonNullable<Quiet['counted']>;
}

export function useQuiet({ association, q, months, withoutCase }: QuietFilter) {
  return useInfiniteQuery({
    queryKey: [quiet, association, q, months, withoutCase],
    queryFn: ({ pageParam }) => answer(api.GET('/api/members/care/quiet', { params: { query: { Association: association, Q: q || undefined, Months: months, WithoutCase: withoutCase || undefined, After: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data): FoundQuiet => ({ rows: data.pages.flatMap((page) => page.items), counted: data.pages[0]?.counted ?? { everybody: 0, withoutCase: 0 } }),
  });
}

function useQuietChange<A, T>(change: (content: A) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => reread(client, quiet, 'cases', 'associations', 'association-health') });
}

export const useOpenForQuiet = () =>
  useQuietChange(({ key, months, memberIds }: { key: string; months: number; memberIds: string[] }) => answer(api.POST('/api/members/care/quiet/cases', { headers: { 'Idempotency-Key': key }, body: { months, memberIds } })));
export const useTakeBackOpening = () => useQuietChange((id: string) => answer(api.DELETE('/api/members/care/quiet/cases/{id}', { params: { path: { id } } })));

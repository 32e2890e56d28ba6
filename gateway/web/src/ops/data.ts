import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { usePages } from '../api/pages';
import { networkDown, Problem } from '../api/problem';
import type { MailState } from '../api/types';

/** How the platform is: one entry a part. */
export interface Health {
  status: string;
  entries: Record<string, { status: string; description?: string | null }>;
}

/** Asked anew every ten seconds. A platform that is not well answers 503, and still says which part it is. */
export function useHealth() {
  return useQuery({
    queryKey: ['health'],
    queryFn: async (): Promise<Health> => {
      try {
        return (await (await fetch('/health')).json()) as Health;
      } catch {
        throw new Problem(networkDown, 0, '');
      }
    },
    refetchInterval: 10_000,
    staleTime: 0,
    retry: false,
  });
}

/** Mails by state, without addresses or contents. */
export function useMails(state: MailState) {
  return usePages(['mails', state], (after) => answer(api.GET('/api/communications/mails', { params: { query: { state, size: 20, after } } })));
}

export function useRetryMail() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.POST('/api/communications/mails/{id}/retry', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['mails'] }),
  });
}

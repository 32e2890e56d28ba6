import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { usePages } from '../api/pages';
import { reread } from '../api/reread';
import type { Activity, AskForm, NewAsk } from '../api/types';

const asks = 'asks';
const at = (id: string) => ({ params: { path: { id } } });

export function useAsks(association: string) {
  return usePages([asks, association], (after) => answer(api.GET('/api/members/activation/asks', { params: { query: { association, after } } })));
}

export function useAsk(id: string) {
  return useQuery({ queryKey: [asks, 'one', id], queryFn: () => answer(api.GET('/api/members/activation/asks/{id}', at(id))) });
}

/** How much members take part, by quarter: in an association, or in all of them. */
export function useLadder(association?: string) {
  return useQuery({ queryKey: ['ladder', association], queryFn: () => answer(api.GET('/api/members/activation/ladder', { params: { query: { association } } })) });
}

/** Those who fit, and why. */
export const useProposal = () => useMutation({ mutationFn: (body: AskForm) => answer(api.POST('/api/members/activation/asks/preview', { body })) });

export function useSendAsk() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: NewAsk }) => answer(api.POST('/api/members/activation/asks', { headers: { 'Idempotency-Key': key }, body })),
    onSuccess: () => reread(client, asks),
  });
}

function useAskChange<A, T>(change: (content: A) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => reread(client, asks) });
}

export const useCancelAsk = (id: string) => useAskChange((reason: string) => answer(api.POST('/api/members/activation/asks/{id}/cancel', { ...at(id), body: { reason } })));
export const useNoteCame = (id: string) => useAskChange((memberIds: string[]) => answer(api.POST('/api/members/activation/asks/{id}/came', { ...at(id), body: { memberIds } })));

export function useInterests() {
  return useQuery({ queryKey: ['interests'], queryFn: () => answer(api.GET('/api/members/activation/interests')), staleTime: 300_000 });
}

/** @param member whose; undefined for one's own. */
export function useActivity(member?: string) {
  return useQuery({ queryKey: ['activity', member], queryFn: () => answer(member ? api.GET('/api/members/people/{id}/activity', at(member)) : api.GET('/api/members/me/activity')) });
}

export function useChangeActivity(member?: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Activity) => answer(member ? api.PUT('/api/members/people/{id}/activity', { ...at(member), body }) : api.PUT('/api/members/me/activity', { body })),
    onSuccess: (now) => client.setQueryData(['activity', member], now),
  });
}

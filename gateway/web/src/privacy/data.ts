import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { reread } from '../api/reread';
import type { PrivacyAsk, PrivacyMake } from '../api/types';

const at = (id: string) => ({ params: { path: { id } } });
// What is under way in other services comes by itself.
const soon = 3_000;

export function useMyData() {
  return useQuery({
    queryKey: ['privacy', 'me'],
    queryFn: () => answer(api.GET('/api/members/me/privacy')),
    refetchInterval: ({ state }) => (state.data?.requests.some((request) => request.state === 'working') ? soon : false),
  });
}

export const useMyCopy = (id: string) => useQuery({ queryKey: ['privacy', 'me', id], queryFn: () => answer(api.GET('/api/members/me/privacy/requests/{id}/copy', at(id))) });
export const useDeskCopy = (id: string) => useQuery({ queryKey: ['privacy', 'copy', id], queryFn: () => answer(api.GET('/api/members/privacy/requests/{id}/copy', at(id))) });
export const useDesk = () => useQuery({ queryKey: ['privacy', 'desk'], queryFn: () => answer(api.GET('/api/members/privacy/requests')) });

export function useRequest(id: string) {
  return useQuery({
    queryKey: ['privacy', 'request', id],
    queryFn: () => answer(api.GET('/api/members/privacy/requests/{id}', at(id))),
    refetchInterval: ({ state }) => (state.data?.request.state === 'working' ? soon : false),
  });
}

function useChange<T, R>(change: (what: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => reread(client, 'privacy', 'me', 'people', 'person') });
}

export const useAsk = () => useChange((body: PrivacyAsk) => answer(api.POST('/api/members/me/privacy/requests', { body })));
export const useWithdraw = () => useChange((id: string) => answer(api.POST('/api/members/me/privacy/requests/{id}/withdrawal', at(id))));
export const useEndObjection = () =>
  useChange((processing: string) => answer(api.DELETE('/api/members/me/privacy/objections/{processing}', { params: { path: { processing } } })));
export const useMake = () => useChange((body: PrivacyMake) => answer(api.POST('/api/members/privacy/requests', { body })));
export const useAnswer = (id: string) => useChange((body: { granted: boolean; answer: string }) => answer(api.POST('/api/members/privacy/requests/{id}/answer', { ...at(id), body })));

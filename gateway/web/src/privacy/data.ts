import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { reread } from '../api/reread';
import type { ConsentWay, PrivacyAsk, PrivacyMake, RetentionReport } from '../api/types';

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

export const useRetention = () => useQuery({ queryKey: ['privacy', 'retention'], queryFn: () => answer(api.GET('/api/members/privacy/retention')) });

/** Each answer is the whole report anew. */
function useReport<T>(change: (what: T) => Promise<RetentionReport>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: (report) => client.setQueryData(['privacy', 'retention'], report) });
}

export const useStartRetention = () => useReport((isOn: boolean) => answer(api.PUT('/api/members/privacy/retention', { body: { isOn } })));
export const useSetPeriod = (rule: string) => useReport((months: number) => answer(api.PUT('/api/members/privacy/retention/{rule}', { params: { path: { rule } }, body: { months } })));

/** A personnummer, masked: one's own, or that of a person in the register. */
export function useNumber(person?: string) {
  return useQuery({ queryKey: ['privacy', 'number', person], queryFn: () => (person ? answer(api.GET('/api/members/people/{id}/personal-number', at(person))) : answer(api.GET('/api/members/me/personal-number'))) });
}

export const useGiveNumber = (person?: string) =>
  useChange((number: string) => (person ? answer(api.PUT('/api/members/people/{id}/personal-number', { ...at(person), body: { number } })) : answer(api.PUT('/api/members/me/personal-number', { body: { number } }))));
export const useRemoveNumber = (person?: string) =>
  useChange(() => (person ? answer(api.DELETE('/api/members/people/{id}/personal-number', at(person))) : answer(api.DELETE('/api/members/me/personal-number'))));
export const useReveal = (person: string) => useMutation({ mutationFn: (reason: string) => answer(api.POST('/api/members/people/{id}/personal-number/reveal', { ...at(person), body: { reason } })) });

export function useConsents(person?: string) {
  return useQuery({ queryKey: ['privacy', 'consents', person], queryFn: () => (person ? answer(api.GET('/api/members/people/{id}/consents', at(person))) : answer(api.GET('/api/members/me/consents'))) });
}

export const useGiveConsent = (person?: string) =>
  useChange(({ textVersion, how }: { textVersion: number; how: ConsentWay }) =>
    person ? answer(api.POST('/api/members/people/{id}/consents', { ...at(person), body: { textVersion, how } })) : answer(api.POST('/api/members/me/consents', { body: { textVersion, how: null } })),
  );
export const useWithdrawConsent = (person?: string) =>
  useChange(() => (person ? answer(api.DELETE('/api/members/people/{id}/consents', at(person))) : answer(api.DELETE('/api/members/me/consents'))));

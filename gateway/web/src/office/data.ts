import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, sendFile } from '../api/client';
import { usePages } from '../api/pages';
import { reread } from '../api/reread';
import type { ElectedProfile, OwnProfileEdit, ProfileEdit } from '../api/types';

const office = 'office';
const at = (id: string) => ({ params: { path: { id } } });
const version = (number: number) => ({ headers: { 'If-Match': `"${String(number)}"` } });

/** A change after which assignments, and all that follows from them, are read again. */
function useChange<A, T>(change: (content: A) => Promise<T>, ...keys: string[]) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => reread(client, office, 'assignments', 'committees', ...keys) });
}

/** @param association leave it out for everywhere within reach. */
export function useEndingTerms(days: number, association?: string) {
  return usePages([office, 'ending', days, association ?? ''], (after) => answer(api.GET('/api/members/assignments/ending', { params: { query: { Association: association, Days: days, After: after, Size: 20 } } })));
}

export function useTermHistory(kind: string, association: string) {
  return usePages([office, 'history', kind, association], (after) => answer(api.GET('/api/members/assignments/history', { params: { query: { Kind: kind, Association: association || undefined, After: after, Size: 20 } } })), kind !== '');
}

export const useRenewTerm = (id: string) => useChange((until: string | null) => answer(api.PUT('/api/members/assignments/{id}/term', { ...at(id), body: { until } })));
export const useNameSuccessor = (id: string) =>
  useChange((content: { memberId: string; from: string | null; until: string | null }) => answer(api.POST('/api/members/assignments/{id}/successor', { ...at(id), body: content })));
export const useTakeBackSuccessor = () => useChange((id: string) => answer(api.DELETE('/api/members/assignments/{id}/successor', at(id))));
export const useGiveBack = () => useChange((id: string) => answer(api.DELETE('/api/members/assignments/{id}/end', at(id))));

/** Hand-overs that are not finished: all within reach, or an association's. */
export function useTransfers(association?: string, enabled = true) {
  return useQuery({ queryKey: [office, 'transfers', association ?? ''], queryFn: () => answer(api.GET('/api/members/transfers', { params: { query: { association } } })), enabled });
}

export function useOwnTransfers() {
  return useQuery({ queryKey: [office, 'own'], queryFn: () => answer(api.GET('/api/members/me/transfers')) });
}

export const useAddPoint = (id: string) => useChange((text: string) => answer(api.POST('/api/members/me/transfers/{id}/points', { ...at(id), body: { text } })));
export const useMarkPoint = () =>
  useChange(({ id, side, on, note }: { id: string; side: 'done' | 'confirmed'; on: boolean; note?: string }) => {
    if (side === 'done') return answer(on ? api.POST('/api/members/me/transfers/points/{id}/done', { ...at(id), body: { note: note ?? null } }) : api.DELETE('/api/members/me/transfers/points/{id}/done', at(id)));
    return answer(on ? api.POST('/api/members/me/transfers/points/{id}/confirmed', at(id)) : api.DELETE('/api/members/me/transfers/points/{id}/confirmed', at(id)));
  });

export function useBalance(association?: string) {
  return useQuery({ queryKey: [office, 'balance', association ?? ''], queryFn: () => answer(api.GET('/api/members/balance', { params: { query: { association } } })) });
}

export interface Choice {
  member: string;
  kind?: string;
  association?: string;
  committee?: string;
  replaces?: string;
}

/** What the balance becomes if somebody is chosen. */
export function useBalancePreview({ member, kind, association, committee, replaces }: Choice) {
  return useQuery({
    queryKey: [office, 'preview', member, kind, association, committee, replaces],
    queryFn: () => answer(api.GET('/api/members/balance/preview', { params: { query: { Member: member, Kind: kind, Association: association, Committee: committee, Replaces: replaces } } })),
    enabled: member !== '',
  });
}

export function useOwnProfiles() {
  return useQuery({ queryKey: [office, 'own-profiles'], queryFn: () => answer(api.GET('/api/members/me/profiles')) });
}

export function useProfiles() {
  return useQuery({ queryKey: [office, 'profiles'], queryFn: () => answer(api.GET('/api/members/profiles')) });
}

export const useWriteOwnProfile = (id: string) =>
  useChange(({ profile, read }: { profile: OwnProfileEdit; read: number }) => answer(api.PUT('/api/members/me/profiles/{id}', { params: { path: { id } }, ...version(read), body: profile })));
export const useWriteProfile = (id: string) =>
  useChange(({ profile, read }: { profile: ProfileEdit; read: number }) => answer(api.PUT('/api/members/profiles/{id}', { params: { path: { id } }, ...version(read), body: profile })));
export const useSetPortrait = (id: string) => useChange((file: Blob) => sendFile<ElectedProfile>(`/api/members/me/profiles/${id}/portrait`, file));
export const useRemovePortrait = (id: string) => useChange(() => answer(api.DELETE('/api/members/me/profiles/{id}/portrait', at(id))));
export const useShowProfile = (id: string, own: boolean) => useChange(() => answer(own ? api.POST('/api/members/me/profiles/{id}/publication', at(id)) : api.POST('/api/members/profiles/{id}/publication', at(id))));
export const useHideProfile = (id: string, own: boolean) => useChange(() => answer(own ? api.DELETE('/api/members/me/profiles/{id}/publication', at(id)) : api.DELETE('/api/members/profiles/{id}/publication', at(id))));

export function useTransferTemplates() {
  return useQuery({ queryKey: [office, 'templates'], queryFn: () => answer(api.GET('/api/members/transfers/templates')) });
}

export const useSetTemplate = () =>
  useChange(({ kind, points, read }: { kind: string; points: string[]; read: number }) => answer(api.PUT('/api/members/transfers/templates/{kind}', { params: { path: { kind } }, ...version(read), body: { points } })));

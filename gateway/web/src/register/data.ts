import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { usePages } from '../api/pages';
import { reread } from '../api/reread';
import type { Ending, MergeEdit } from '../api/types';
import { usePersonChange } from '../association/data';

const at = (id: string) => ({ params: { path: { id } } });
const version = (number: number) => ({ 'If-Match': `"${String(number)}"` });

export const useEnd = (id: string) => usePersonChange(id, (ending: Ending) => answer(api.POST('/api/members/people/{id}/ending', { ...at(id), body: ending })));
export const useUndoEnding = (id: string) => usePersonChange(id, () => answer(api.DELETE('/api/members/people/{id}/ending', at(id))));
export const useNoteFee = (id: string) =>
  usePersonChange(id, ({ year, paidOn }: { year: number; paidOn: string }) => answer(api.PUT('/api/members/people/{id}/fees/{year}', { params: { path: { id, year } }, body: { paidOn } })));
export const useTakeBackFee = (id: string) => usePersonChange(id, (year: number) => answer(api.DELETE('/api/members/people/{id}/fees/{year}', { params: { path: { id, year } } })));
export const useMove = (id: string) =>
  usePersonChange(id, (move: { to: string; staysAttached: boolean; reason: string | null }) => answer(api.POST('/api/members/people/{id}/move', { ...at(id), body: move })));
export const useAttach = (id: string) => usePersonChange(id, (associationId: string) => answer(api.POST('/api/members/people/{id}/attachments', { ...at(id), body: { associationId } })));
export const useDetach = (id: string) =>
  usePersonChange(id, (association: string) => answer(api.DELETE('/api/members/people/{id}/attachments/{association}', { params: { path: { id, association } } })));
export const useProtect = (id: string) =>
  usePersonChange(id, ({ read, ...protection }: { isProtected: boolean; throughId: string | null; reason: string; read: number }) =>
    answer(api.PUT('/api/members/people/{id}/protection', { ...at(id), body: protection, headers: version(read) })),
  );

/** Moves to and from an association that nobody on its side has seen. */
export function useUnseenMoves(association: string) {
  return usePages(['moves', association], (after) => answer(api.GET('/api/members/moves', { params: { query: { Association: association, Unseen: true, After: after } } })));
}

function useMoveChange(change: (id: string) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => reread(client, 'moves', 'people', 'person', 'cases', 'associations') });
}

export const useSeeMove = () => useMoveChange((id) => answer(api.POST('/api/members/moves/{id}/seen', at(id))));
export const useUndoMove = () => useMoveChange((id) => answer(api.POST('/api/members/moves/{id}/undo', at(id))));

export function useAttached(association: string) {
  return useQuery({ queryKey: ['people', 'attached', association], queryFn: () => answer(api.GET('/api/members/attached', { params: { query: { association } } })) });
}

export function useProtected() {
  return useQuery({ queryKey: ['people', 'protected'], queryFn: () => answer(api.GET('/api/members/protected-people')) });
}

export function useDuplicates() {
  return usePages(['duplicates'], (after) => answer(api.GET('/api/members/duplicates', { params: { query: { after } } })));
}

export function useMerges() {
  return usePages(['duplicates', 'merges'], (after) => answer(api.GET('/api/members/merges', { params: { query: { after } } })));
}

function useDuplicateChange<A>(change: (content: A) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => reread(client, 'duplicates', 'people', 'person', 'cases', 'associations') });
}

export const useTellApart = () => useDuplicateChange((pair: { one: string; other: string; areTwo: boolean }) => answer(api.POST('/api/members/duplicates/two', { body: pair })));
export const useMerge = () => useDuplicateChange((merge: MergeEdit) => answer(api.POST('/api/members/merges', { body: merge })));
export const useUndoMerge = () => useDuplicateChange((id: string) => answer(api.POST('/api/members/merges/{id}/undo', at(id))));

export function useMasters() {
  return useQuery({ queryKey: ['masters'], queryFn: () => answer(api.GET('/api/members/central-masters')) });
}

export type MasterField = NonNullable<ReturnType<typeof useMasters>['data']>[number]['field'];

export function useSetMasters() {
  const client = useQueryClient();
  return useMutation({ mutationFn: (ours: MasterField[]) => answer(api.PUT('/api/members/central-masters', { body: { ours } })), onSuccess: (masters) => client.setQueryData(['masters'], masters) });
}

export function useRules() {
  return useQuery({ queryKey: ['membership-rules'], queryFn: () => answer(api.GET('/api/members/membership-rules')) });
}

export function useSetRules() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ lapseAfterMonths, read }: { lapseAfterMonths: number | null; read: number }) => answer(api.PUT('/api/members/membership-rules', { body: { lapseAfterMonths }, headers: version(read) })),
    onSuccess: (rules) => client.setQueryData(['membership-rules'], rules),
  });
}

export function useCorrections(importId: string) {
  return usePages(['imports', importId, 'corrections'], (after) => answer(api.GET('/api/members/central-imports/{id}/corrections', { params: { path: { id: importId }, query: { after } } })));
}

export function useLeave() {
  return useMutation({ mutationFn: (reason: string | null) => answer(api.POST('/api/members/me/ending', { body: { reason } })) });
}

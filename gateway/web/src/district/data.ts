import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, members } from '../api/client';
import { usePages } from '../api/pages';
import type { NewAssignment } from '../api/types';

export type HandOverFilter = 'toSend' | 'sent' | 'confirmed';

export function useGrowth() {
  return useQuery({ queryKey: ['growth'], queryFn: () => answer(members.GET('/district/growth', { params: { query: { months: 24 } } })) });
}

export function useHandOvers(state: HandOverFilter, enabled = true) {
  return usePages(['hand-overs', state], (after) => answer(members.GET('/hand-overs', { params: { query: { state, size: 100, after } } })), enabled);
}

/** A change after which a list is read again. */
function useChange<A, T>(list: string, change: (content: A) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: [list] }) });
}

export const useMarkSent = () => useChange('hand-overs', (ids: string[]) => answer(members.POST('/hand-overs/sent', { body: { ids } })));
export const useTakeBack = () => useChange('hand-overs', (ids: string[]) => answer(members.POST('/hand-overs/to-send', { body: { ids } })));
export const useConfirmHandOver = (id: string) =>
  useChange('hand-overs', (content: { memberNumber: string; memberSince: string | null }) => answer(members.POST('/hand-overs/{id}/confirmation', { params: { path: { id } }, body: content })));

export function useReports(enabled = true) {
  return usePages(['reports'], (after) => answer(members.GET('/district/reports', { params: { query: { after } } })), enabled);
}

export const useMarkSeen = (id: string) =>
  useChange('reports', (note: string) => answer(members.POST('/district/reports/{id}/seen', { params: { path: { id } }, body: { note: note.trim() || null } })));

export function useGoals() {
  return useQuery({ queryKey: ['goals'], queryFn: () => answer(members.GET('/plan/goals')) });
}

export function useAssignments(current: boolean, association: string) {
  return usePages(['assignments', current, association], (after) => answer(members.GET('/assignments', { params: { query: { current, association: association || undefined, after } } })));
}

export function useAssignmentKinds() {
  return useQuery({ queryKey: ['assignment-kinds'], queryFn: () => answer(members.GET('/assignments/kinds')), staleTime: 60 * 60_000 });
}

export const useStartAssignment = () => useChange('assignments', (content: NewAssignment) => answer(members.POST('/assignments', { body: content })));
export const useEndAssignment = (id: string) =>
  useChange('assignments', (reason: string) => answer(members.POST('/assignments/{id}/end', { params: { path: { id } }, body: { reason: reason.trim() || null } })));

/** People who can be given an assignment: found by name. */
export function useFoundPeople(q: string) {
  return useQuery({
    queryKey: ['people', 'find', q],
    queryFn: () => answer(members.GET('/people', { params: { query: { q, state: 'member', size: 8 } } })),
    enabled: q.trim().length > 1,
    placeholderData: (before) => before,
  });
}

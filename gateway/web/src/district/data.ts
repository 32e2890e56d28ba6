import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { usePages } from '../api/pages';
import { reread } from '../api/reread';
import type { NewAssignment } from '../api/types';

export type HandOverFilter = 'toSend' | 'sent' | 'overdue' | 'confirmed';

export function useGrowth() {
  return useQuery({ queryKey: ['growth'], queryFn: () => answer(api.GET('/api/members/district/growth', { params: { query: { months: 24 } } })) });
}

export function useHandOvers(state: HandOverFilter, enabled = true) {
  return usePages(['hand-overs', state], (after) => answer(api.GET('/api/members/hand-overs', { params: { query: { State: state === 'overdue' ? 'sent' : state, Overdue: state === 'overdue' || undefined, Size: 100, After: after } } })), enabled);
}

/** A change after which lists are read again. */
function useChange<A, T>(change: (content: A) => Promise<T>, ...lists: string[]) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => reread(client, ...lists) });
}

export const useMarkSent = () => useChange((ids: string[]) => answer(api.POST('/api/members/hand-overs/sent', { body: { ids } })), 'hand-overs');
export const useTakeBack = () => useChange((ids: string[]) => answer(api.POST('/api/members/hand-overs/to-send', { body: { ids } })), 'hand-overs');
export const useConfirmHandOver = (id: string) =>
  useChange((content: { memberNumber: string; memberSince: string | null }) => answer(api.POST('/api/members/hand-overs/{id}/confirmation', { params: { path: { id } }, body: content })), 'hand-overs');

export function useReports(enabled = true) {
  return usePages(['reports'], (after) => answer(api.GET('/api/members/district/reports', { params: { query: { after } } })), enabled);
}

export const useMarkSeen = (id: string) =>
  useChange((note: string) => answer(api.POST('/api/members/district/reports/{id}/seen', { params: { path: { id } }, body: { note: note.trim() || null } })), 'reports');

export function useAssignments(current: boolean, association: string) {
  return usePages(['assignments', current, association], (after) => answer(api.GET('/api/members/assignments', { params: { query: { Current: current, Association: association || undefined, After: after } } })));
}

export function useAssignmentKinds() {
  return useQuery({ queryKey: ['assignment-kinds'], queryFn: () => answer(api.GET('/api/members/assignments/kinds')), staleTime: 60 * 60_000 });
}

export const useStartAssignment = () => useChange((content: NewAssignment) => answer(api.POST('/api/members/assignments', { body: content })), 'assignments', 'office');
export const useEndAssignment = (id: string) =>
  useChange((reason: string) => answer(api.POST('/api/members/assignments/{id}/end', { params: { path: { id } }, body: { reason: reason.trim() || null } })), 'assignments', 'office');

/**
 * People who can be given an assignment: found by name.
 * @param association only its members; leave it out for everybody within reach.
 */
export function useFoundPeople(q: string, association?: string) {
  return useQuery({
    queryKey: ['people', 'find', q, association ?? ''],
    queryFn: () => answer(api.GET('/api/members/people', { params: { query: { Q: q, Association: association, State: 'member', Size: 8 } } })),
    enabled: q.trim().length > 1,
    placeholderData: (before) => before,
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { usePages } from '../api/pages';
import { reread } from '../api/reread';
import type { Appointee, NewContact, NewStandIn } from '../api/types';

const liaisons = 'liaisons';
const at = (id: string) => ({ params: { path: { id } } });
const version = (number: number) => ({ headers: { 'If-Match': `"${String(number)}"` } });

/** A change after which everything about liaisons is read again. */
function useChange<A, T>(change: (content: A) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => reread(client, liaisons) });
}

/** Associations and their liaisons: one's own, or all for those who manage them. */
export function useLiaisons(mine: boolean, enabled = true) {
  return useQuery({ queryKey: [liaisons, 'list', mine], queryFn: () => answer(api.GET('/api/members/liaisons/associations', { params: { query: { mine: mine || undefined } } })), enabled });
}

export function useLiaisonAssociation(id: string) {
  return useQuery({ queryKey: [liaisons, 'one', id], queryFn: () => answer(api.GET('/api/members/liaisons/associations/{id}', at(id))) });
}

export const useEditSettings = (id: string) =>
  useChange(({ rhythmDays, note, read }: { rhythmDays: number | null; note: string | null; read: number }) =>
    answer(api.PUT('/api/members/liaisons/associations/{id}', { ...at(id), ...version(read), body: { rhythmDays, note } })),
  );

export function usePromises(mine: boolean, enabled = true) {
  return usePages([liaisons, 'promises', mine], (after) => answer(api.GET('/api/members/liaisons/promises', { params: { query: { Mine: mine || undefined, Size: 20, After: after } } })), enabled);
}

export const useKeepPromise = () => useChange((id: string) => answer(api.POST('/api/members/liaisons/promises/{id}/done', at(id))));
export const useReopenPromise = () => useChange((id: string) => answer(api.DELETE('/api/members/liaisons/promises/{id}/done', at(id))));

/** The contact log, as the liaison or as the association's own officers read it. */
export function useContacts(id: string, ours: boolean) {
  return usePages([liaisons, 'contacts', id, ours], (after) => {
    const page = { params: { path: { id }, query: { size: 20, after } } };
    return answer(ours ? api.GET('/api/members/associations/{id}/liaison/contacts', page) : api.GET('/api/members/liaisons/associations/{id}/contacts', page));
  });
}

export const useLogContact = (id: string) =>
  useChange(({ contact, key }: { contact: NewContact; key: string }) => answer(api.POST('/api/members/liaisons/associations/{id}/contacts', { ...at(id), headers: { 'Idempotency-Key': key }, body: contact })));
export const useCorrectContact = (id: string, read: number) => useChange((contact: NewContact) => answer(api.PUT('/api/members/liaisons/contacts/{id}', { ...at(id), ...version(read), body: contact })));
export const useUndoLogged = () => useChange((id: string) => answer(api.DELETE('/api/members/liaisons/contacts/{id}', at(id))));

/** Messages between an association and its liaison, from either end. */
export function useMessages(id: string, ours: boolean) {
  return usePages([liaisons, 'messages', id, ours], (after) => {
    const page = { params: { path: { id }, query: { size: 20, after } } };
    return answer(ours ? api.GET('/api/members/associations/{id}/liaison/messages', page) : api.GET('/api/members/liaisons/associations/{id}/messages', page));
  });
}

export function useSendMessage(id: string, ours: boolean) {
  return useChange(({ key, ...body }: { text: string; wantsAnswer: boolean; key: string }) => {
    const letter = { ...at(id), headers: { 'Idempotency-Key': key }, body };
    return answer(ours ? api.POST('/api/members/associations/{id}/liaison/messages', letter) : api.POST('/api/members/liaisons/associations/{id}/messages', letter));
  });
}

export function useSettle(id: string, ours: boolean) {
  return useChange(({ messageId, settled }: { messageId: string; settled: boolean }) => {
    const one = { params: { path: { id, messageId } } };
    if (ours) return answer(settled ? api.POST('/api/members/associations/{id}/liaison/messages/{messageId}/settled', one) : api.DELETE('/api/members/associations/{id}/liaison/messages/{messageId}/settled', one));
    return answer(settled ? api.POST('/api/members/liaisons/associations/{id}/messages/{messageId}/settled', one) : api.DELETE('/api/members/liaisons/associations/{id}/messages/{messageId}/settled', one));
  });
}

export function useOurLiaison(id: string, enabled = true) {
  return useQuery({ queryKey: [liaisons, 'ours', id], queryFn: () => answer(api.GET('/api/members/associations/{id}/liaison', at(id))), enabled });
}

export function useBoard() {
  return useQuery({ queryKey: [liaisons, 'board'], queryFn: () => answer(api.GET('/api/members/liaisons/board')) });
}

export function useStandIns() {
  return useQuery({ queryKey: [liaisons, 'stand-ins'], queryFn: () => answer(api.GET('/api/members/liaisons/stand-ins')) });
}

export const useStartStandIn = () => useChange((period: NewStandIn) => answer(api.POST('/api/members/liaisons/stand-ins', { body: period })));
export const useEndStandIn = () => useChange((id: string) => answer(api.DELETE('/api/members/liaisons/stand-ins/{id}', at(id))));

export function useProposal() {
  return useQuery({ queryKey: [liaisons, 'proposal'], queryFn: () => answer(api.GET('/api/members/liaisons/proposal')) });
}

export const useAppoint = () => useChange(({ choices, read }: { choices: Appointee[]; read: number }) => answer(api.POST('/api/members/liaisons/appointments', { ...version(read), body: { choices } })));
export const useUndoAppointment = () => useChange((id: string) => answer(api.POST('/api/members/liaisons/appointments/{id}/undo', at(id))));

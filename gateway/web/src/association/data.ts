import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { reread } from '../api/reread';
import type { CareReason, PersonEdit } from '../api/types';

const cases = 'cases';
const people = 'people';
const person = 'person';

export function usePeople(filter: { association: string; q: string; state: string; unpaidFor?: number }, size = 50) {
  return useInfiniteQuery({
    queryKey: [people, filter, size],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/members/people', { params: { query: { Association: filter.association || undefined, Q: filter.q || undefined, State: filter.state || undefined, UnpaidFor: filter.unpaidFor, Size: size, After: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
    // While one types, the rows of the word before stay.
    placeholderData: (before) => before,
  });
}

/** @param purpose told to the person in the read log. */
export function usePerson(id: string, purpose: 'register' | 'care') {
  return useQuery({ queryKey: [person, id], queryFn: () => answer(api.GET('/api/members/people/{id}', { params: { path: { id }, query: { purpose } } })) });
}

/** A change of one person; what hangs on it is read again. */
export function usePersonChange<A, T>(id: string, change: (content: A) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [person, id] });
      reread(client, people, cases, 'associations', 'moves');
    },
  });
}

const at = (id: string) => ({ params: { path: { id } } });

export const useNotePayment = (id: string) => usePersonChange(id, (paidOn: string) => answer(api.POST('/api/members/people/{id}/payment', { ...at(id), body: { paidOn } })));
export const useUndoPayment = (id: string) => usePersonChange(id, () => answer(api.DELETE('/api/members/people/{id}/payment', at(id))));
export const useRefuse = (id: string) => usePersonChange(id, (reason: string) => answer(api.POST('/api/members/people/{id}/refusal', { ...at(id), body: { reason } })));
export const useRevoke = (id: string) => usePersonChange(id, (reason: string) => answer(api.POST('/api/members/people/{id}/revocation', { ...at(id), body: { reason } })));
export const useAppeal = (id: string) => usePersonChange(id, (note: string) => answer(api.POST('/api/members/people/{id}/appeal', { ...at(id), body: { note } })));
export const useOpenCase = (id: string) => usePersonChange(id, (reason: CareReason) => answer(api.POST('/api/members/care/cases', { body: { memberId: id, reason, due: null } })));
export const useCorrectPerson = (id: string) =>
  usePersonChange(id, ({ edit, version }: { edit: PersonEdit; version: number }) => answer(api.PUT('/api/members/people/{id}', { ...at(id), body: edit, headers: { 'If-Match': `"${String(version)}"` } })));

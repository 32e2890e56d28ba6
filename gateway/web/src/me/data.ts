import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { usePages } from '../api/pages';
import type { Me, PersonEdit } from '../api/types';

const key = ['me'];

export function useMe() {
  return useQuery({ queryKey: key, queryFn: () => answer(api.GET('/api/members/me')) });
}

/** Saves a correction of the version that was read, and keeps the answer as what is known. */
export function useCorrectMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ edit, version }: { edit: PersonEdit; version: number }) => answer(api.PUT('/api/members/me', { body: edit, headers: { 'If-Match': `"${String(version)}"` } })),
    onSuccess: (me: Me) => client.setQueryData(key, me),
  });
}

export function useMyReads() {
  return usePages(['me', 'reads'], (after) => answer(api.GET('/api/members/me/reads', { params: { query: { after } } })));
}

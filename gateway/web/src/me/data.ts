import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, members } from '../api/client';
import { usePages } from '../api/pages';
import type { Me, PersonEdit } from '../api/types';

const key = ['me'];

export function useMe() {
  return useQuery({ queryKey: key, queryFn: () => answer(members.GET('/me')) });
}

/** Saves a correction of the version that was read, and keeps the answer as what is known. */
export function useCorrectMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ edit, version }: { edit: PersonEdit; version: number }) => answer(members.PUT('/me', { body: edit, headers: { 'If-Match': `"${String(version)}"` } })),
    onSuccess: (me: Me) => client.setQueryData(key, me),
  });
}

export function useMyReads() {
  return usePages(['me', 'reads'], (after) => answer(members.GET('/me/reads', { params: { query: { after } } })));
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { reread } from '../api/reread';
import type { DeskItemEdit, NewDeskItem } from '../api/types';

const feminism = 'feminism';
const at = (id: string) => ({ params: { path: { id } } });
const version = (number: number) => ({ headers: { 'If-Match': `"${String(number)}"` } });

function useChange<A, T>(change: (content: A) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => reread(client, feminism) });
}

/** A year's desk: an association's, or without one the district's. */
export function useDesk(year: number, association?: string, enabled = true) {
  return useQuery({ queryKey: [feminism, 'desk', year, association ?? ''], queryFn: () => answer(api.GET('/api/members/feminism/{year}', { params: { path: { year }, query: { association } } })), enabled });
}

export const useAddItem = (year: number) => useChange((item: NewDeskItem) => answer(api.POST('/api/members/feminism/{year}/items', { params: { path: { year } }, body: item })));
export const useChangeItem = (id: string) => useChange(({ item, read }: { item: DeskItemEdit; read: number }) => answer(api.PUT('/api/members/feminism/items/{id}', { ...at(id), ...version(read), body: item })));
export const useRemoveItem = (id: string) => useChange(() => answer(api.DELETE('/api/members/feminism/items/{id}', at(id))));

export const useCheck = (year: number, association?: string) =>
  useChange(({ point, on }: { point: string; on: boolean }) =>
    on
      ? answer(api.POST('/api/members/feminism/{year}/checks/{point}', { params: { path: { year, point } }, body: { associationId: association ?? null, note: null } }))
      : answer(api.DELETE('/api/members/feminism/{year}/checks/{point}', { params: { path: { year, point }, query: { association } } })),
  );

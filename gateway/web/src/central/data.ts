import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { usePages } from '../api/pages';
import { reread } from '../api/reread';
import type { NewCentralItem } from '../api/types';

const central = 'central';
const at = (id: string) => ({ params: { path: { id } } });

function useChange<A, T>(change: (content: A) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => reread(client, central) });
}

export const useCentralItems = (enabled = true) => usePages([central, 'items'], (after) => answer(api.GET('/api/members/central/items', { params: { query: { after, size: 20 } } })), enabled);
export const useCentralItem = (id: string) => useQuery({ queryKey: [central, 'item', id], queryFn: () => answer(api.GET('/api/members/central/items/{id}', at(id))) });
export const useRelay = () => useChange(({ item, key }: { item: NewCentralItem; key: string }) => answer(api.POST('/api/members/central/items', { headers: { 'Idempotency-Key': key }, body: item })));
export const useChangeItem = (id: string) => useChange(({ item, read }: { item: NewCentralItem; read: number }) => answer(api.PUT('/api/members/central/items/{id}', { ...at(id), headers: { 'If-Match': `"${String(read)}"` }, body: item })));
export const useTakeBackItem = () => useChange((id: string) => answer(api.DELETE('/api/members/central/items/{id}', at(id))));
export const useRemind = (id: string) => useChange(() => answer(api.POST('/api/members/central/items/{id}/reminders', at(id))));
export const useReportBack = (id: string) => useChange((body: { text: string; on: string }) => answer(api.PUT('/api/members/central/items/{id}/report', { ...at(id), body })));

export const useOurCentral = (id: string, enabled = true) => usePages([central, 'ours', id], (after) => answer(api.GET('/api/members/associations/{id}/central', { params: { path: { id }, query: { after, size: 20 } } })), enabled);
const one = (id: string, itemId: string) => ({ params: { path: { id, itemId } } });
export const useMarkRead = (id: string) => useChange((itemId: string) => answer(api.POST('/api/members/associations/{id}/central/{itemId}/read', one(id, itemId))));
export const useMarkDone = (id: string) => useChange(({ itemId, note }: { itemId: string; note: string | null }) => answer(api.POST('/api/members/associations/{id}/central/{itemId}/done', { ...one(id, itemId), body: { note } })));
export const useMarkOpen = (id: string) => useChange((itemId: string) => answer(api.DELETE('/api/members/associations/{id}/central/{itemId}/done', one(id, itemId))));

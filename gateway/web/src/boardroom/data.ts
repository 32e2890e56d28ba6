import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, sendFile } from '../api/client';
import { usePages } from '../api/pages';
import { reread } from '../api/reread';
import type { AgendaPoint, ArchiveDocument, DocumentKind, MinutesDraft, NewDecision, NewMeeting, ReceiptFile } from '../api/types';

const board = 'board';
const at = (id: string) => ({ params: { path: { id } } });
const version = (number: number) => ({ headers: { 'If-Match': `"${String(number)}"` } });
const once = (key: string) => ({ headers: { 'Idempotency-Key': key } });

function useChange<A, T>(change: (content: A) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => reread(client, board) });
}

export const useMeetings = (enabled = true) => usePages([board, 'meetings'], (after) => answer(api.GET('/api/members/board/meetings', { params: { query: { after, size: 20 } } })), enabled);
export const useMeeting = (id: string) => useQuery({ queryKey: [board, 'meeting', id], queryFn: () => answer(api.GET('/api/members/board/meetings/{id}', at(id))) });
export const usePlanMeeting = () => useChange(({ meeting, key }: { meeting: NewMeeting; key: string }) => answer(api.POST('/api/members/board/meetings', { ...once(key), body: meeting })));
export const useChangeMeeting = (id: string) => useChange(({ meeting, read }: { meeting: NewMeeting; read: number }) => answer(api.PUT('/api/members/board/meetings/{id}', { ...at(id), ...version(read), body: meeting })));
export const useDropMeeting = (id: string) => useChange(() => answer(api.DELETE('/api/members/board/meetings/{id}', at(id))));
export const useWriteAgenda = (id: string) => useChange(({ items, read }: { items: AgendaPoint[]; read: number }) => answer(api.PUT('/api/members/board/meetings/{id}/agenda', { ...at(id), ...version(read), body: { items } })));
export const useCall = (id: string) => useChange(() => answer(api.POST('/api/members/board/meetings/{id}/notice', at(id))));
export const useWriteMinutes = (id: string) => useChange(({ minutes, read }: { minutes: MinutesDraft; read: number }) => answer(api.PUT('/api/members/board/meetings/{id}/minutes', { ...at(id), ...version(read), body: minutes })));
export const useFinishMinutes = (id: string) => useChange(() => answer(api.POST('/api/members/board/meetings/{id}/adjusting', at(id))));
export const useReopenMinutes = (id: string) => useChange(() => answer(api.DELETE('/api/members/board/meetings/{id}/adjusting', at(id))));
export const useAdjust = (id: string) => useChange((read: number) => answer(api.POST('/api/members/board/meetings/{id}/adjustment', { ...at(id), ...version(read) })));

export const useAddPaper = () => useChange(({ item, file }: { item: string; file: File }) => sendFile<ReceiptFile>(`/api/members/board/items/${item}/papers?fileName=${encodeURIComponent(file.name.slice(-200))}`, file));
export const useRemovePaper = () => useChange(({ item, fileId }: { item: string; fileId: string }) => answer(api.DELETE('/api/members/board/items/{id}/papers/{fileId}', { params: { path: { id: item, fileId } } })));

export const useTemplate = () => useQuery({ queryKey: [board, 'template'], queryFn: () => answer(api.GET('/api/members/board/agenda-template')) });
export const useWriteTemplate = () => useChange((titles: string[]) => answer(api.PUT('/api/members/board/agenda-template', { body: { titles } })));

export const useDecisions = (enabled = true) => usePages([board, 'decisions'], (after) => answer(api.GET('/api/members/board/decisions', { params: { query: { after, size: 20 } } })), enabled);
export const useDecide = () => useChange(({ item, decision }: { item: string; decision: NewDecision }) => answer(api.POST('/api/members/board/items/{id}/decisions', { ...at(item), body: decision })));
export const useRemoveDecision = () => useChange((id: string) => answer(api.DELETE('/api/members/board/decisions/{id}', at(id))));
export const useDecisionDone = () => useChange((id: string) => answer(api.POST('/api/members/board/decisions/{id}/done', at(id))));
export const useDecisionOpen = () => useChange((id: string) => answer(api.DELETE('/api/members/board/decisions/{id}/done', at(id))));

export const useDocuments = (text: string, kind: DocumentKind | '') =>
  usePages([board, 'documents', text, kind], (after) => answer(api.GET('/api/members/documents', { params: { query: { Text: text || undefined, Kind: kind || undefined, After: after, Size: 20 } } })));
export const useDocument = (id: string) => useQuery({ queryKey: [board, 'document', id], queryFn: () => answer(api.GET('/api/members/documents/{id}', at(id))) });
export const useRemoveDocument = (id: string) => useChange(() => answer(api.DELETE('/api/members/documents/{id}', at(id))));
export const useAddDocument = () =>
  useChange(({ file, kind, title, on, readers, body }: { file: File | null; kind: DocumentKind; title: string; on: string; readers: 'board' | 'associations' | 'members'; body: string }) =>
    file
      ? sendFile<{ document: ArchiveDocument }>(`/api/members/documents/files?${new URLSearchParams({ kind, title, on, readers, fileName: file.name.slice(-200) }).toString()}`, file)
      : answer(api.POST('/api/members/documents', { body: { kind, title, on, readers, body } })),
  );

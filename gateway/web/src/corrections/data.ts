import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, sendFile } from '../api/client';
import { usePages } from '../api/pages';
import { reread } from '../api/reread';
import type { CorrectionsDone, CorrectionsPreview } from '../api/types';

const root = (association: string) => `/api/members/associations/${association}/file-corrections`;

/** A file as it was when it was chosen: what is applied is what was looked at, whatever happens to it on the disk meanwhile. */
export interface Chosen {
  name: string;
  content: Blob;
}

export async function read(file: File): Promise<Chosen> {
  return { name: file.name.slice(-200), content: new Blob([await file.arrayBuffer()]) };
}

export function usePreview(association: string) {
  return useMutation({
    mutationFn: async (file: File | Chosen) => {
      const chosen = file instanceof File ? await read(file) : file;
      return { chosen, preview: await sendFile<CorrectionsPreview>(`${root(association)}/preview`, chosen.content) };
    },
  });
}

export function useApply(association: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ chosen, digest }: { chosen: Chosen; digest: string }) =>
      sendFile<CorrectionsDone>(`${root(association)}?${new URLSearchParams({ fileName: chosen.name, digest }).toString()}`, chosen.content),
    onSuccess: () => reread(client, 'corrections', 'people', 'person'),
  });
}

export function useUndo(association: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (correction: string) => answer(api.POST('/api/members/associations/{id}/file-corrections/{correction}/undo', { params: { path: { id: association, correction } } })),
    onSettled: () => reread(client, 'corrections', 'people', 'person'),
  });
}

export function useCorrectionsSoFar(association: string) {
  return usePages(['corrections', association], (after) => answer(api.GET('/api/members/associations/{id}/file-corrections', { params: { path: { id: association }, query: { after } } })));
}

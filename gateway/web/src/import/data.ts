import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answer, api, sendFile } from '../api/client';
import { usePages } from '../api/pages';
import { reread } from '../api/reread';
import type { CentralField, Decision, DifferenceKind, FileLook, Import } from '../api/types';

const root = '/api/members/central-imports';

/** What is needed of a file to show its headings and some values; the server reads whole lines of it. */
const beginning = 256 * 1024;

export const working = (state: Import['state']): boolean => state === 'comparing' || state === 'applying' || state === 'undoing';

export function useImports() {
  return usePages(['imports'], (after) => answer(api.GET('/api/members/central-imports', { params: { query: { after } } })));
}

export function useImport(id: string) {
  return useQuery({ queryKey: ['import', id], queryFn: () => answer(api.GET('/api/members/central-imports/{id}', { params: { path: { id } } })) });
}

export function useDifferences(id: string, version: number, kind: DifferenceKind, kept: boolean) {
  return usePages(['import', id, 'differences', version, kind, kept], (after) =>
    answer(api.GET('/api/members/central-imports/{id}/differences', { params: { path: { id }, query: { Kind: kind, Kept: kept || undefined, Size: 50, After: after } } })),
  );
}

export function useLook() {
  return useMutation({ mutationFn: (file: File) => sendFile<FileLook>(`${root}/look`, file.slice(0, beginning)) });
}

export type Columns = Partial<Record<CentralField, number>>;

/** Sends the whole file; the part that has been taken is told while it goes on. */
export function useSend(taken: (part: number) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, columns }: { file: File; columns: Columns }) => {
      const query = new URLSearchParams({ fileName: file.name.slice(-200) });
      for (const [field, column] of Object.entries(columns)) query.set(field, String(column));
      return sendFile<{ importId: string }>(`${root}?${query.toString()}`, file, taken);
    },
    onSuccess: () => reread(client, 'imports'),
  });
}

function rereadImport(client: QueryClient, id: string): void {
  void client.invalidateQueries({ queryKey: ['import', id], exact: true });
  reread(client, 'imports');
}

export function useDecide(id: string, kind: DifferenceKind) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ decision, rows }: { decision: Decision; rows?: number[] }) =>
      answer(api.POST('/api/members/central-imports/{id}/decisions', { params: { path: { id } }, body: { kind, decision, rows: rows ?? null } })),
    onSuccess: () => rereadImport(client, id),
  });
}

/** Applies the preview that has been seen, undoes, or throws away. */
export function useImportWork(id: string) {
  const client = useQueryClient();
  const onSettled = () => rereadImport(client, id);
  const params = { path: { id } };
  return {
    apply: useMutation({
      mutationFn: ({ version, ended }: { version: number; ended: number | null }) =>
        answer(api.POST('/api/members/central-imports/{id}/apply', { params, body: { ended }, headers: { 'If-Match': `"${String(version)}"` } })),
      onSettled,
    }),
    undo: useMutation({ mutationFn: () => answer(api.POST('/api/members/central-imports/{id}/undo', { params })), onSettled }),
    discard: useMutation({ mutationFn: () => answer(api.DELETE('/api/members/central-imports/{id}', { params })), onSettled }),
  };
}

interface Progress {
  state: Import['state'];
  step?: string | null;
  done: number;
  total: number;
}

/** How far the work has come, told by the server as it goes; reads the import again when it is done. */
export function useProgress(id: string, on: boolean): Progress | undefined {
  const client = useQueryClient();
  const [progress, setProgress] = useState<Progress>();
  useEffect(() => {
    if (!on) return;
    const source = new EventSource(`${root}/${id}/progress`);
    source.addEventListener('progress', (event: MessageEvent<string>) => {
      const now = JSON.parse(event.data) as Progress;
      setProgress(now);
      if (working(now.state)) return;
      source.close();
      rereadImport(client, id);
    });
    return () => {
      source.close();
      setProgress(undefined);
    };
  }, [client, id, on]);
  return progress;
}

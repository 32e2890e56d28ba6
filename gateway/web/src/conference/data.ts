import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { reread } from '../api/reread';

const at = (id: string) => ({ params: { path: { id } } });
const version = (number: number) => ({ headers: { 'If-Match': `"${String(number)}"` } });
const of = (year: number) => ({ params: { path: { year } } });

interface Content {
  title: string;
  body: string;
  read: number;
}

const feminism = '/api/members/feminism/reports/{id}';
const region = '/api/members/region/reports/{id}';

/** The same of each kind: a report is read, begun, written and adopted alike whatever it is about. */
const calls = {
  feminism: {
    list: () => answer(api.GET('/api/members/feminism/reports')),
    get: (id: string) => answer(api.GET(feminism, at(id))),
    begin: (year: number) => answer(api.POST('/api/members/feminism/{year}/report', of(year))),
    write: (id: string, { title, body, read }: Content) => answer(api.PUT(feminism, { ...at(id), ...version(read), body: { title, body } })),
    adopt: (id: string, read: number) => answer(api.POST(`${feminism}/adoption`, { ...at(id), ...version(read) })),
    unadopt: (id: string) => answer(api.DELETE(`${feminism}/adoption`, at(id))),
    drop: (id: string) => answer(api.DELETE(feminism, at(id))),
  },
  region: {
    list: () => answer(api.GET('/api/members/region/reports')),
    get: (id: string) => answer(api.GET(region, at(id))),
    begin: (year: number) => answer(api.POST('/api/members/region/{year}/report', of(year))),
    write: (id: string, { title, body, read }: Content) => answer(api.PUT(region, { ...at(id), ...version(read), body: { title, body } })),
    adopt: (id: string, read: number) => answer(api.POST(`${region}/adoption`, { ...at(id), ...version(read) })),
    unadopt: (id: string) => answer(api.DELETE(`${region}/adoption`, at(id))),
    drop: (id: string) => answer(api.DELETE(region, at(id))),
  },
};

export type ReportKind = keyof typeof calls;

/** The right that writing a report of the kind needs. */
export const writes: Record<ReportKind, string> = { feminism: 'feminism:work', region: 'region:work' };

const reports = 'conference';

function useChange<A, T>(change: (content: A) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => reread(client, reports, 'board') });
}

export const useReports = (kind: ReportKind) => useQuery({ queryKey: [reports, kind], queryFn: calls[kind].list });
export const useReport = (kind: ReportKind, id: string) => useQuery({ queryKey: [reports, kind, id], queryFn: () => calls[kind].get(id) });
export const useBeginReport = (kind: ReportKind) => useChange(calls[kind].begin);
export const useWriteReport = (kind: ReportKind, id: string) => useChange((content: Content) => calls[kind].write(id, content));
export const useAdoptReport = (kind: ReportKind, id: string) => useChange((read: number) => calls[kind].adopt(id, read));
export const useUnadoptReport = (kind: ReportKind, id: string) => useChange(() => calls[kind].unadopt(id));
export const useDropReport = (kind: ReportKind, id: string) => useChange(() => calls[kind].drop(id));

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { reread } from '../api/reread';
import type { ActivityContent, GoalContent, IndicatorContent } from '../api/types';

const plan = 'plan';
const of = (year: number) => ({ params: { path: { year } } });
const goal = (year: number, code: string) => ({ params: { path: { year, code } } });
const version = (read: number) => ({ headers: { 'If-Match': `"${String(read)}"` } });

function useChange<A, T>(change: (content: A) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => reread(client, plan) });
}

export const usePlanYears = () => useQuery({ queryKey: [plan, 'years'], queryFn: () => answer(api.GET('/api/members/plan/years')) });
export const usePlan = (year: number | undefined) => useQuery({ queryKey: [plan, year], queryFn: () => answer(api.GET('/api/members/plan/{year}', of(year ?? 0))), enabled: year !== undefined });
/** Quarters that the reader has not told of. */
export const useOwnGoals = (enabled: boolean) => useQuery({ queryKey: [plan, 'mine'], queryFn: () => answer(api.GET('/api/members/me/goals')), enabled });
export const useMeasures = () => useQuery({ queryKey: [plan, 'measures'], queryFn: () => answer(api.GET('/api/members/plan/measures')), staleTime: 60 * 60_000 });
export const useOwners = () => useQuery({ queryKey: [plan, 'owners'], queryFn: () => answer(api.GET('/api/members/plan/owners')) });

export const useBeginPlan = () => useChange((content: { year: number; from: number | null }) => answer(api.POST('/api/members/plan', { body: content })));
export const useDropPlan = (year: number) => useChange(() => answer(api.DELETE('/api/members/plan/{year}', of(year))));
export const useAdoptPlan = (year: number) => useChange(({ on, read }: { on: string; read: number }) => answer(api.POST('/api/members/plan/{year}/adoption', { ...of(year), ...version(read), body: { on } })));
export const useTakePlanBack = (year: number) => useChange(() => answer(api.DELETE('/api/members/plan/{year}/adoption', of(year))));
export const useWriteGoal = (year: number) => useChange(({ code, content, read }: { code: string; content: GoalContent; read: number }) => answer(api.PUT('/api/members/plan/{year}/goals/{code}', { ...goal(year, code), ...version(read), body: content })));
export const useRemoveGoal = (year: number, code: string) => useChange((read: number) => answer(api.DELETE('/api/members/plan/{year}/goals/{code}', { ...goal(year, code), ...version(read) })));
export const useWriteIndicators = (year: number, code: string) =>
  useChange(({ items, read }: { items: IndicatorContent[]; read: number }) => answer(api.PUT('/api/members/plan/{year}/goals/{code}/indicators', { ...goal(year, code), ...version(read), body: { items } })));
export const useNameOwner = (year: number, code: string) => useChange(({ ownerId, read }: { ownerId: string | null; read: number }) => answer(api.PUT('/api/members/plan/{year}/goals/{code}/owner', { ...goal(year, code), ...version(read), body: { ownerId } })));

export const useAddActivity = (year: number, code: string) => useChange((content: ActivityContent) => answer(api.POST('/api/members/plan/{year}/goals/{code}/activities', { ...goal(year, code), body: content })));
export const useChangeActivity = (id: string) => useChange(({ content, read }: { content: ActivityContent; read: number }) => answer(api.PUT('/api/members/plan/activities/{id}', { params: { path: { id } }, ...version(read), body: content })));
export const useRemoveActivity = (id: string) => useChange(() => answer(api.DELETE('/api/members/plan/activities/{id}', { params: { path: { id } } })));
export const useWriteStatus = (year: number, code: string) =>
  useChange(({ quarter, light, text, read }: { quarter: number; light: 'green' | 'amber' | 'red'; text: string; read: number }) =>
    answer(api.PUT('/api/members/plan/{year}/goals/{code}/statuses/{quarter}', { params: { path: { year, code, quarter } }, ...version(read), body: { light, text } })),
  );
export const useNoteReading = (id: string) => useChange(({ quarter, value }: { quarter: number; value: number }) => answer(api.PUT('/api/members/plan/indicators/{id}/readings/{quarter}', { params: { path: { id, quarter } }, body: { value } })));

export const useReport = (year: number) => useQuery({ queryKey: [plan, year, 'report'], queryFn: () => answer(api.GET('/api/members/plan/{year}/report', of(year))) });
export const useMakeReport = (year: number) => useChange(() => answer(api.POST('/api/members/plan/{year}/report', of(year))));
export const useRefreshReport = (year: number) => useChange(() => answer(api.POST('/api/members/plan/{year}/report/refresh', of(year))));
export const useDropReport = (year: number) => useChange(() => answer(api.DELETE('/api/members/plan/{year}/report', of(year))));
export const useAddSection = (year: number) => useChange(({ title, text, read }: { title: string; text: string; read: number }) => answer(api.POST('/api/members/plan/{year}/report/sections', { ...of(year), ...version(read), body: { title, text } })));
export const useEditSection = (year: number, id: string) =>
  useChange(({ title, text, read }: { title: string; text: string; read: number }) => answer(api.PUT('/api/members/plan/{year}/report/sections/{id}', { params: { path: { year, id } }, ...version(read), body: { title, text } })));
export const useRemoveSection = (year: number) => useChange((id: string) => answer(api.DELETE('/api/members/plan/{year}/report/sections/{id}', { params: { path: { year, id } } })));
export const useOrderSections = (year: number) => useChange(({ ids, read }: { ids: string[]; read: number }) => answer(api.PUT('/api/members/plan/{year}/report/order', { ...of(year), ...version(read), body: { sectionIds: ids } })));
export const useAdoptReport = (year: number) => useChange(({ on, read }: { on: string; read: number }) => answer(api.POST('/api/members/plan/{year}/report/adoption', { ...of(year), ...version(read), body: { on } })));
export const useTakeReportBack = (year: number) => useChange(() => answer(api.DELETE('/api/members/plan/{year}/report/adoption', of(year))));

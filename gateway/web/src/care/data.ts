import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { usePages } from '../api/pages';
import { reread } from '../api/reread';
import type { CareResult, CareSettings, Case, CaseRow, MyCare, Outcome, PlanStep, Reason } from '../api/types';

export type CaseFilter = 'open' | 'late' | 'snoozed' | 'done';

const cases = 'cases';
const person = 'person';
const plans = 'care-plans';
const at = (id: string) => ({ params: { path: { id } } });
const version = (number: number) => ({ headers: { 'If-Match': `"${String(number)}"` } });

/** Care cases of an association (or of every one within reach), the oldest promise first. */
export function useCases(association: string | undefined, state: CaseFilter, mine = false, enabled = true) {
  return usePages(
    [cases, association, state, mine],
    (after) => answer(api.GET('/api/members/care/cases', { params: { query: { Association: association, State: state, Mine: mine || undefined, After: after } } })),
    enabled,
  );
}

/** Exit conversations, for the feminist officer. */
export function useExitTalks(state: CaseFilter, enabled = true) {
  return usePages([cases, 'exit', state, true], (after) => answer(api.GET('/api/members/care/exit-talks', { params: { query: { State: state, After: after } } })), enabled);
}

/** @param exit read through the feminist officer's right, who sees no other case. */
export function useCase(id: string, exit = false) {
  return useQuery({ queryKey: [cases, id], queryFn: () => answer(exit ? api.GET('/api/members/care/exit-talks/{id}', at(id)) : api.GET('/api/members/care/cases/{id}', at(id))) });
}

/** Keeps the case that came back, and lets the lists be read again: its clock has moved. */
function useKeepCase() {
  const client = useQueryClient();
  return async (answered: Case) => {
    client.setQueryData([cases, answered.case.caseId], answered);
    await Promise.all([
      client.invalidateQueries({ queryKey: [cases], predicate: (query) => query.queryKey.length > 2 }),
      client.invalidateQueries({ queryKey: ['associations'] }),
      client.invalidateQueries({ queryKey: [person, answered.case.memberId] }),
    ]);
  };
}

/** A change of a case that answers with the case as it is now. */
function useCaseChange<A>(change: (content: A) => Promise<Case>) {
  return useMutation({ mutationFn: change, onSuccess: useKeepCase() });
}

export const useNoteContact = (exit = false) =>
  useCaseChange(({ id, outcome, note, result }: { id: string; outcome: Outcome; note?: string; result?: CareResult | null }) => {
    const contact = { ...at(id), body: { outcome, note: note?.trim() || null, result: result ?? null } };
    return answer(exit ? api.POST('/api/members/care/exit-talks/{id}/contacts', contact) : api.POST('/api/members/care/cases/{id}/contacts', contact));
  });

export const useUndoContact = () =>
  useCaseChange(({ id, contactId }: { id: string; contactId: string }) => answer(api.DELETE('/api/members/care/cases/{id}/contacts/{contactId}', { params: { path: { id, contactId } } })));

export const useTick = (id: string) => useCaseChange((step: number) => answer(api.POST('/api/members/care/cases/{id}/steps', { ...at(id), body: { step, note: null } })));
export const useSnooze = (id: string) => useCaseChange((body: { until: string; reason: string }) => answer(api.POST('/api/members/care/cases/{id}/snooze', { ...at(id), body })));
export const useWake = (id: string) => useCaseChange(() => answer(api.DELETE('/api/members/care/cases/{id}/snooze', at(id))));
export const useReopen = (id: string) => useCaseChange(() => answer(api.POST('/api/members/care/cases/{id}/reopen', { ...at(id), body: { note: null } })));

export function useAssignees(id: string) {
  return useQuery({ queryKey: ['assignees', id], queryFn: () => answer(api.GET('/api/members/care/cases/{id}/assignees', at(id))) });
}

export const useAssign = (id: string) => useCaseChange((body: { memberId: string; note: string | null }) => answer(api.POST('/api/members/care/cases/{id}/assignee', { ...at(id), body })));

/** The steps and results of every reason. */
export function usePlans(enabled = true) {
  return useQuery({ queryKey: [plans], queryFn: () => answer(api.GET('/api/members/care/plans')), staleTime: 300_000, enabled });
}

function usePlanChange<A, T>(change: (content: A) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: (now) => client.setQueryData([plans], now) });
}

export const useChangePlan = () =>
  usePlanChange(({ reason, steps, read }: { reason: Reason; steps: PlanStep[]; read: number }) =>
    answer(api.PUT('/api/members/care/plans/{reason}', { params: { path: { reason } }, ...version(read), body: { steps } })),
  );
export const useRestorePlan = () => usePlanChange((reason: Reason) => answer(api.DELETE('/api/members/care/plans/{reason}', { params: { path: { reason } } })));
export const useChangeSettings = () =>
  usePlanChange(({ settings, read }: { settings: CareSettings; read: number }) => answer(api.PUT('/api/members/care/settings', { ...version(read), body: settings })));

/** What is next in a case, in the reader's language; null where every step is done, or the plan is not read yet. */
export function useNextStep(enabled = true) {
  const { data } = usePlans(enabled);
  return (row: Pick<CaseRow, 'reason' | 'step'>) => data?.plans.find((plan) => plan.reason === row.reason)?.steps[row.step] ?? null;
}

const own = 'my-care';

export function useMyCare(enabled = true) {
  return useQuery({ queryKey: [own], queryFn: () => answer(api.GET('/api/members/care/me')), enabled });
}

export function useChangeMyCare() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Omit<MyCare, 'hasCalendar'>) => answer(api.PUT('/api/members/care/me', { body })),
    onSuccess: (now) => {
      client.setQueryData([own], now);
      reread(client, 'assignees');
    },
  });
}

export function useNewCalendar() {
  const client = useQueryClient();
  return useMutation({ mutationFn: () => answer(api.POST('/api/members/care/me/calendar')), onSuccess: () => reread(client, own) });
}

export function useEndCalendar() {
  const client = useQueryClient();
  return useMutation({ mutationFn: () => answer(api.DELETE('/api/members/care/me/calendar')), onSuccess: (now) => client.setQueryData([own], now) });
}

export function useCareStatistics(association?: string) {
  return useQuery({ queryKey: ['care-statistics', association], queryFn: () => answer(api.GET('/api/members/care/statistics', { params: { query: { association, quarters: 8 } } })) });
}

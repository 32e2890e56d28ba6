import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { usePages } from '../api/pages';
import { reread } from '../api/reread';
import type { AssociationEdit, ContactEdit, HealthFigure, MergeRequest, NewCommittee, NewSeat, Profile, SplitRequest, StateChange } from '../api/types';

const health = 'association-health';
const profile = 'association-profile';
const committees = 'committees';
const reorganisations = 'reorganisations';

/** How the associations stand, the worst first; or one of them. */
export function useHealth(association?: string) {
  return useQuery({ queryKey: [health, association ?? ''], queryFn: () => answer(api.GET('/api/members/associations/health', { params: { query: { association } } })) });
}

export function useProfile(id: string) {
  return useQuery({ queryKey: [profile, id], queryFn: () => answer(api.GET('/api/members/associations/{id}', { params: { path: { id } } })) });
}

const versioned = (id: string, version: number) => ({ params: { path: { id } }, headers: { 'If-Match': `"${String(version)}"` } });

/** A change of one association, which answers with it as it is now. */
function useProfileChange<A>(id: string, change: (content: A) => Promise<Profile>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (saved) => {
      client.setQueryData([profile, id], saved);
      reread(client, health, 'associations', 'municipalities');
    },
  });
}

export const useEditAssociation = (id: string) =>
  useProfileChange(id, ({ edit, version }: { edit: AssociationEdit; version: number }) => answer(api.PUT('/api/members/associations/{id}', { ...versioned(id, version), body: edit })));
export const useEditContact = (id: string) =>
  useProfileChange(id, ({ edit, version }: { edit: ContactEdit; version: number }) => answer(api.PUT('/api/members/associations/{id}/contact', { ...versioned(id, version), body: edit })));
export const useChangeState = (id: string) =>
  useProfileChange(id, ({ change, version }: { change: StateChange; version: number }) => answer(api.POST('/api/members/associations/{id}/state', { ...versioned(id, version), body: change })));

export interface MeetingEdit {
  year: number;
  plannedOn: string | null;
  heldOn: string | null;
  version: number;
}

export const useNoteMeeting = (id: string) =>
  useProfileChange(id, ({ year, plannedOn, heldOn, version }: MeetingEdit) =>
    answer(api.PUT('/api/members/associations/{id}/meetings/{year}', { params: { path: { id, year } }, headers: { 'If-Match': `"${String(version)}"` }, body: { plannedOn, heldOn } })),
  );

/** A change after which these are read again. */
function useChange<A, T>(change: (content: A) => Promise<T>, ...keys: string[]) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => reread(client, ...keys) });
}

export const useFound = () =>
  useChange((content: { name: string; municipalityCode: string | null; reason: string | null }) => answer(api.POST('/api/members/associations', { body: content })), health, 'associations');
export const useSetLimit = () =>
  useChange((content: { figure: HealthFigure; amber: number | null; red: number | null }) => answer(api.POST('/api/members/associations/health/limits', { body: content })), health);

export function useCommittees() {
  return useQuery({ queryKey: [committees], queryFn: () => answer(api.GET('/api/members/committees')) });
}

export const useAddCommittee = () => useChange((content: NewCommittee) => answer(api.POST('/api/members/committees', { body: content })), committees);
export const useEditCommittee = (id: string) =>
  useChange(({ name, purpose, version }: { name: string; purpose: string | null; version: number }) => answer(api.PUT('/api/members/committees/{id}', { ...versioned(id, version), body: { name, purpose } })), committees);
export const useEndCommittee = (id: string) => useChange(() => answer(api.POST('/api/members/committees/{id}/end', { params: { path: { id } } })), committees, 'assignments');
export const useSeat = (id: string) => useChange((content: NewSeat) => answer(api.POST('/api/members/committees/{id}/members', { params: { path: { id } }, body: content })), committees, 'assignments');
export const useEndSeat = () =>
  useChange((id: string) => answer(api.POST('/api/members/assignments/{id}/end', { params: { path: { id } }, body: { reason: null } })), committees, 'assignments');

export function useReorganisations() {
  return usePages([reorganisations], (after) => answer(api.GET('/api/members/reorganisations', { params: { query: { after } } })));
}

const moved = [reorganisations, profile, health, 'associations', 'municipalities', 'people', 'cases', 'assignments'];
export const usePreviewMerge = () => useMutation({ mutationFn: (body: { from: string[]; into: string }) => answer(api.POST('/api/members/reorganisations/merge/preview', { body })) });
export const usePreviewSplit = () =>
  useMutation({ mutationFn: (body: { from: string; municipalities: string[]; postalCodes: string[] }) => answer(api.POST('/api/members/reorganisations/split/preview', { body })) });
export const useMerge = () => useChange((body: MergeRequest) => answer(api.POST('/api/members/reorganisations/merge', { body })), ...moved);
export const useSplit = () => useChange((body: SplitRequest) => answer(api.POST('/api/members/reorganisations/split', { body })), ...moved);
export const useUndoReorganisation = () => useChange((id: string) => answer(api.POST('/api/members/reorganisations/{id}/undo', { params: { path: { id } } })), ...moved);

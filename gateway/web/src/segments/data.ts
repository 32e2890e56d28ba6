import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { usePages } from '../api/pages';
import { reread } from '../api/reread';
import type { Segment, SegmentEdit } from '../api/types';
import { type Filter, isWhole } from './filter';

const segments = 'segments';
type Sent = SegmentEdit['filter'];

/** A list as it is written on the page. */
export interface Draft {
  name: string;
  filter: Filter;
  sharing: Segment['sharing'];
  associationId: string | null;
}

export const filterOf = (segment: Segment): Filter => segment.filter as unknown as Filter;
const sent = (draft: Draft): SegmentEdit => ({ ...draft, filter: draft.filter as unknown as Sent });

export function useSegments() {
  return useQuery({ queryKey: [segments], queryFn: () => answer(api.GET('/api/members/segments')) });
}

export function useSegment(id: string, enabled: boolean) {
  return useQuery({ queryKey: [segments, id], queryFn: () => answer(api.GET('/api/members/segments/{id}', { params: { path: { id } } })), enabled });
}

/** How many a filter means, and some of them; what was counted last stays while the next is counted. */
export function usePreview(filter: Filter) {
  return useQuery({
    queryKey: ['segment-preview', filter],
    queryFn: () => answer(api.POST('/api/members/segments/preview', { body: { filter: filter as unknown as Sent } })),
    enabled: isWhole(filter),
    placeholderData: (before) => before,
  });
}

export function useSegmentPeople(id: string) {
  return usePages([segments, id, 'people'], (after) => answer(api.GET('/api/members/segments/{id}/people', { params: { path: { id }, query: { after } } })));
}

export function useSaveSegment(before: Segment | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: Draft) =>
      before
        ? answer(api.PUT('/api/members/segments/{id}', { params: { path: { id: before.id } }, body: sent(draft), headers: { 'If-Match': `"${before.version}"` } }))
        : answer(api.POST('/api/members/segments', { body: sent(draft) })),
    onSuccess: () => reread(client, segments),
  });
}

/** Removes a list; saving it again is how that is undone. */
export function useRemoveSegment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (segment: Segment) => answer(api.DELETE('/api/members/segments/{id}', { params: { path: { id: segment.id } } })),
    onSuccess: () => reread(client, segments),
  });
}

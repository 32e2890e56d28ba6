import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, sendFile } from '../api/client';
import { usePages } from '../api/pages';
import { reread } from '../api/reread';
import type { MaterialView, NewMaterial, NewMatter, NewPosition, NewRegionBody, NewRegionMeeting, NewRegionSeat } from '../api/types';

const region = 'region';
export const regionAreas = ['care', 'publicTransport', 'culture', 'development', 'climate', 'staff', 'economy', 'other'] as const;
export const positionStates = ['adopted', 'draft', 'withdrawn'] as const;
type Area = (typeof regionAreas)[number];
type State = (typeof positionStates)[number];

const at = (id: string) => ({ params: { path: { id } } });
const version = (number: number) => ({ headers: { 'If-Match': `"${String(number)}"` } });
const once = (key: string) => ({ headers: { 'Idempotency-Key': key } });

function useChange<A, T>(change: (content: A) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => reread(client, region) });
}

export const usePositions = (text: string, area: Area | '', state: State | '', size = 20) =>
  usePages([region, 'positions', text, area, state, size], (after) => answer(api.GET('/api/members/region/positions', { params: { query: { Text: text || undefined, Area: area || undefined, State: state || undefined, After: after, Size: size } } })));
export const usePosition = (id: string) => useQuery({ queryKey: [region, 'position', id], queryFn: () => answer(api.GET('/api/members/region/positions/{id}', at(id))) });
export const useAddPosition = () => useChange(({ position, key }: { position: NewPosition; key: string }) => answer(api.POST('/api/members/region/positions', { ...once(key), body: position })));
export const useChangePosition = (id: string) => useChange(({ position, read }: { position: NewPosition; read: number }) => answer(api.PUT('/api/members/region/positions/{id}', { ...at(id), ...version(read), body: position })));
export const useRemovePosition = (id: string) => useChange(() => answer(api.DELETE('/api/members/region/positions/{id}', at(id))));
export const useAdoptPosition = (id: string) => useChange(({ on, read }: { on: string; read: number }) => answer(api.POST('/api/members/region/positions/{id}/adoption', { ...at(id), ...version(read), body: { on } })));
export const useUnadoptPosition = (id: string) => useChange(() => answer(api.DELETE('/api/members/region/positions/{id}/adoption', at(id))));
export const useWithdraw = (id: string) => useChange(() => answer(api.POST('/api/members/region/positions/{id}/withdrawal', at(id))));
export const useRestore = (id: string) => useChange(() => answer(api.DELETE('/api/members/region/positions/{id}/withdrawal', at(id))));

export const useBodies = () => useQuery({ queryKey: [region, 'bodies'], queryFn: () => answer(api.GET('/api/members/region/bodies')) });
export const useAddBody = () => useChange((body: NewRegionBody) => answer(api.POST('/api/members/region/bodies', { body })));
export const useChangeBody = (id: string) => useChange(({ body, read }: { body: NewRegionBody; read: number }) => answer(api.PUT('/api/members/region/bodies/{id}', { ...at(id), ...version(read), body })));
export const useEndBody = (id: string) => useChange(() => answer(api.POST('/api/members/region/bodies/{id}/end', at(id))));
export const useGiveSeat = (id: string) => useChange((seat: NewRegionSeat) => answer(api.POST('/api/members/region/bodies/{id}/seats', { ...at(id), body: seat })));
export const useEndSeat = (id: string) => useChange(() => answer(api.POST('/api/members/assignments/{id}/end', { ...at(id), body: { reason: null } })));
export const useGiveBackSeat = (id: string) => useChange(() => answer(api.DELETE('/api/members/assignments/{id}/end', at(id))));

export const useRegionMeetings = (past: boolean, size = 20) => usePages([region, 'meetings', past, size], (after) => answer(api.GET('/api/members/region/meetings', { params: { query: { Past: past, After: after, Size: size } } })));
export const useRegionMeeting = (id: string) => useQuery({ queryKey: [region, 'meeting', id], queryFn: () => answer(api.GET('/api/members/region/meetings/{id}', at(id))) });
export const useAddMeeting = () => useChange(({ meeting, key }: { meeting: NewRegionMeeting; key: string }) => answer(api.POST('/api/members/region/meetings', { ...once(key), body: meeting })));
export const useChangeMeeting = (id: string) => useChange(({ meeting, read }: { meeting: NewRegionMeeting; read: number }) => answer(api.PUT('/api/members/region/meetings/{id}', { ...at(id), ...version(read), body: meeting })));
export const useRemoveMeeting = (id: string) => useChange(() => answer(api.DELETE('/api/members/region/meetings/{id}', at(id))));

export const useMatters = (mine: boolean) => usePages([region, 'matters', mine], (after) => answer(api.GET('/api/members/region/matters', { params: { query: { Mine: mine, After: after, Size: 10 } } })));
export const useAddMatter = (meeting: string) => useChange((matter: NewMatter) => answer(api.POST('/api/members/region/meetings/{id}/matters', { ...at(meeting), body: matter })));
export const useChangeMatter = (id: string) => useChange(({ matter, read }: { matter: NewMatter; read: number }) => answer(api.PUT('/api/members/region/matters/{id}', { ...at(id), ...version(read), body: matter })));
export const useRemoveMatter = (id: string) => useChange(() => answer(api.DELETE('/api/members/region/matters/{id}', at(id))));
export const useMatterDone = (id: string) => useChange((done: boolean) => (done ? answer(api.POST('/api/members/region/matters/{id}/done', at(id))) : answer(api.DELETE('/api/members/region/matters/{id}/done', at(id)))));

export const useMaterials = (text: string, area: Area | '') =>
  usePages([region, 'material', text, area], (after) => answer(api.GET('/api/members/region/material', { params: { query: { Text: text || undefined, Area: area || undefined, After: after, Size: 20 } } })));
export const useMaterial = (id: string) => useQuery({ queryKey: [region, 'material', id], queryFn: () => answer(api.GET('/api/members/region/material/{id}', at(id))) });
export const usePublish = () => useChange(({ material, key }: { material: NewMaterial; key: string }) => answer(api.POST('/api/members/region/material', { ...once(key), body: material })));
export const useChangeMaterial = (id: string) => useChange(({ material, read }: { material: NewMaterial; read: number }) => answer(api.PUT('/api/members/region/material/{id}', { ...at(id), ...version(read), body: material })));
export const useTakeBackMaterial = () => useChange((id: string) => answer(api.DELETE('/api/members/region/material/{id}', at(id))));
export const useAttach = (id: string) => useChange((file: File) => sendFile<MaterialView>(`/api/members/region/material/${id}/file?fileName=${encodeURIComponent(file.name.slice(-200))}`, file));
export const useDetach = (id: string) => useChange(() => answer(api.DELETE('/api/members/region/material/{id}/file', at(id))));

const ours = (id: string, materialId: string) => ({ params: { path: { id, materialId } } });
export const useOurMaterial = (id: string) => usePages([region, 'ours', id], (after) => answer(api.GET('/api/members/associations/{id}/region/material', { params: { path: { id }, query: { after, size: 20 } } })));
export const useOurPositions = (id: string, text: string, area: Area | '') =>
  usePages([region, 'ours', id, 'positions', text, area], (after) => answer(api.GET('/api/members/associations/{id}/region/positions', { params: { path: { id }, query: { Text: text || undefined, Area: area || undefined, After: after, Size: 20 } } })));
export const useMarkMaterial = (id: string) =>
  useChange(({ materialId, read }: { materialId: string; read: boolean }) => (read ? answer(api.POST('/api/members/associations/{id}/region/material/{materialId}/read', ours(id, materialId))) : answer(api.DELETE('/api/members/associations/{id}/region/material/{materialId}/read', ours(id, materialId)))));

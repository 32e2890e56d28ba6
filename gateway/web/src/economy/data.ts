import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, sendFile } from '../api/client';
import { usePages } from '../api/pages';
import { reread } from '../api/reread';
import type { BudgetLine, ClaimContent, ClaimState, GrantState, NewCost, ReceiptFile } from '../api/types';

const economy = 'economy';
const at = (id: string) => ({ params: { path: { id } } });
const version = (number: number) => ({ headers: { 'If-Match': `"${String(number)}"` } });
const once = (key: string) => ({ headers: { 'Idempotency-Key': key } });

/** A change after which everything about the economy is read again. */
function useChange<A, T>(change: (content: A) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => reread(client, economy) });
}

export const useClaimChoices = () => useQuery({ queryKey: [economy, 'choices'], queryFn: () => answer(api.GET('/api/members/claims/choices')) });
export const useOwnClaims = () => usePages([economy, 'own'], (after) => answer(api.GET('/api/members/claims', { params: { query: { after, size: 20 } } })));
export const useOwnClaim = (id: string) => useQuery({ queryKey: [economy, 'own', id], queryFn: () => answer(api.GET('/api/members/claims/{id}', at(id))) });
export const useAddClaim = () => useChange(({ content, key }: { content: ClaimContent; key: string }) => answer(api.POST('/api/members/claims', { ...once(key), body: content })));
export const useChangeClaim = (id: string) => useChange(({ content, read }: { content: ClaimContent; read: number }) => answer(api.PUT('/api/members/claims/{id}', { ...at(id), ...version(read), body: content })));
export const useRemoveClaim = (id: string) => useChange(() => answer(api.DELETE('/api/members/claims/{id}', at(id))));
export const useSubmitClaim = (id: string) => useChange(() => answer(api.POST('/api/members/claims/{id}/submission', at(id))));
export const useWithdrawClaim = (id: string) => useChange(() => answer(api.POST('/api/members/claims/{id}/withdrawal', at(id))));
export const useAddReceipt = (id: string) => useChange((file: File) => sendFile<ReceiptFile>(`/api/members/claims/${id}/receipts?fileName=${encodeURIComponent(file.name.slice(-200))}`, file));
export const useRemoveReceipt = (id: string) => useChange((fileId: string) => answer(api.DELETE('/api/members/claims/{id}/receipts/{fileId}', { params: { path: { id, fileId } } })));

export const useClaims = (state: ClaimState, text = '', enabled = true) =>
  usePages([economy, 'claims', state, text], (after) => answer(api.GET('/api/members/economy/claims', { params: { query: { State: state, Text: text || undefined, After: after, Size: 50 } } })), enabled);
export const useClaim = (id: string) => useQuery({ queryKey: [economy, 'claim', id], queryFn: () => answer(api.GET('/api/members/economy/claims/{id}', at(id))) });
export const useApprove = (id: string) => useChange(() => answer(api.POST('/api/members/economy/claims/{id}/approval', at(id))));
export const useTakeBackApproval = (id: string) => useChange(() => answer(api.DELETE('/api/members/economy/claims/{id}/approval', at(id))));
export const useRefuseClaim = (id: string) => useChange((text: string) => answer(api.POST('/api/members/economy/claims/{id}/refusal', { ...at(id), body: { text } })));
export const useSendBack = (id: string) => useChange((text: string) => answer(api.POST('/api/members/economy/claims/{id}/return', { ...at(id), body: { text } })));

const yearAt = (year: number) => ({ params: { path: { year } } });
export const useYear = (year: number) => useQuery({ queryKey: [economy, 'year', year], queryFn: () => answer(api.GET('/api/members/economy/years/{year}', yearAt(year))) });
export const useChangeBudget = (year: number) =>
  useChange(({ lines, reason, read }: { lines: BudgetLine[]; reason: string | null; read: number }) => answer(api.PUT('/api/members/economy/years/{year}/budget', { ...yearAt(year), ...version(read), body: { lines, reason } })));
export const useCopyBudget = (year: number) => useChange(() => answer(api.POST('/api/members/economy/years/{year}/copy', yearAt(year))));
export const useAdoptBudget = (year: number) => useChange((on: string) => answer(api.POST('/api/members/economy/years/{year}/adoption', { ...yearAt(year), body: { on } })));

export const usePlaces = () => useQuery({ queryKey: [economy, 'places'], queryFn: () => answer(api.GET('/api/members/economy/places')) });
export const useSetCentre = () => useChange(({ code, ...body }: { code: string; name: string; isEnded: boolean }) => answer(api.PUT('/api/members/economy/cost-centres/{code}', { params: { path: { code } }, body })));
export const useSetAccount = () => useChange(({ number, ...body }: { number: number; name: string; isEnded: boolean }) => answer(api.PUT('/api/members/economy/accounts/{number}', { params: { path: { number } }, body })));
export const useSetRate = () => useChange(({ from, orePerKm }: { from: string; orePerKm: number }) => answer(api.PUT('/api/members/economy/mileage-rates/{from}', { params: { path: { from } }, body: { orePerKm } })));
export const useSetLimit = () => useChange(({ kind, most }: { kind: string; most: number | null }) => answer(api.PUT('/api/members/economy/approval-limits/{kind}', { params: { path: { kind } }, body: { most } })));

export const useCosts = (year: number, centre: string) =>
  usePages([economy, 'costs', year, centre], (after) => answer(api.GET('/api/members/economy/costs', { params: { query: { Year: year, CostCentre: centre || undefined, After: after, Size: 50 } } })));
export const useAddCost = () => useChange(({ cost, key }: { cost: NewCost; key: string }) => answer(api.POST('/api/members/economy/costs', { ...once(key), body: cost })));
export const useReverseCost = () => useChange((id: string) => answer(api.POST('/api/members/economy/costs/{id}/reversal', at(id))));

export const usePaymentLists = (enabled = true) => usePages([economy, 'lists'], (after) => answer(api.GET('/api/members/economy/payment-lists', { params: { query: { after, size: 20 } } })), enabled);
export const usePaymentList = (id: string) => useQuery({ queryKey: [economy, 'list', id], queryFn: () => answer(api.GET('/api/members/economy/payment-lists/{id}', at(id))) });
export const useMakeList = () => useChange(({ key, ...body }: { claims: string[]; grants: string[]; key: string }) => answer(api.POST('/api/members/economy/payment-lists', { ...once(key), body })));
export const useMarkPaid = (id: string) => useChange((on: string) => answer(api.POST('/api/members/economy/payment-lists/{id}/paid', { ...at(id), body: { on } })));
export const useDiscardList = (id: string) => useChange(() => answer(api.DELETE('/api/members/economy/payment-lists/{id}', at(id))));

export const useGrants = (state: GrantState | '', enabled = true) =>
  usePages([economy, 'grants', state], (after) => answer(api.GET('/api/members/economy/grants', { params: { query: { State: state || undefined, After: after, Size: 50 } } })), enabled);
export const useOurGrants = (id: string) => usePages([economy, 'grants', id], (after) => answer(api.GET('/api/members/associations/{id}/grants', { params: { path: { id }, query: { after, size: 50 } } })));
export const useApply = (id: string) => useChange(({ key, ...body }: { purpose: string; amount: number; key: string }) => answer(api.POST('/api/members/associations/{id}/grants', { ...at(id), ...once(key), body })));
export const useWithdrawApplication = (id: string) => useChange((grantId: string) => answer(api.DELETE('/api/members/associations/{id}/grants/{grantId}', { params: { path: { id, grantId } } })));
export const useReportGrant = (id: string) => useChange(({ grantId, text }: { grantId: string; text: string }) => answer(api.POST('/api/members/associations/{id}/grants/{grantId}/report', { params: { path: { id, grantId } }, body: { text } })));
export const useGive = () => useChange(({ key, ...body }: { associationId: string; purpose: string; amount: number; reportDue: string; key: string }) => answer(api.POST('/api/members/economy/grants', { ...once(key), body })));
export const useDecideGrant = () =>
  useChange(({ id, ...body }: { id: string; amount: number | null; reportDue: string | null; answer: string | null }) => answer(api.POST('/api/members/economy/grants/{id}/decision', { ...at(id), body })));
export const useUndoDecision = () => useChange((id: string) => answer(api.DELETE('/api/members/economy/grants/{id}/decision', at(id))));

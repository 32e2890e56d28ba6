import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { usePages } from '../api/pages';
import { reread } from '../api/reread';
import type { ClientEdit } from '../api/types';

/** Resets of second factors: those that wait, or those that are over. */
export function useResets(open: boolean) {
  return usePages(['factor-resets', open], (after) => answer(api.GET('/auth/factor-resets', { params: { query: { open, size: 20, after } } })));
}

export function useDecideReset() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, approve }: { id: string; approve: boolean }) =>
      approve ? answer(api.POST('/auth/factor-resets/{id}/approve', { params: { path: { id } } })) : answer(api.POST('/auth/factor-resets/{id}/decline', { params: { path: { id } } })),
    onSuccess: () => reread(client, 'factor-resets', 'account'),
  });
}

export function useAccounts(search: string) {
  return usePages(['accounts', search], (after) => answer(api.GET('/auth/accounts', { params: { query: { search, size: 20, after } } })), search.length >= 3);
}

export function useAccount(id: string) {
  // Opening an account is noted for its person: not asked again by itself.
  return useQuery({ queryKey: ['account', id], queryFn: () => answer(api.GET('/auth/accounts/{id}', { params: { path: { id } } })), staleTime: Infinity, refetchOnWindowFocus: false });
}

/** Changes an account by one of the two things that an administrator can do, and reads it again. */
export function useAccountChange(id: string, change: 'sign-out' | 'factor-resets') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (reason: string) => {
      const call = { params: { path: { id } }, body: { reason } };
      if (change === 'factor-resets') return void (await answer(api.POST('/auth/accounts/{id}/factor-resets', call)));
      return (await answer(api.POST('/auth/accounts/{id}/sign-out', call))).ended;
    },
    onSuccess: () => reread(client, 'account', 'factor-resets', 'security-log'),
  });
}

export function useSecurityLog(area: string, account?: string) {
  return usePages(['security-log', area, account], (after) => answer(api.GET('/auth/security-log', { params: { query: { area: area || undefined, account, size: 20, after } } })));
}

export function useKeys() {
  return useQuery({ queryKey: ['signing-keys'], queryFn: () => answer(api.GET('/auth/keys')), refetchInterval: 60_000 });
}

export function useRotateKeys() {
  return useKeyChange(() => answer(api.POST('/auth/keys')));
}

export function useWithdrawKey() {
  return useKeyChange((id: string) => answer(api.DELETE('/auth/keys/{id}', { params: { path: { id } } })));
}

function useKeyChange<A>(change: (argument: A) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => reread(client, 'signing-keys') });
}

export function useClients() {
  return useQuery({ queryKey: ['partner-clients'], queryFn: () => answer(api.GET('/auth/clients')) });
}

/** Every change to partners' clients, each followed by the list as it then is. */
export function useClientChanges() {
  const client = useQueryClient();
  const onSuccess = () => reread(client, 'partner-clients');
  const at = (id: string) => ({ params: { path: { id } } });
  return {
    create: useMutation({ mutationFn: (body: ClientEdit & { id: string }) => answer(api.POST('/auth/clients', { body })), onSuccess }),
    change: useMutation({ mutationFn: ({ id, ...body }: ClientEdit & { id: string }) => answer(api.PUT('/auth/clients/{id}', { ...at(id), body })), onSuccess }),
    close: useMutation({ mutationFn: (id: string) => answer(api.POST('/auth/clients/{id}/close', at(id))), onSuccess }),
    open: useMutation({ mutationFn: (id: string) => answer(api.POST('/auth/clients/{id}/open', at(id))), onSuccess }),
    renew: useMutation({ mutationFn: ({ id, daysForOld }: { id: string; daysForOld: number }) => answer(api.POST('/auth/clients/{id}/secrets', { ...at(id), body: { daysForOld } })), onSuccess }),
    revoke: useMutation({ mutationFn: ({ id, secretId }: { id: string; secretId: string }) => answer(api.DELETE('/auth/clients/{id}/secrets/{secretId}', { params: { path: { id, secretId } } })), onSuccess }),
  };
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { usePages } from '../api/pages';
import { reread } from '../api/reread';
import type { MailState, OpsMessage } from '../api/types';
import { askForResend, drop, type MessageState, type Of, readActions, readJobs, readMessages, readResends, sendBack } from './services';

export type Span = 'day' | 'quarter';

/** The platform as the gateway saw it last; it looks once a minute. */
export const usePlatform = () => useQuery({ queryKey: ['platform'], queryFn: () => answer(api.GET('/api/gateway/platform')), refetchInterval: 15_000, staleTime: 0 });

export const useHistory = (span: Span) => useQuery({ queryKey: ['platform', span], queryFn: () => answer(api.GET('/api/gateway/platform/history', { params: { query: { span } } })), refetchInterval: 60_000 });

export const useMessages = (state: MessageState) => useQuery({ queryKey: ['messages', state], queryFn: () => readMessages(state), refetchInterval: 15_000, staleTime: 0 });

export const useJobs = () => useQuery({ queryKey: ['jobs'], queryFn: readJobs, refetchInterval: 30_000, staleTime: 0 });

export const useActions = () => useQuery({ queryKey: ['actions'], queryFn: readActions, staleTime: 0 });

export const useResends = () => useQuery({ queryKey: ['resends'], queryFn: readResends, refetchInterval: 10_000, staleTime: 0 });

function useChange<V, R>(change: (value: V) => Promise<R>, ...keys: string[]) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => reread(client, ...keys, 'actions', 'platform') });
}

export const useSendBack = () => useChange((messages: Of<OpsMessage>[]) => sendBack(messages), 'messages');

export const useDrop = () => useChange(({ messages, note }: { messages: Of<OpsMessage>[]; note: string }) => drop(messages, note), 'messages');

export const useAskForResend = () => useChange((note: string) => askForResend(note), 'resends');

/** Mails by state, without addresses or contents. */
export function useMails(state: MailState) {
  return usePages(['mails', state], (after) => answer(api.GET('/api/communications/mails', { params: { query: { state, size: 20, after } } })));
}

export function useRetryMail() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.POST('/api/communications/mails/{id}/retry', { params: { path: { id } } })),
    onSuccess: () => reread(client, 'mails'),
  });
}

import { useQuery } from '@tanstack/react-query';
import { answer, api, readSession } from './client';
import { forget } from './light';
import { queryClient } from './queryClient';
import type { Session } from './types';

const key = ['session'];

/** Who is signed in, and what the person may do. */
export function useSession() {
  return useQuery({ queryKey: key, queryFn: readSession, staleTime: 60_000 });
}

/** After a sign-in the session is new: what was read as somebody else is forgotten, and the antiforgery token is asked for afresh. */
export async function startSession(): Promise<Session> {
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== key[0] });
  forget('session');
  return queryClient.fetchQuery({ queryKey: key, queryFn: readSession, staleTime: 0 });
}

/** Reads the session again, for example when a second factor was added. */
export function refreshSession(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: key });
}

/** Signs out here and on the server; nothing that was read stays in memory. */
export async function endSession(): Promise<void> {
  await answer(api.POST('/auth/sign-out'));
  forget('session');
  queryClient.clear();
}

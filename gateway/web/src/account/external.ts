import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';

export const externalKey = ['external'];

/** The external provider one can sign in with; its name is null where the district has none. */
export function useExternal() {
  return useQuery({ queryKey: externalKey, queryFn: () => answer(api.GET('/auth/external')), staleTime: 60_000 });
}

/** Where the server leads on to the provider. A page of the server's, not of the app. */
export function externalStart(next: string | undefined): string {
  return `/auth/external/start${next ? `?vidare=${encodeURIComponent(next)}` : ''}`;
}

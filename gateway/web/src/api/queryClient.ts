import { QueryClient } from '@tanstack/react-query';
import { asProblem } from './problem';

/** Server state. Only what may pass by itself is asked again: no answer, or a service that is restarting. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 30 * 60_000,
      retry: (count, error) => count < 2 && [0, 502, 503, 504].includes(asProblem(error).status),
    },
  },
});

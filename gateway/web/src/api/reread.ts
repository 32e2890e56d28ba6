import type { QueryClient } from '@tanstack/react-query';

/**
 * Has lists read again after a change, without waiting for them: what is done has to be said by the component that did it, and a list that
 * has been read again may no longer hold it.
 */
export function reread(client: QueryClient, ...keys: string[]): void {
  for (const key of keys) void client.invalidateQueries({ queryKey: [key] });
}

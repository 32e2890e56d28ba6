import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Filters live in the address, so that a view can be shared and gone back to. An empty value leaves the address. */
export function useAddress() {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (name: string, value: string) =>
      setParams(
        (now) => {
          const next = new URLSearchParams(now);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return { get: (name: string) => params.get(name) ?? '', set };
}

import { useCallback, useEffect, useState } from 'react';

// The open pages read three small things and send one. The query library would be a tenth of their script, so these two small hooks do it there;
// everything behind the sign-in uses TanStack Query.

const answers = new Map<string, Promise<unknown>>();

function once<T>(key: string, read: () => Promise<T>): Promise<T> {
  const known = answers.get(key) as Promise<T> | undefined;
  if (known) return known;
  const asked = read();
  answers.set(key, asked);
  // What failed is asked again next time.
  asked.catch(() => answers.delete(key));
  return asked;
}

/** Lets something be read anew, since it has changed. */
export function forget(key: string): void {
  answers.delete(key);
}

/** Reads once for the life of the page. Without a key nothing is read. */
export function useRead<T>(key: string | undefined, read: () => Promise<T>) {
  const [state, setState] = useState<{ key?: string; data?: T; error?: unknown }>({});
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (key === undefined) return;
    let here = true;
    once(key, read).then(
      (data) => here && setState({ key, data }),
      (error: unknown) => here && setState({ key, error }),
    );
    return () => {
      here = false;
    };
    // The key says what is read; the function is only how.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, count]);
  const current = state.key === key ? state : {};
  return { data: current.data, error: current.error, again: () => setCount(count + 1) };
}

/** Sends, and knows whether an answer is awaited. While it is, a second attempt does nothing. */
export function useSend<A, T>(post: (content: A) => Promise<T>, then?: { done?: (answer: T) => void; failed?: (error: unknown) => void }) {
  const [state, setState] = useState<{ pending: boolean; data?: T; error?: unknown }>({ pending: false });
  const send = useCallback(
    (content: A) => {
      if (state.pending) return;
      setState({ pending: true });
      post(content).then(
        (data) => {
          setState({ pending: false, data });
          then?.done?.(data);
        },
        (error: unknown) => {
          setState({ pending: false, error });
          then?.failed?.(error);
        },
      );
    },
    [state.pending, post, then],
  );
  return { ...state, send };
}

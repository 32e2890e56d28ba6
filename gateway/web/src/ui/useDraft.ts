import { useEffect } from 'react';

/**
 * What is being written survives a reload. Kept for the tab only (sessionStorage): the next person at a shared computer finds nothing.
 * @returns what was written before, if anything, and how to forget it.
 */
export function readDraft<T extends object>(key: string): Partial<T> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<T>;
  } catch {
    return {};
  }
}

export function forgetDraft(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept, then.
  }
}

export function useDraft(key: string, values: object): void {
  const written = JSON.stringify(values);
  useEffect(() => {
    try {
      sessionStorage.setItem(key, written);
    } catch {
      // A full or closed storage costs the draft, not the form.
    }
  }, [key, written]);
}

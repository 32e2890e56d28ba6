/** Only a path of our own: anything else would let a link send people elsewhere after they have signed in. */
export function safeReturn(wanted: string | null): string | undefined {
  return wanted && /^\/(?![/\\])/.test(wanted) && !wanted.startsWith('/logga-in') && !wanted.startsWith('/andra-faktor') ? wanted : undefined;
}

/** The sign-in page, remembering where to return. */
export function signInAddress(here: string): string {
  return `/logga-in?vidare=${encodeURIComponent(here)}`;
}

const key = 'return-to';

/** The sign-in link arrives by mail and opens afresh, so the way back waits in this browser. */
export function rememberReturn(path: string | undefined): void {
  try {
    if (path) localStorage.setItem(key, path);
    else localStorage.removeItem(key);
  } catch {
    // Without storage one lands at the own start page.
  }
}

/** Takes the remembered way back, once. */
export function takeReturn(): string | undefined {
  try {
    const path = safeReturn(localStorage.getItem(key));
    localStorage.removeItem(key);
    return path;
  } catch {
    return undefined;
  }
}

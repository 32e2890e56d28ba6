/** An RFC 9457 problem document as the platform sends it. */
interface ProblemDocument {
  title?: string;
  status?: number;
  code?: string;
  traceId?: string;
  errors?: Record<string, string[]>;
}

/** Codes that arise here, before any server has answered. */
export const networkDown = 'network.down';

/** What went wrong with a call: an expected answer, so screens show it as a value. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    /** Stable code such as `join.link_invalid`. */
    readonly code: string,
    /** HTTP status, or 0 when the network gave no answer. */
    readonly status: number,
    /** The server's words in the reader's language; empty when it had none. */
    readonly title: string,
    /** Texts by field, by the field's name in the request. */
    readonly errors: Readonly<Record<string, string[]>> = {},
    readonly traceId?: string,
  ) {
    super(code);
  }

  /** A missing right looks like a missing thing, so that addresses tell nothing. */
  get isMissing(): boolean {
    return this.status === 404 || this.status === 403;
  }

  get isNetwork(): boolean {
    return this.code === networkDown;
  }
}

/** Reads whatever a failed answer carried; an answer that is no problem document becomes one by its status. */
export function toProblem(status: number, body: unknown): Problem {
  const document = (typeof body === 'object' && body !== null ? body : {}) as ProblemDocument;
  return new Problem(document.code ?? `http.${String(status)}`, status, document.title ?? '', document.errors ?? {}, document.traceId);
}

/** Anything thrown by a call, as a problem: fetch itself throws only when there was no answer. */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(networkDown, 0, '');
}

/** One text per field for a form: the server's first, by a field name without regard to the case of its first letter. */
export function fieldErrors(problem: Problem): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problem.errors)
      .filter(([, texts]) => texts.length > 0)
      .map(([field, texts]) => [field.charAt(0).toLowerCase() + field.slice(1), texts[0] ?? '']),
  );
}

/** What a mock endpoint gets, and what it may answer: a body, or a status with one. */
export interface MockRequest {
  path: string[];
  query: URLSearchParams;
  body: Record<string, unknown>;
  role: string | undefined;
  /** As a district on its first day: every list is empty. */
  empty: boolean;
  setRole: (role: string | undefined) => void;
}

export class MockFailure {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly errors?: Record<string, string[]>,
  ) {}
}

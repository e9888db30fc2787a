/** What the server says is wrong with an input: where, and what would be right. */
export interface InputIssue {
  path: (string | number)[];
  message: string;
}

export interface GraphqlErrorBody {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string; issues?: InputIssue[]; retryAfterMs?: number; requestId?: string };
}

/**
 * An operation that failed. `code` is one of the graph's stable codes (`UNAUTHENTICATED`, `NOT_FOUND`, …), or `NETWORK`
 * when there was no answer at all.
 */
export class RuzletError extends Error {
  override readonly name = 'RuzletError';
  readonly code: string;
  /** Every error of the answer; the first one gives message and code. */
  readonly errors: readonly GraphqlErrorBody[];

  constructor(message: string, code: string, errors: readonly GraphqlErrorBody[] = [], cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.errors = errors;
  }

  /** Faults of the input, if the server named any. */
  get issues(): InputIssue[] {
    return this.errors.flatMap((error) => error.extensions?.issues ?? []);
  }

  /** Milliseconds to wait, when the code is `RATE_LIMITED`. */
  get retryAfterMs(): number | undefined {
    return this.errors.find((error) => error.extensions?.retryAfterMs !== undefined)?.extensions?.retryAfterMs;
  }
}

/**
 * What a client did wrong, in one type. Services throw it; the subgraph server turns it into a GraphQL error whose
 * `extensions.code` is the code. Anything else that is thrown is masked as INTERNAL_SERVER_ERROR.
 */

/** The stable codes that clients program against. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'PAYLOAD_TOO_LARGE'
  | 'SERVICE_UNAVAILABLE'
  /** A live stream ends because it is no longer whole: subscribe again, and read the state again. */
  | 'EVENTS_MISSED';

/** One fault of an input: where it is (`input.cards.3.term`) and what would be right. */
export interface InputIssue {
  path: (string | number)[];
  message: string;
}

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly issues: InputIssue[] | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    details: { issues?: InputIssue[]; retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.issues = details.issues;
    this.retryAfterMs = details.retryAfterMs;
  }
}

/** `thing` is a noun with its article left out: `notFound('deck')`. Also for what exists but is private to others. */
export function notFound(thing: string): AppError {
  return new AppError('NOT_FOUND', `There is no such ${thing}, or you may not see it.`);
}

export function unauthenticated(message = 'Sign in first: this needs a valid access token.'): AppError {
  return new AppError('UNAUTHENTICATED', message);
}

export function forbidden(message: string): AppError {
  return new AppError('FORBIDDEN', message);
}

export function conflict(message: string): AppError {
  return new AppError('CONFLICT', message);
}

export function badInput(issues: InputIssue[]): AppError {
  const [first] = issues;
  const where = first ? `${first.path.join('.')}: ${first.message}` : 'unknown fault';
  return new AppError('BAD_USER_INPUT', `The input is not valid: ${where}`, { issues });
}

export function rateLimited(retryAfterMs: number): AppError {
  return new AppError('RATE_LIMITED', `Too many requests: try again in ${String(Math.ceil(retryAfterMs / 1000))} s.`, {
    retryAfterMs,
  });
}

export function payloadTooLarge(message: string): AppError {
  return new AppError('PAYLOAD_TOO_LARGE', message);
}

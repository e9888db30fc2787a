import { AppError } from '@ruzlet/platform/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { RouterContext } from './context.js';
import { operationLimitCode } from './limits/operation-limits.js';

/** Codes that subgraphs and GraphQL itself give clients; anything else is our fault and masked. */
const knownCodes = new Set<string>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'RATE_LIMITED',
  'PAYLOAD_TOO_LARGE',
  'SERVICE_UNAVAILABLE',
  'EVENTS_MISSED',
  'INTERNAL_SERVER_ERROR',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'PERSISTED_QUERY_NOT_IN_LIST',
  'QUERY_NOT_IN_SAFE_LIST',
  'BAD_REQUEST',
  operationLimitCode,
]);

export const maskedMessage = 'Something went wrong on our side. Quote the request id when you report it.';

/**
 * What a client may read of an error: known codes with their details, all else masked. Which subgraph it came from is
 * nobody's business.
 */
export function presentError(
  formatted: GraphQLFormattedError,
  error: unknown,
  requestId: string,
): GraphQLFormattedError {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  const place = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
  if (cause instanceof AppError) {
    return { message: cause.message, ...place, extensions: { code: cause.code } };
  }
  const code = formatted.extensions?.code;
  if (typeof code !== 'string' || !knownCodes.has(code) || code === 'INTERNAL_SERVER_ERROR') {
    return { message: maskedMessage, ...place, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } };
  }
  const { issues, retryAfterMs } = formatted.extensions ?? {};
  return {
    message: formatted.message,
    ...place,
    extensions: {
      code,
      ...(issues !== undefined && { issues }),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    },
  };
}

/**
 * All errors of an answer as a client may read them; what is masked is logged.
 *
 * @param originals what was thrown, at the same places.
 */
export function presentErrors(
  errors: readonly GraphQLFormattedError[],
  originals: readonly unknown[] | undefined,
  { requestId, log }: Pick<RouterContext, 'requestId' | 'log'>,
): GraphQLFormattedError[] {
  return errors.map((formatted, index) => {
    const original = originals?.[index];
    const presented = presentError(formatted, original, requestId);
    if (presented.extensions?.code === 'INTERNAL_SERVER_ERROR') {
      log.error({ err: original ?? formatted }, 'request failed');
    }
    return presented;
  });
}

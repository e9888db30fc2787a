import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { AppError } from '../errors.js';
import type { Logger } from '../log.js';
import { shortMessage } from './short-message.js';

/**
 * What a client may read of an error: AppError and GraphQL's own errors as they are, with a stable code; anything else
 * is masked, and logged with the request id that the client is given.
 */
export function formatGraphqlError(
  error: GraphQLError,
  context: { requestId: string; log: Logger },
): GraphQLFormattedError {
  const cause = rootCause(error);
  const place = {
    ...(error.locations && { locations: error.locations }),
    ...(error.path && { path: error.path }),
  };
  if (cause instanceof AppError) {
    return {
      message: cause.message,
      ...place,
      extensions: {
        code: cause.code,
        ...(cause.issues && { issues: cause.issues }),
        ...(cause.retryAfterMs !== undefined && { retryAfterMs: cause.retryAfterMs }),
      },
    };
  }
  if (cause === undefined) {
    const code = typeof error.extensions.code === 'string' ? error.extensions.code : 'BAD_USER_INPUT';
    return { message: shortMessage(error.message), ...place, extensions: { ...error.extensions, code } };
  }
  context.log.error({ err: cause, path: error.path }, 'resolver failed');
  return {
    message: 'Something went wrong on our side. Quote the request id when you report it.',
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: context.requestId },
  };
}

/** The error that was thrown by our code; undefined when GraphQL itself refused (or a scalar did, on its behalf). */
function rootCause(error: GraphQLError): unknown {
  let cause: unknown = error.originalError;
  while (cause instanceof GraphQLError) cause = cause.originalError;
  if (cause !== undefined) return cause;
  // A resolver's non-null or leaf failure has a path but nothing below: that is our fault, not the client's.
  const ours = error.path !== undefined && error.extensions.code === undefined;
  return ours ? new Error(error.message) : undefined;
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { AppError } from '@ruzlet/platform/errors';
import { sendJson, writeJson } from '@ruzlet/platform/http/body';
import type { Logger } from '@ruzlet/platform/log';
import { answerUnread } from './discard-body.js';
import { maskedMessage } from './errors.js';
import { RequestRefused } from './limits/request-refused.js';

const statusByCode: Partial<Record<AppError['code'], number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503,
};

/** Answers a request that failed before GraphQL had a say: always JSON, with a code, and with nothing that is not ours to tell. */
export function answerError(
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  { requestId, logger, onRefused }: { requestId: string; logger: Logger; onRefused: (code: string) => void },
): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const { status, message, code, retryAfterMs } = describe(error);
  onRefused(code);
  if (code === 'INTERNAL_SERVER_ERROR') logger.error({ err: error, requestId }, 'request failed');
  if (retryAfterMs !== undefined) response.setHeader('retry-after', String(Math.ceil(retryAfterMs / 1_000)));
  if (status === 401) response.setHeader('www-authenticate', 'Bearer');
  const body = {
    errors: [
      {
        message,
        extensions: {
          code,
          ...(code === 'INTERNAL_SERVER_ERROR' && { requestId }),
          ...(retryAfterMs !== undefined && { retryAfterMs }),
        },
      },
    ],
  };
  answerUnread(request, response, {
    end: () => {
      sendJson(response, status, body);
    },
    write: () => {
      writeJson(response, status, body);
    },
  });
}

function describe(error: unknown): {
  status: number;
  message: string;
  code: string;
  retryAfterMs?: number | undefined;
} {
  if (error instanceof RequestRefused) {
    const { status, message, code } = error;
    return { status, message, code };
  }
  if (error instanceof AppError) {
    const { message, code, retryAfterMs } = error;
    return { status: statusByCode[code] ?? 500, message, code, retryAfterMs };
  }
  if (error instanceof GraphQLError && error.extensions.code === 'RATE_LIMITED') {
    const { retryAfterMs } = error.extensions;
    return {
      status: 429,
      message: error.message,
      code: 'RATE_LIMITED',
      retryAfterMs: typeof retryAfterMs === 'number' ? retryAfterMs : undefined,
    };
  }
  return { status: 500, message: maskedMessage, code: 'INTERNAL_SERVER_ERROR' };
}

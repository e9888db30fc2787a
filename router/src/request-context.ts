import type { IncomingMessage } from 'node:http';
import type { VerifyToken } from '@ruzlet/platform/access/viewer';
import { AppError } from '@ruzlet/platform/errors';
import type { Logger } from '@ruzlet/platform/log';
import type { RouterContext } from './context.js';
import { traceHeaders } from './trace.js';

export interface RequestContextOptions {
  verifyToken: VerifyToken | undefined;
  routerSecret: string | undefined;
  trustedProxies: number;
  logger: Logger;
}

/** What is known of a request before its body is read. */
export interface RequestOrigin {
  requestId: string;
  address: string;
  signal: () => AbortSignal;
}

/**
 * The context of a request: who asks, and what subgraphs are sent along.
 *
 * @throws AppError UNAUTHENTICATED for a token that is no good.
 */
export async function createRequestContext(
  { headers }: Pick<IncomingMessage, 'headers'>,
  { requestId, address, signal }: RequestOrigin,
  { verifyToken, routerSecret, logger }: RequestContextOptions,
): Promise<RouterContext> {
  const { authorization } = headers;
  const token = authorization === undefined ? undefined : /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
  if (authorization !== undefined && token === undefined) {
    throw new AppError('UNAUTHENTICATED', 'The Authorization header must be: Bearer <access token>.');
  }
  const viewer = token !== undefined && verifyToken ? await verifyToken(token) : null;
  return {
    requestId,
    viewer,
    address,
    token,
    signal,
    forwarded: {
      'x-request-id': requestId,
      'x-forwarded-for': address,
      ...traceHeaders(headers),
      ...(routerSecret !== undefined && { 'x-router-secret': routerSecret }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(headers['user-agent'] !== undefined && { 'user-agent': headers['user-agent'] }),
    },
    // Made when something is logged: most requests log nothing.
    get log() {
      return logger.child({ requestId });
    },
  };
}

/** The nearest address that no trusted proxy of ours wrote itself. */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const socket = request.socket.remoteAddress ?? '';
  if (trustedProxies === 0) return socket;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim());
  return forwarded.at(-trustedProxies) ?? socket;
}

import type { IncomingMessage } from 'node:http';

/** The client's network address: what the router forwards, if it is the router that says so; else the socket's. */
export function forwardedAddress(request: IncomingMessage, routerSecret: string | undefined): string | null {
  const fromRouter = routerSecret !== undefined && request.headers['x-router-secret'] === routerSecret;
  const forwarded = fromRouter ? request.headers['x-forwarded-for'] : undefined;
  return (typeof forwarded === 'string' ? forwarded : undefined) ?? request.socket.remoteAddress ?? null;
}

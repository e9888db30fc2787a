import type { IncomingMessage } from 'node:http';

/** The nearest address that no trusted proxy of ours wrote itself. */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const socket = request.socket.remoteAddress ?? '';
  if (trustedProxies === 0) return socket;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim());
  return forwarded.at(-trustedProxies) ?? socket;
}

import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Takes over the connection of a request that asks for another protocol. @returns false when it does not speak that. */
export type TakeUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;

/** Headers that ask for another protocol; without them a request is an ordinary one. */
const asking = new Set(['upgrade', 'connection', 'http2-settings']);

/**
 * Has a server give requests for other protocols to `take`. Those for a protocol that is not spoken are answered as if they
 * had not asked, as HTTP has it: the clients of Java, for one, ask for HTTP/2 with every first request.
 */
export function takeUpgrades(server: Server, take: TakeUpgrade): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!take(request, socket, head)) serveAgain(server, request, socket, head);
  });
}

/** Has the server read the request once more, without what it asked for. */
function serveAgain(server: Server, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const lines = [`${request.method ?? 'GET'} ${request.url ?? '/'} HTTP/${request.httpVersion}`];
  const { rawHeaders } = request;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    if (!asking.has(name.toLowerCase())) lines.push(`${name}: ${rawHeaders[index + 1] ?? ''}`);
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
}

import type { IncomingMessage, ServerResponse } from 'node:http';

/** Bodies up to this are taken, and the connection goes on (bytes). */
const smallBytesMax = 1_000_000;
/** Bytes of a refused body that are taken at most. */
const discardedBytesMax = 32_000_000;
/** How long nothing is taken after the answer (milliseconds): a client that reads while it sends closes the connection by then. */
const leaveWithinMs = 100;
/** How long a client may go on sending what nobody wants (milliseconds). */
const discardWithinMs = 10_000;

/**
 * Answers a request of whose body some is still to come, and throws that away: a client that sends before it reads gets
 * its answer all the same. A large rest is not even read from those that see the answer at once, and know by
 * `connection: close` that they need not send it.
 *
 * @param end writes the answer and ends it.
 * @param write writes the answer whole, without its end.
 */
export function answerUnread(
  request: IncomingMessage,
  response: ServerResponse,
  { write, end }: { write: () => void; end: () => void },
): void {
  const expected = Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY);
  if (request.complete || request.destroyed || expected <= smallBytesMax) {
    end();
    if (!request.complete) request.resume();
    return;
  }
  let taken = 0;
  const finish = (): void => {
    clearTimeout(leaving);
    clearTimeout(sending);
    // Only now: it closes the connection, and the answer may be lost when that happens while bytes come in.
    response.end();
  };
  response.setHeader('connection', 'close');
  request.pause();
  write();
  const leaving = setTimeout(() => {
    request.on('data', (chunk: Buffer) => {
      taken += chunk.length;
      if (taken > discardedBytesMax) request.destroy();
    });
    request.resume();
  }, leaveWithinMs);
  const sending = setTimeout(() => request.destroy(), discardWithinMs);
  // Who goes away while it is being ignored is nobody's failure.
  request.on('error', () => undefined);
  request.once('end', finish);
  request.once('close', finish);
}

import type { ServerResponse } from 'node:http';

/**
 * GraphQL over Server-Sent Events, as the graphql-sse protocol has it in its mode of distinct connections: each answer is an
 * event `next`, and `complete` ends the stream. What comes without it was cut off.
 */

export const eventStreamType = 'text/event-stream';

export const eventStreamLimits = {
  /** A comment is sent so often, so that proxies and clients see that the stream is alive (milliseconds). */
  heartbeatMs: 12_000,
  /** A client that takes nothing for so long is gone (milliseconds). */
  stalledClientMs: 30_000,
};

/** Whether a client takes Server-Sent Events: nothing else, other types too, or not at all. */
export function eventStreamPreference(accept: string | undefined): 'only' | 'too' | 'not' {
  const types = accept?.split(',').map((type) => type.split(';', 1)[0]?.trim()) ?? [];
  if (!types.includes(eventStreamType)) return 'not';
  return types.length === 1 ? 'only' : 'too';
}

/**
 * Sends a stream until it ends or the client goes, at the client's pace: the next event is asked for when the last one has
 * left. The headers go at once, so a client that has them knows that the subscription stands.
 */
export async function sendEventStream(
  response: ServerResponse,
  events: AsyncIterable<unknown>,
  limits: Partial<typeof eventStreamLimits> = {},
): Promise<void> {
  const { heartbeatMs, stalledClientMs } = { ...eventStreamLimits, ...limits };
  response.writeHead(200, {
    'content-type': `${eventStreamType}; charset=utf-8`,
    'cache-control': 'no-store',
    // Nothing comes after a stream: a connection that is kept would only hold up a server that wants to close.
    connection: 'close',
    // Proxies that collect answers would hold events back.
    'x-accel-buffering': 'no',
  });
  response.write(':\n\n');
  const beating = setInterval(() => {
    // A heartbeat for who is behind would only add to the heap.
    if (!response.writableNeedDrain) response.write(':\n\n');
  }, heartbeatMs);
  try {
    for await (const event of events) {
      if (response.destroyed) return;
      const flushed = response.write(`event: next\ndata: ${JSON.stringify(event)}\n\n`);
      if (!flushed && !(await drained(response, stalledClientMs))) return;
    }
    response.end('event: complete\ndata:\n\n');
  } finally {
    clearInterval(beating);
    if (!response.writableEnded) response.destroy();
  }
}

/** False when the client has gone, or has taken nothing for too long. */
function drained(response: ServerResponse, timeoutMs: number): Promise<boolean> {
  if (response.destroyed) return Promise.resolve(false);
  return new Promise((resolve) => {
    const settle = (went: boolean) => () => {
      clearTimeout(timer);
      response.off('drain', onDrain).off('close', onClose);
      resolve(went);
    };
    const onDrain = settle(true);
    const onClose = settle(false);
    const timer = setTimeout(settle(false), timeoutMs);
    response.on('drain', onDrain).on('close', onClose);
  });
}

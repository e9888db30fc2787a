import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '@ruzlet/platform/errors';
import { sendEventStream } from '@ruzlet/platform/http/event-stream';
import type { RouterContext } from '../context.js';
import type { SentRequest } from '../read-request.js';
import type { LiveAnswer, LiveOperations } from './live-operations.js';

/**
 * An operation over Server-Sent Events, as the graphql-sse protocol has it in its mode of distinct connections. A request
 * that is refused is answered in the stream too: an EventSource cannot read anything else.
 */
export async function answerEventStream(
  live: LiveOperations,
  sent: SentRequest,
  { request, response, context }: { request: IncomingMessage; response: ServerResponse; context: RouterContext },
): Promise<void> {
  const [operation] = sent.operations;
  if (!operation || sent.isBatch) {
    throw new AppError('BAD_USER_INPUT', 'Send one operation: { query, variables?, operationName?, extensions? }.');
  }
  // A page of another site must not be able to send it without a preflight, nor a link to change anything.
  const isJson = request.headers['content-type']?.includes('application/json') === true;
  if (request.method === 'POST' ? !isJson : operation.query?.includes('mutation') === true) {
    throw new AppError('BAD_USER_INPUT', 'Send it as POST with content-type application/json.');
  }
  const leaving = new AbortController();
  response.once('close', () => {
    leaving.abort();
  });
  request.socket.setKeepAlive(true);
  const opened = await live.open(operation, context, leaving.signal);
  await sendEventStream(response, eventsOf(opened));
}

function eventsOf(opened: Awaited<ReturnType<LiveOperations['open']>>): AsyncIterable<LiveAnswer> {
  if ('events' in opened) return opened.events;
  return once('answer' in opened ? opened.answer : { errors: opened.refused });
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream of one.
async function* once(answer: LiveAnswer): AsyncGenerator<LiveAnswer, void> {
  yield answer;
}

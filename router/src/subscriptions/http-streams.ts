import { createParser } from 'eventsource-parser';
import { Agent, request } from 'undici';
import { AppError } from '@ruzlet/platform/errors';
import { eventStreamType } from '@ruzlet/platform/http/event-stream';
import type { routerLimits } from '../limits/router-limits.js';
import { readAnswer, type SubgraphAnswer, type SubgraphOperation, type SubgraphStream } from '../subgraph-answer.js';

/** A subgraph that is silent for so long, heartbeats included, is gone (milliseconds). */
const silentMs = 40_000;

/** Subscriptions of one subgraph over HTTP, as Server-Sent Events of the graphql-sse protocol. */
export interface HttpStreams {
  /** @throws AppError SERVICE_UNAVAILABLE when the subgraph does not answer, or goes away later. */
  open(operation: Omit<SubgraphOperation, 'signal'>, signal: AbortSignal): Promise<SubgraphStream>;
  close(): Promise<void>;
}

export function createHttpStreams(
  name: string,
  url: string,
  limits: Pick<typeof routerLimits, 'subgraphConnectTimeoutMs' | 'subgraphTimeoutMs'>,
): HttpStreams {
  // Connections of their own: each stream holds one for as long as it lasts, and queries must not wait for that.
  const agent = new Agent({
    connect: { timeout: limits.subgraphConnectTimeoutMs },
    headersTimeout: limits.subgraphTimeoutMs,
    bodyTimeout: silentMs,
    pipelining: 1,
  });
  const gone = (cause: unknown) =>
    new AppError('SERVICE_UNAVAILABLE', `The ${name} service does not answer right now: subscribe again in a moment.`, {
      cause,
    });

  async function open(
    { query, variables, operationName, headers }: Omit<SubgraphOperation, 'signal'>,
    signal: AbortSignal,
  ): Promise<SubgraphStream> {
    try {
      const {
        body,
        headers: received,
        statusCode,
      } = await request(url, {
        dispatcher: agent,
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', accept: eventStreamType },
        body: JSON.stringify({ query, variables, operationName }),
        signal,
      });
      if (String(received['content-type'] ?? '').startsWith(eventStreamType)) return { events: read(body, signal) };
      const answer = readAnswer(JSON.parse(await body.text()));
      if (answer?.errors?.length) return { errors: answer.errors };
      throw new Error(`answered ${String(statusCode)} without a stream`);
    } catch (error) {
      throw gone(error);
    }
  }

  async function* read(body: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<SubgraphAnswer, void> {
    const decoder = new TextDecoder();
    const ready: { event?: string | undefined; data: string }[] = [];
    const parser = createParser({ onEvent: (event) => ready.push(event) });
    try {
      for await (const chunk of body) {
        parser.feed(decoder.decode(chunk, { stream: true }));
        for (const { event, data } of ready.splice(0)) {
          if (event === 'complete') return;
          const answer = event === 'next' ? readAnswer(JSON.parse(data)) : undefined;
          if (!answer) throw new Error('sent an event that is no GraphQL response');
          yield answer;
        }
      }
      throw new Error('ended its stream before it was complete');
    } catch (error) {
      // Whoever listened has gone: there is nobody to tell.
      if (!signal.aborted) throw gone(error);
    }
  }

  return {
    open,
    close: () => agent.destroy(),
  };
}

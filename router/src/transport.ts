import { AppError } from '@ruzlet/platform/errors';
import { createHttpClient } from './http-client/http-client.js';
import { readAnswer, type SubgraphAnswer, type SubgraphOperation, type SubgraphStream } from './subgraph-answer.js';
import { createHttpStreams } from './subscriptions/http-streams.js';
import type { routerLimits } from './limits/router-limits.js';

/** How the router reaches a subgraph: over HTTP, or in process. */
export interface SubgraphTransport {
  execute(operation: SubgraphOperation): Promise<SubgraphAnswer>;
  /** Opens a subscription, until the signal aborts; absent where the way does not carry any. */
  subscribe?(operation: Omit<SubgraphOperation, 'signal'>, signal: AbortSignal): Promise<SubgraphStream>;
  /** True when the subgraph says that it and all that it stands on is ready. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * A subgraph over HTTP, with connections kept open.
 *
 * @param url of its GraphQL endpoint.
 * @returns a transport whose `execute` throws AppError SERVICE_UNAVAILABLE when the subgraph does not answer properly.
 */
export function createHttpTransport(
  name: string,
  url: string,
  limits: Pick<
    typeof routerLimits,
    'subgraphConnectionsMax' | 'subgraphConnectTimeoutMs' | 'subgraphTimeoutMs' | 'subgraphResponseBytesMax'
  >,
): SubgraphTransport {
  const { origin, pathname, search } = new URL(url);
  const path = pathname + search;
  const client = createHttpClient(origin, {
    connectionsMax: limits.subgraphConnectionsMax,
    connectTimeoutMs: limits.subgraphConnectTimeoutMs,
    responseBytesMax: limits.subgraphResponseBytesMax,
    idleMs: 60_000,
  });

  const streams = createHttpStreams(name, url, limits);

  return {
    subscribe: (operation, signal) => streams.open(operation, signal),
    async execute({ headers, query, variables, operationName, signal }) {
      try {
        const { status, text } = await client.request({
          path,
          method: 'POST',
          headers: { ...headers, accept: 'application/json', 'content-type': 'application/json' },
          body: JSON.stringify({ query, variables, operationName }),
          timeoutMs: limits.subgraphTimeoutMs,
          signal: signal?.(),
        });
        const answer = readAnswer(JSON.parse(text));
        if (answer) return answer;
        throw new Error(`answered ${String(status)} without a GraphQL response`);
      } catch (error) {
        throw new AppError('SERVICE_UNAVAILABLE', `The ${name} service does not answer right now: try again.`, {
          cause: error,
        });
      }
    },
    async ready() {
      try {
        const request = { path: '/ready', method: 'GET', headers: {}, body: '', timeoutMs: 3_000 } as const;
        return (await client.request(request)).status === 200;
      } catch {
        return false;
      }
    },
    async close() {
      client.close();
      await streams.close();
    },
  };
}

export type { SubgraphAnswer, SubgraphOperation, SubgraphStream } from './subgraph-answer.js';

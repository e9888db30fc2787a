import { AppError } from '@ruzlet/platform/errors';
import { createCallLinks } from './call-link/call-links.js';
import { createHttpClient } from './http-client/http-client.js';
import {
  isMutation,
  readAnswer,
  type SubgraphAnswer,
  type SubgraphOperation,
  type SubgraphStream,
} from './subgraph-answer.js';
import { createHttpStreams } from './subscriptions/http-streams.js';
import type { HttpResponse } from './http-client/response-parser.js';
import type { routerLimits } from './limits/router-limits.js';
import { createSharedCalls } from './sharing/shared-calls.js';

/** How the router reaches a subgraph: over HTTP, or in process. */
export interface SubgraphTransport {
  execute(operation: SubgraphOperation): Promise<SubgraphAnswer>;
  /** Opens a subscription, until the signal aborts; absent where the way does not carry any. */
  subscribe?(operation: Omit<SubgraphOperation, 'signal'>, signal: AbortSignal): Promise<SubgraphStream>;
  /** True when the subgraph says at `/ready` that it and all that it stands on is ready; or, where it has no such page, answers. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** How long a subgraph may take to say whether it is ready. */
const readiness = { timeoutMs: 3_000 };
/** Longer calls (characters) are requests of their own. */
const linkedCharactersMax = 100_000;

/**
 * A subgraph over HTTP, with connections kept open.
 *
 * @param url of its GraphQL endpoint.
 * @param options.links whether calls go over links where the subgraph offers them.
 * @param options.sharing whether equal queries of the same viewer at the same time are sent once.
 * @returns a transport whose `execute` throws AppError SERVICE_UNAVAILABLE when the subgraph does not answer properly.
 */
export function createHttpTransport(
  name: string,
  url: string,
  limits: Pick<
    typeof routerLimits,
    | 'subgraphConnectionsMax'
    | 'subgraphConnectTimeoutMs'
    | 'subgraphTimeoutMs'
    | 'subgraphResponseBytesMax'
    | 'subgraphLinksMax'
    | 'subgraphLinkAgeMs'
    | 'sharingPatienceMs'
  >,
  options: { links?: boolean; sharing?: boolean; onShared?: (calls: number) => void } = {},
): SubgraphTransport {
  const { origin, pathname, search } = new URL(url);
  const path = pathname + search;
  const client = createHttpClient(origin, {
    connectionsMax: limits.subgraphConnectionsMax,
    connectTimeoutMs: limits.subgraphConnectTimeoutMs,
    responseBytesMax: limits.subgraphResponseBytesMax,
    idleMs: 60_000,
  });

  const links =
    options.links === true
      ? createCallLinks(url, {
          linksMax: limits.subgraphLinksMax,
          linkAgeMs: limits.subgraphLinkAgeMs,
          connectTimeoutMs: limits.subgraphConnectTimeoutMs,
          answerBytesMax: limits.subgraphResponseBytesMax,
        })
      : undefined;
  const streams = createHttpStreams(name, url, limits);
  const shared = createSharedCalls<HttpResponse>({
    patienceMs: limits.sharingPatienceMs,
    ...(options.onShared && { onShared: options.onShared }),
  });

  return {
    subscribe: (operation, signal) => streams.open(operation, signal),
    async execute({ headers, query, variables, operationName, signal }) {
      try {
        const body = JSON.stringify({ query, variables, operationName });
        const start = async (toAbort: (() => AbortSignal) | undefined): Promise<HttpResponse> => {
          const call = { timeoutMs: limits.subgraphTimeoutMs, signal: toAbort?.() };
          // Long ones would hold up the others on the link.
          const link = body.length <= linkedCharactersMax ? links?.take() : undefined;
          if (link) {
            return {
              status: 200,
              text: await link.call(`{"headers":${JSON.stringify(headers)},${body.slice(1)}`, call),
            };
          }
          return client.request({
            path,
            method: 'POST',
            headers: { ...headers, accept: 'application/json', 'content-type': 'application/json' },
            body,
            ...call,
          });
        };
        const { status, text } =
          options.sharing === true && !isMutation(query)
            ? await shared.call(`${headers.authorization ?? ''} ${body}`, { signal, start })
            : await start(signal);
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
        const { status } = await client.request({ path: '/ready', method: 'GET', headers: {}, body: '', ...readiness });
        if (status === 200 || status >= 500) return status === 200;
        // Only our own subgraphs have such a page. What answers the least of queries, be it by refusing it, is there.
        const { text } = await client.request({
          path,
          method: 'POST',
          headers: { accept: 'application/json', 'content-type': 'application/json' },
          body: '{"query":"{__typename}"}',
          ...readiness,
        });
        return readAnswer(JSON.parse(text)) !== undefined;
      } catch {
        return false;
      }
    },
    async close() {
      client.close();
      links?.close();
      await streams.close();
    },
  };
}

export type { SubgraphAnswer, SubgraphOperation, SubgraphStream } from './subgraph-answer.js';

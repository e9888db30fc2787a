import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { createLogger } from '@ruzlet/platform/log';
import { createRouter, type Router, type RouterOptions } from '@ruzlet/router/create-router';
import type { SubgraphOperation, SubgraphTransport } from '@ruzlet/router/transport';
import { compose, federationLink, serveInProcess, type TestSubgraph } from './federation.js';

/** A router over HTTP with subgraphs in this process: for tests of what stands around federation. */
export interface ServedRouter {
  router: Router;
  url: string;
  /** What subgraphs were sent, in order. */
  calls: (SubgraphOperation & { subgraph: string })[];
  post: (body: unknown, headers?: Record<string, string>) => Promise<Answer>;
  close: () => Promise<void>;
}

interface Answer {
  status: number;
  headers: Headers;
  body: any;
}

export function inProcess(subgraph: TestSubgraph): SubgraphTransport {
  const resolvers: object = subgraph.resolvers ?? {};
  return serveInProcess(
    buildSubgraphSchema({ typeDefs: parse(federationLink + subgraph.typeDefs), resolvers: { ...resolvers } }),
  );
}

export async function serveRouter(
  subgraphs: Record<string, TestSubgraph>,
  options: Partial<RouterOptions> = {},
): Promise<ServedRouter> {
  const calls: ServedRouter['calls'] = [];
  const transports = Object.fromEntries(
    Object.entries(subgraphs).map(([name, subgraph]) => {
      const way = options.transports?.[name] ?? inProcess(subgraph);
      const recorded: SubgraphTransport = {
        ...way,
        execute(operation) {
          calls.push({ subgraph: name, ...operation });
          return way.execute(operation);
        },
      };
      return [name, recorded];
    }),
  );
  const router = createRouter({
    supergraphSdl: compose(subgraphs),
    corsOrigins: [],
    trustedProxies: 0,
    introspection: true,
    explorer: false,
    logger: createLogger({ name: 'test', level: 'silent' }),
    ...options,
    transports: { ...options.transports, ...transports },
  });
  await router.start();
  const server: Server = createServer(router.handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql`;
  return {
    router,
    url,
    calls,
    async post(body, headers = {}) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await router.close();
    },
  };
}

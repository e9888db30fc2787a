import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { createInProcessBus } from '@ruzlet/platform/bus/in-process-bus';
import { createMemoryLeases } from '@ruzlet/platform/cache/memory-leases';
import { unauthenticated } from '@ruzlet/platform/errors';
import { createSubgraph, type Subgraph } from '@ruzlet/platform/http/subgraph';
import { createLiveFeed } from '@ruzlet/platform/live/live-feed';
import { takeUpgrades } from '@ruzlet/platform/http/upgrades';
import { createLogger } from '@ruzlet/platform/log';
import { createRouter, type RouterOptions } from '@ruzlet/router/create-router';

/** A router over HTTP in front of two subgraphs that are reached over HTTP; one of them tells news as it is told. */

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n';
const newsSdl = `${link}
  type Query { hello: String }
  type Mutation { touch: Boolean }
  type Subscription { told(topic: ID!): News!  nested: Deep! }
  type News { text: String!  author: Person }
  type Person @key(fields: "id") { id: ID! }
  type Deep { deep: Deep  leaf: String }`;
const peopleSdl = `${link}
  type Query { people: Int }
  type Person @key(fields: "id") { id: ID!  name: String }`;

interface News {
  topic: string;
  text: string;
  authorId: string;
}

const logger = createLogger({ name: 'test', level: 'silent' });

export async function openLiveWorld(options: Partial<RouterOptions> = {}) {
  const bus = createInProcessBus({ logger });
  const feed = createLiveFeed<News>({
    bus,
    topics: ['news'],
    decode: (text) => JSON.parse(text) as News,
    channelsOf: ({ topic }) => [topic],
    logger,
    limits: { waitingRowsMax: 20 },
  });
  await feed.start();
  const badTokens = new Set<string>();
  const verifyToken = (token: string) => {
    if (badTokens.has(token)) return Promise.reject(unauthenticated());
    const profile = { username: token, displayName: token, locale: 'en', timeZone: 'UTC' };
    return Promise.resolve({ userId: token, sessionId: token, roles: [], scopes: ['read', 'write'], profile });
  };

  const news = createSubgraph({
    name: 'news',
    typeDefs: newsSdl,
    resolvers: {
      Subscription: {
        told: {
          subscribe: (_: unknown, { topic }: { topic: string }, { signal }: { signal: AbortSignal }) =>
            feed.watch(topic, signal),
          resolve: (told: News) => told,
        },
      },
      News: { author: ({ authorId }: News) => ({ id: authorId }) },
      Query: { hello: () => 'hello' },
      Mutation: { touch: () => true },
    },
    context: ({ signal }) => ({ signal }),
    verifyToken,
    logger,
    close: () => feed.close(),
  });
  const people = createSubgraph({
    name: 'people',
    typeDefs: peopleSdl,
    resolvers: { Person: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `Name of ${id}` }) } },
    context: () => ({}),
    verifyToken,
    logger,
  });
  const servers = { news: await serve(news), people: await serve(people) };
  const composed = composeServices([
    { name: 'news', url: servers.news.url, typeDefs: parse(newsSdl) },
    { name: 'people', url: servers.people.url, typeDefs: parse(peopleSdl) },
  ]);
  if (composed.errors) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  const router = createRouter({
    supergraphSdl: composed.supergraphSdl,
    verifyToken,
    corsOrigins: ['https://app.example.com'],
    trustedProxies: 0,
    introspection: false,
    explorer: false,
    leases: createMemoryLeases(),
    logger,
    ...options,
  });
  await router.start();
  const server = createServer(router.handler);
  takeUpgrades(server, router.upgrade);
  const port = await listening(server);

  return {
    url: `http://127.0.0.1:${String(port)}`,
    router,
    feed,
    badTokens,
    subgraphs: servers,
    tell: (topic: string, ...texts: string[]) =>
      bus.publish(
        texts.map((text) => ({ topic: 'news', key: topic, value: JSON.stringify({ topic, text, authorId: 'ann' }) })),
      ),
    async close() {
      router.drain();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await router.close();
      await Promise.all(Object.values(servers).map((one) => one.stop()));
      await feed.close();
      await bus.close();
    },
  };
}

export type LiveWorld = Awaited<ReturnType<typeof openLiveWorld>>;

async function serve(subgraph: Subgraph) {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    subgraph.handler(request, response);
  });
  const port = await listening(server);
  return {
    /** Requests that it was sent (count). */
    requests: () => requests,
    url: `http://127.0.0.1:${String(port)}/graphql`,
    /** As when the process dies: every connection is cut. */
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

import { createServer, type RequestListener } from 'node:http';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { buildSchema, parse, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { createSubgraph, type Subgraph } from '@ruzlet/platform/http/subgraph';
import { takeUpgrades } from '@ruzlet/platform/http/upgrades';
import { createLogger } from '@ruzlet/platform/log';
import { createRouter } from '@ruzlet/router/create-router';
import type { SubgraphTransport } from '@ruzlet/router/transport';
import { createHiveGateway } from './hive.mjs';
import { monolith, subgraphs, type Part } from './graph.js';

/** The servers that are compared. Each runs in a process of its own and tells where it listens. */

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n';
const logger = createLogger({ name: 'bench', level: 'error' });

export const builds = {
  /** What most start from: Apollo's gateway in Apollo's standalone server. */
  'stock gateway': async (urls: Record<string, string>) => {
    const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl: supergraph(urls) }) });
    return (await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } })).url;
  },
  'Hive Gateway': (urls: Record<string, string>) => listen(createHiveGateway(supergraph(urls)), 'graphql'),
  'ours over HTTP': (urls: Record<string, string>) => serveRouter(urls, {}),
  'ours in process': (urls: Record<string, string>) =>
    serveRouter(
      urls,
      Object.fromEntries(Object.entries(subgraphs).map(([name, part]) => [name, inProcess(ours(name, part))])),
    ),
  'Apollo Server monolith': async () => {
    const server = new ApolloServer({ schema: monolithSchema() });
    return (await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } })).url;
  },
};

export type BuildName = keyof typeof builds;

/** One subgraph in Apollo's standalone server, as behind the stock gateway. */
export async function serveStockSubgraph(name: keyof typeof subgraphs): Promise<string> {
  const { typeDefs } = subgraphs[name];
  const resolvers: object = subgraphs[name].resolvers;
  const schema = buildSubgraphSchema({ typeDefs: parse(link + typeDefs), resolvers: { ...resolvers } });
  const server = new ApolloServer({ schema });
  return (await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } })).url;
}

/** The same in the subgraph server of this repository. */
export function serveOurSubgraph(name: keyof typeof subgraphs): Promise<string> {
  const subgraph = ours(name, subgraphs[name]);
  return listen(subgraph.handler, '', subgraph.upgrade);
}

function ours(name: string, { typeDefs, resolvers }: Part): Subgraph {
  return createSubgraph({
    name,
    typeDefs: link + typeDefs,
    resolvers,
    context: () => ({}),
    verifyToken: () => Promise.reject(new Error('No tokens here.')),
    logger,
  });
}

async function serveRouter(
  subgraphUrls: Record<string, string>,
  transports: Record<string, SubgraphTransport>,
): Promise<string> {
  const router = createRouter({
    supergraphSdl: supergraph(subgraphUrls),
    transports,
    corsOrigins: [],
    trustedProxies: 0,
    introspection: true,
    explorer: false,
    logger,
  });
  await router.start();
  return listen(router.handler, 'graphql');
}

function inProcess(subgraph: Subgraph): SubgraphTransport {
  return {
    async execute({ query, variables, headers }) {
      const { data, errors } = await subgraph.execute({ query, variables, headers });
      return {
        data,
        ...(errors && { errors: errors.map(({ message, path }) => ({ message, path: path && [...path] })) }),
      };
    },
    ready: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  };
}

function listen(handler: RequestListener, path = '', upgrade?: Subgraph['upgrade']): Promise<string> {
  const server = createServer(handler);
  if (upgrade) takeUpgrades(server, upgrade);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}/${path}`);
    });
  });
}

function supergraph(urls: Record<string, string>): string {
  const composed = composeServices(
    Object.entries(subgraphs).map(([name, { typeDefs }]) => ({
      name,
      url: urls[name] ?? 'http://127.0.0.1:1/',
      typeDefs: parse(link + typeDefs),
    })),
  );
  if (composed.errors) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  return composed.supergraphSdl;
}

function monolithSchema(): GraphQLSchema {
  const schema = buildSchema(monolith.typeDefs);
  for (const [typename, fields] of Object.entries(monolith.resolvers)) {
    const type = schema.getType(typename) as GraphQLObjectType;
    for (const [name, resolve] of Object.entries(fields)) type.getFields()[name]!.resolve = resolve as never;
  }
  return schema;
}

import { Agent, request } from 'node:http';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { listen } from '@ruzlet/platform/http/run-service';
import { createSubgraph } from '@ruzlet/platform/http/subgraph';
import { createLogger } from '@ruzlet/platform/log';
import { createRouter } from '@ruzlet/router/create-router';
import { federationLink } from '../federation.js';
import type { Answer } from './answer.js';
import type { Operation } from './operation.js';
import { subgraphsOf, type Way } from './ways.js';
import type { World } from './world.js';

const logger = createLogger({ name: 'differential', level: 'silent' });

/** Subgraphs of a world as servers of their own, with the subgraph server of this repository. */
export async function serveSubgraphs(world: World): Promise<{ supergraphSdl: string; close: () => Promise<void> }> {
  const served = await Promise.all(
    Object.entries(subgraphsOf(world)).map(async ([name, { typeDefs, resolvers = {} }]) => {
      const subgraph = createSubgraph({
        name,
        typeDefs: federationLink + typeDefs,
        resolvers,
        context: () => ({}),
        verifyToken: () => Promise.reject(new Error('No tokens here.')),
        logger,
      });
      const listening = await listen(subgraph.handler, { port: 0, host: '127.0.0.1', what: name });
      return { name, typeDefs, listening };
    }),
  );
  const composed = composeServices(
    served.map(({ name, typeDefs, listening }) => ({
      name,
      url: `http://127.0.0.1:${String(listening.port)}/graphql`,
      typeDefs: parse(federationLink + typeDefs),
    })),
  );
  if (composed.errors) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  return {
    supergraphSdl: composed.supergraphSdl,
    close: async () => {
      await Promise.all(
        served.map(({ listening }) => {
          listening.server.closeAllConnections();
          return listening.close();
        }),
      );
    },
  };
}

/**
 * The router over HTTP, with subgraphs over HTTP: by Apollo Server at first sight of an operation, and by the short path
 * when it is remembered.
 */
export async function openOverHttp(supergraphSdl: string): Promise<Way[]> {
  const router = createRouter({
    supergraphSdl,
    corsOrigins: [],
    trustedProxies: 0,
    introspection: true,
    explorer: false,
    compression: false,
    // The operations here are larger than clients'.
    operationLimits: { aliasesMax: 10_000, directivesMax: 10_000, rootFieldsMax: 1_000, fieldsMax: 100_000 },
    costLimits: { costMax: Number.MAX_SAFE_INTEGER },
    planningLimits: { timeoutMs: 60_000 },
    logger,
  });
  await router.start();
  const listening = await listen(router.handler, { port: 0, host: '127.0.0.1', what: 'router' });
  const agent = new Agent({ keepAlive: true });
  let first = '';
  const way = (name: string, close: () => Promise<void>, seen: (text: string) => void): Way => ({
    name,
    async ask(operation) {
      const text = await post(listening.port, '/graphql', operation, agent);
      seen(text);
      return JSON.parse(text) as Answer;
    },
    requests: () => [],
    close,
  });
  return [
    way(
      'over HTTP, at first sight',
      () => Promise.resolve(),
      (text) => {
        first = text;
      },
    ),
    way(
      'over HTTP, remembered',
      async () => {
        agent.destroy();
        listening.server.closeAllConnections();
        await listening.close();
        await router.close();
      },
      (text) => {
        // Both paths give the same bytes, but for the id of the request, and what a mutation counts.
        if (
          withoutIds(text) !== withoutIds(first) &&
          !text.includes('"m') &&
          !(first + text).includes('OPERATION_LIMIT_EXCEEDED')
        )
          throw new Error(`The short path answered otherwise:\n${first}\n${text}`);
      },
    ),
  ];
}

function withoutIds(text: string): string {
  return text.replace(/"requestId":"[^"]*"/g, '');
}

export function post(
  port: number,
  path: string,
  { source, variables }: Operation,
  agent: Agent,
  signal?: AbortSignal,
): Promise<string> {
  const body = JSON.stringify({ query: source, variables });
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request({ port, path, host: '127.0.0.1', method: 'POST', agent, headers, signal }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve(Buffer.concat(chunks).toString());
      });
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

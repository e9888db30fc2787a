// Hive Gateway over the same supergraph, for who prefers it to our router:
//
//   npx @graphql-hive/gateway@2.15.1 supergraph --config-path infra/hive-gateway/gateway.config.mjs --port 4000
//
// The subgraphs check tokens and access for themselves, so nothing is less safe behind it. What our router does beyond that
// (estimated cost, rates, circuit breakers, partial answers within a time) is not here.
import { fileURLToPath } from 'node:url';

const ports = { auth: 8005, users: 8004, decks: 8001, teaching: 8002, analytics: 8006 };
/** What a client's request hands on. Not its address: subgraphs believe that only from who knows ROUTER_SECRET. */
const handedOn = ['authorization', 'user-agent', 'x-request-id', 'traceparent', 'tracestate'];

/** @param {Record<string, string | undefined>} env `DECKS_URL` and so on say where subgraphs are, when not on this machine. */
export function createConfig(env) {
  const locations = Object.entries(ports).map(([name, port]) => [
    name,
    { location: env[`${name.toUpperCase()}_URL`] ?? `http://127.0.0.1:${port}/graphql` },
  ]);
  return {
    supergraph: env.SUPERGRAPH ?? fileURLToPath(new URL('../../schema/supergraph.graphql', import.meta.url)),
    // A file that changes is served from then on.
    pollingInterval: 10_000,
    graphqlEndpoint: '/graphql',
    healthCheckEndpoint: '/health',
    readinessCheckEndpoint: '/ready',
    transportEntries: {
      '*.http': { options: { timeout: 30_000, retry: 1 } },
      ...Object.fromEntries(locations),
    },
    propagateHeaders: {
      fromClientToSubgraphs({ request }) {
        const sent = handedOn.map((name) => [name, request.headers.get(name)]);
        return Object.fromEntries(sent.filter(([, value]) => value !== null));
      },
    },
    disableIntrospection: env.INTROSPECTION === 'true' ? undefined : { disableIf: () => true },
    cors: env.CORS_ORIGINS ? { origin: env.CORS_ORIGINS.split(',') } : false,
    csrfPrevention: { requestHeaders: ['x-graphql-yoga-csrf', 'apollo-require-preflight', 'content-type'] },
    maxTokens: 10_000,
    maxDepth: 30,
    blockFieldSuggestions: true,
    graphiql: false,
    landingPage: false,
    reporting: undefined,
  };
}

export const gatewayConfig = createConfig(process.env);

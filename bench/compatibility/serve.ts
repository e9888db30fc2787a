import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { listen } from '@ruzlet/platform/http/run-service';
import { createSubgraph } from '@ruzlet/platform/http/subgraph';
import { createLogger } from '@ruzlet/platform/log';
import { createRouter } from '@ruzlet/router/create-router';
import { context, resolvers } from './products.js';

/**
 * What Apollo's compatibility suite talks to: the products subgraph on our subgraph server at port 4001, and our router at
 * port 4000 over it and the suite's own subgraphs (4002, 4003). The suite knows no other ports.
 *
 * `scripts/check-subgraph-compatibility.mjs` starts it with the folder of the suite.
 */
const suite = process.argv[2] ?? '';
const logger = createLogger({ name: 'compatibility', level: 'warn' });
const typeDefs = readFileSync(join(suite, 'products.graphql'), 'utf8');

const products = createSubgraph({
  name: 'products',
  typeDefs,
  resolvers,
  context,
  verifyToken: () => Promise.reject(new Error('No tokens here.')),
  federatedTraces: true,
  logger,
});
await listen(products.handler, { port: 4001, host: '127.0.0.1', what: 'products' });

const others = ['users', 'inventory'].map((name, index) => ({
  name,
  url: `http://127.0.0.1:${String(4002 + index)}/`,
  typeDefs: parse(readFileSync(join(suite, `dist/subgraphs/${name}/${name}.graphql`), 'utf8')),
}));
const composed = composeServices([
  { name: 'products', url: 'http://127.0.0.1:4001/', typeDefs: parse(typeDefs) },
  ...others,
]);
if (composed.errors) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
const router = createRouter({
  supergraphSdl: composed.supergraphSdl,
  corsOrigins: [],
  trustedProxies: 0,
  introspection: true,
  explorer: false,
  logger,
});
await router.start();
const asGraphql: typeof router.handler = (request, response) => {
  // The suite asks at the root.
  if (request.url === '/') request.url = '/graphql';
  router.handler(request, response);
};
await listen(asGraphql, { port: 4000, host: '127.0.0.1', what: 'router' });
process.stdout.write('serving\n');

import { remoteAuthority } from '@ruzlet/platform/access/authority';
import { createTokenVerifier } from '@ruzlet/platform/access/verify-token';
import { createMemoryCache } from '@ruzlet/platform/cache/memory-cache';
import { createMemoryRateLimiter } from '@ruzlet/platform/cache/memory-rate-limiter';
import { listen } from '@ruzlet/platform/http/run-service';
import { createLogger } from '@ruzlet/platform/log';
import { limitsOf, readRouterConfig, readSupergraph } from '../../router/src/config.js';
import { createRouter } from '../../router/src/create-router.js';

/** The router as compose runs it, in memory instead of Redis; it tells its parent where, and what it has used when asked. */
const config = readRouterConfig();
const router = createRouter({
  supergraphSdl: readSupergraph(),
  subgraphUrls: config.SUBGRAPH_URLS,
  verifyToken: createTokenVerifier({
    ...remoteAuthority(config.JWKS_URL ?? ''),
    issuer: config.TOKEN_ISSUER,
    audience: config.TOKEN_AUDIENCE,
  }),
  routerSecret: config.ROUTER_SECRET,
  corsOrigins: [],
  trustedProxies: 0,
  introspection: false,
  explorer: false,
  rateLimiter: createMemoryRateLimiter(),
  responseCache: createMemoryCache(),
  ...limitsOf(config),
  logger: createLogger({ name: 'bench', level: 'error' }),
});
await router.start();
const door = await listen(router.handler, { port: 0, host: '127.0.0.1', what: 'router' });
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.((user + system) / 1_000);
});
process.on('disconnect', () => process.exit());
process.send?.({ url: `http://127.0.0.1:${String(door.port)}` });

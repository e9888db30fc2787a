import cluster from 'node:cluster';
import { remoteAuthority } from '@ruzlet/platform/access/authority';
import { createTokenVerifier } from '@ruzlet/platform/access/verify-token';
import { createMemoryCache } from '@ruzlet/platform/cache/memory-cache';
import { createMemoryLeases } from '@ruzlet/platform/cache/memory-leases';
import { createMemoryRateLimiter } from '@ruzlet/platform/cache/memory-rate-limiter';
import { createRedisCache } from '@ruzlet/platform/cache/redis-cache';
import { createRedisLeases } from '@ruzlet/platform/cache/redis-leases';
import { createRedisRateLimiter } from '@ruzlet/platform/cache/redis-rate-limiter';
import { runMain, runService } from '@ruzlet/platform/http/run-service';
import { createLogger, type Logger } from '@ruzlet/platform/log';
import {
  limitsOf,
  readManifestFile,
  readRouterConfig,
  readSupergraph,
  supergraphFile,
  type RouterConfig,
} from './config.js';
import { createRouter } from './create-router.js';
import { createForwardRoute } from './forward-route.js';
import { watchSupergraph } from './watch-supergraph.js';
import { runWorkers, shareMetrics } from './workers.js';

await runMain(async () => {
  const config = readRouterConfig();
  const logger = createLogger({ name: 'router', level: config.LOG_LEVEL });
  if (config.WORKERS > 1 && cluster.isPrimary) await runWorkers({ count: config.WORKERS, logger });
  else await serve(config, logger);
});

async function serve(config: RouterConfig, logger: Logger): Promise<void> {
  const redis = config.REDIS_URL === undefined ? undefined : { url: config.REDIS_URL, logger };
  const cache = redis ? createRedisCache(redis) : createMemoryCache();
  const rateLimiter = redis ? createRedisRateLimiter(redis) : createMemoryRateLimiter();
  const leases = redis ? createRedisLeases(redis) : createMemoryLeases();
  const router = createRouter({
    supergraphSdl: readSupergraph(config.RUZLET_SUPERGRAPH),
    subgraphUrls: config.SUBGRAPH_URLS,
    verifyToken:
      config.JWKS_URL === undefined
        ? undefined
        : createTokenVerifier({
            ...remoteAuthority(config.JWKS_URL),
            issuer: config.TOKEN_ISSUER,
            audience: config.TOKEN_AUDIENCE,
          }),
    routerSecret: config.ROUTER_SECRET,
    routes: Object.fromEntries(
      Object.entries(config.FORWARD_ROUTES).map(([path, origin]) => [
        path,
        createForwardRoute({
          origin,
          routerSecret: config.ROUTER_SECRET,
          trustedProxies: config.TRUSTED_PROXIES,
          timeoutMs: config.SUBGRAPH_TIMEOUT_MS,
        }),
      ]),
    ),
    corsOrigins: config.CORS_ORIGINS,
    trustedProxies: config.TRUSTED_PROXIES,
    introspection: config.INTROSPECTION,
    explorer: config.EXPLORER,
    rateLimiter,
    leases,
    responseCache: config.RESPONSE_CACHE ? cache : undefined,
    operationCache: cache,
    persistedOperations: {
      automatic: config.AUTOMATIC_PERSISTED_QUERIES,
      registered: config.PERSISTED_OPERATIONS === undefined ? undefined : readManifestFile(config.PERSISTED_OPERATIONS),
      only: config.PERSISTED_OPERATIONS_ONLY,
    },
    compression: config.COMPRESSION,
    planner: config.RUZLET_PLANNER,
    overrideLabels: config.OVERRIDE_LABELS,
    links: config.SUBGRAPH_LINKS,
    sharing: config.SHARE_QUERIES,
    ...limitsOf(config),
    shareMetrics: cluster.isWorker ? shareMetrics : undefined,
    logger,
  });
  const watch = watchSupergraph({
    file: config.RUZLET_SUPERGRAPH ?? supergraphFile,
    pollMs: config.SUPERGRAPH_POLL_MS,
    reload: (sdl) => router.reload(sdl),
    logger,
  });
  process.on('SIGHUP', () => {
    void watch.lookNow();
  });
  const service = {
    ...router,
    async close() {
      watch.close();
      await router.close();
      await Promise.all([cache.close(), rateLimiter.close(), leases.close()]);
    },
  };
  await runService(service, {
    port: config.PORT,
    host: config.HOST,
    headerBytesMax: config.HEADER_BYTES_MAX,
    requestTimeoutMs: config.REQUEST_TIMEOUT_MS,
    logger,
  });
}

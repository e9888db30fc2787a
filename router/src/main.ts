import { remoteAuthority } from '@ruzlet/platform/access/authority';
import { createTokenVerifier } from '@ruzlet/platform/access/verify-token';
import { createMemoryCache } from '@ruzlet/platform/cache/memory-cache';
import { createMemoryRateLimiter } from '@ruzlet/platform/cache/memory-rate-limiter';
import { createRedisCache } from '@ruzlet/platform/cache/redis-cache';
import { createRedisRateLimiter } from '@ruzlet/platform/cache/redis-rate-limiter';
import { runMain, runService } from '@ruzlet/platform/http/run-service';
import { createLogger } from '@ruzlet/platform/log';
import { limitsOf, readManifestFile, readRouterConfig, readSupergraph, supergraphFile } from './config.js';
import { createRouter } from './create-router.js';
import { createForwardRoute } from './forward-route.js';
import { watchSupergraph } from './watch-supergraph.js';

await runMain(async () => {
  const config = readRouterConfig();
  const logger = createLogger({ name: 'router', level: config.LOG_LEVEL });
  const redis = config.REDIS_URL === undefined ? undefined : { url: config.REDIS_URL, logger };
  const cache = redis ? createRedisCache(redis) : createMemoryCache();
  const rateLimiter = redis ? createRedisRateLimiter(redis) : createMemoryRateLimiter();
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
    responseCache: config.RESPONSE_CACHE ? cache : undefined,
    operationCache: cache,
    persistedOperations: {
      automatic: config.AUTOMATIC_PERSISTED_QUERIES,
      registered: config.PERSISTED_OPERATIONS === undefined ? undefined : readManifestFile(config.PERSISTED_OPERATIONS),
      only: config.PERSISTED_OPERATIONS_ONLY,
    },
    compression: config.COMPRESSION,
    ...limitsOf(config),
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
      await Promise.all([cache.close(), rateLimiter.close()]);
    },
  };
  await runService(service, {
    port: config.PORT,
    host: config.HOST,
    headerBytesMax: config.HEADER_BYTES_MAX,
    logger,
  });
});

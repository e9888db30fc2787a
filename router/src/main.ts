import { remoteAuthority } from '@ruzlet/platform/access/authority';
import { createTokenVerifier } from '@ruzlet/platform/access/verify-token';
import { runMain, runService } from '@ruzlet/platform/http/run-service';
import { createLogger } from '@ruzlet/platform/log';
import { readRouterConfig, readSupergraph } from './config.js';
import { createRouter } from './create-router.js';
import { createForwardRoute } from './forward-route.js';

await runMain(async () => {
  const config = readRouterConfig();
  const logger = createLogger({ name: 'router', level: config.LOG_LEVEL });
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
    limits: { bodyBytesMax: config.BODY_BYTES_MAX, subgraphTimeoutMs: config.SUBGRAPH_TIMEOUT_MS },
    operationLimits: {
      tokensMax: config.OPERATION_TOKENS_MAX,
      depthMax: config.OPERATION_DEPTH_MAX,
      aliasesMax: config.OPERATION_ALIASES_MAX,
      rootFieldsMax: config.OPERATION_ROOT_FIELDS_MAX,
      directivesMax: config.OPERATION_DIRECTIVES_MAX,
      fieldsMax: config.OPERATION_FIELDS_MAX,
    },
    logger,
  });
  await runService(router, { port: config.PORT, host: config.HOST, logger });
});

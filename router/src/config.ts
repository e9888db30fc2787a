import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { envBoolean, envInt, envList, envPort, envUrl, loadConfig, logLevels } from '@ruzlet/platform/config';
import { operationLimits, routerLimits } from './limits/router-limits.js';

const pairs = envList.transform((parts, context) =>
  Object.fromEntries(
    parts.map((part) => {
      const [name = '', url = ''] = part.split(/=(.*)/s);
      if (name === '' || !URL.canParse(url)) {
        context.addIssue({ code: 'custom', message: `must be name=url pairs with commas between; ${name} is not` });
      }
      return [name, url];
    }),
  ),
);

const routerEnv = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: envPort.default(8000),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  /** A file with a Federation 2 supergraph; ours by default. */
  RUZLET_SUPERGRAPH: z.string().optional(),
  /** Where subgraphs answer, when not where the supergraph says: `decks=http://decks:8001,…`. */
  SUBGRAPH_URLS: pairs.default({}),
  /** Paths beside the graph that a subgraph serves to browsers: `/auth/identity/=http://auth:8005,…`. */
  FORWARD_ROUTES: pairs.default({}),
  /** Without it, tokens are passed on and only the subgraphs verify them. */
  JWKS_URL: envUrl.optional(),
  TOKEN_ISSUER: z.string().default('ruzlet'),
  TOKEN_AUDIENCE: z.string().default('ruzlet'),
  /** What the router proves itself with to subgraphs, so that they believe its forwarded addresses. */
  ROUTER_SECRET: z.string().min(16).optional(),
  /** Origins of browser clients; `*` for any. */
  CORS_ORIGINS: envList.default([]),
  /** Reverse proxies in front whose X-Forwarded-For is believed (count). */
  TRUSTED_PROXIES: envInt(0, 10).default(0),
  /** What one operation may hold (counts), with fragments written out wherever they are spread. */
  OPERATION_TOKENS_MAX: envInt(1, 1_000_000).default(operationLimits.tokensMax),
  OPERATION_DEPTH_MAX: envInt(1, 500).default(operationLimits.depthMax),
  OPERATION_ALIASES_MAX: envInt(0, 100_000).default(operationLimits.aliasesMax),
  OPERATION_ROOT_FIELDS_MAX: envInt(1, 100_000).default(operationLimits.rootFieldsMax),
  OPERATION_DIRECTIVES_MAX: envInt(0, 100_000).default(operationLimits.directivesMax),
  OPERATION_FIELDS_MAX: envInt(1, 1_000_000).default(operationLimits.fieldsMax),
  /** Bytes of a request body. */
  BODY_BYTES_MAX: envInt(1_000, 1_000_000_000).default(routerLimits.bodyBytesMax),
  /** Milliseconds that a subgraph may take. */
  SUBGRAPH_TIMEOUT_MS: envInt(1, 600_000).default(routerLimits.subgraphTimeoutMs),
  INTROSPECTION: envBoolean.default(true),
  EXPLORER: envBoolean.default(true),
});

export type RouterConfig = z.output<typeof routerEnv>;

/** @throws ConfigError with one line for each fault. */
export function readRouterConfig(env: NodeJS.ProcessEnv = process.env): RouterConfig {
  return loadConfig(routerEnv, env);
}

/** The text of the supergraph that is to be served. */
export function readSupergraph(file?: string): string {
  return readFileSync(file ?? new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8');
}

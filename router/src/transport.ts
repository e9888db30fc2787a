import { Pool } from 'undici';
import { z } from 'zod';
import { AppError } from '@ruzlet/platform/errors';
import type { routerLimits } from './limits/router-limits.js';

/** What a subgraph is sent. */
export interface SubgraphOperation {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
  headers: Record<string, string>;
  /** Ends the call when nobody waits for its answer any more; made when first asked for. */
  signal?: (() => AbortSignal) | undefined;
}

/** What a subgraph answers: the GraphQL response, parsed. */
export interface SubgraphAnswer {
  data?: Record<string, unknown> | null | undefined;
  errors?: SubgraphError[] | undefined;
}

export interface SubgraphError {
  message: string;
  path?: (string | number)[] | undefined;
  extensions?: Record<string, unknown> | undefined;
}

/** How the router reaches a subgraph: over HTTP, or in process. */
export interface SubgraphTransport {
  execute(operation: SubgraphOperation): Promise<SubgraphAnswer>;
  /** True when the subgraph says that it and all that it stands on is ready. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

const errorsSchema = z.array(
  z.object({
    message: z.string(),
    path: z.array(z.union([z.string(), z.number()])).optional(),
    extensions: z.record(z.string(), z.unknown()).optional(),
  }),
);

/** The answer that a text holds; undefined when it is none. What data holds is checked where the answer is written. */
function parseAnswer(text: string): SubgraphAnswer | undefined {
  const json: unknown = JSON.parse(text);
  if (!isRecord(json)) return undefined;
  const { data, errors } = json;
  if (data !== undefined && data !== null && !isRecord(data)) return undefined;
  if (errors === undefined || errors === null) return data === undefined ? undefined : { data };
  const parsed = errorsSchema.safeParse(errors);
  return parsed.success ? { data, errors: parsed.data } : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A subgraph over HTTP, with connections kept open.
 *
 * @param url of its GraphQL endpoint.
 * @returns a transport whose `execute` throws AppError SERVICE_UNAVAILABLE when the subgraph does not answer properly.
 */
export function createHttpTransport(
  name: string,
  url: string,
  limits: Pick<typeof routerLimits, 'subgraphConnectionsMax' | 'subgraphConnectTimeoutMs' | 'subgraphTimeoutMs'>,
): SubgraphTransport {
  const { origin, pathname, search } = new URL(url);
  const path = pathname + search;
  const pool = new Pool(origin, {
    connections: limits.subgraphConnectionsMax,
    connect: { timeout: limits.subgraphConnectTimeoutMs },
    headersTimeout: limits.subgraphTimeoutMs,
    bodyTimeout: limits.subgraphTimeoutMs,
    keepAliveTimeout: 60_000,
  });

  return {
    async execute({ headers, query, variables, operationName, signal }) {
      try {
        const response = await pool.request({
          path,
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify({ query, variables, operationName }),
          ...(signal && { signal: signal() }),
        });
        const answer = parseAnswer(await response.body.text());
        if (answer) return answer;
        throw new Error(`answered ${String(response.statusCode)} without a GraphQL response`);
      } catch (error) {
        throw new AppError('SERVICE_UNAVAILABLE', `The ${name} service does not answer right now: try again.`, {
          cause: error,
        });
      }
    },
    async ready() {
      try {
        const response = await pool.request({ path: '/ready', method: 'GET', headersTimeout: 3_000 });
        await response.body.dump();
        return response.statusCode === 200;
      } catch {
        return false;
      }
    },
    close: () => pool.close(),
  };
}

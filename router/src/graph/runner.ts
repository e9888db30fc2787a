import { getOperationAST, GraphQLError, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { RouterContext } from '../context.js';
import type { CompiledOperation, OperationResult } from '../executor/compile-operation.js';
import type { Executor, OperationKey } from '../executor/executor.js';
import { operationLimitCode } from '../limits/operation-limits.js';
import type { RateLimits } from '../limits/rate-limits.js';
import { refusal } from '../limits/refusal.js';
import type { CostLimits } from '../limits/router-limits.js';
import type { RouterMetrics } from '../metrics.js';
import { factsOf, type GraphRules, type OperationFacts } from '../operations/facts.js';
import type { ResponseCache } from '../operations/response-cache.js';

export interface RunnerOptions {
  executor: Executor;
  rules: GraphRules;
  costLimits: CostLimits;
  rateLimits: RateLimits | undefined;
  responseCache: ResponseCache | undefined;
  operationTimeoutMs: number;
  metrics: RouterMetrics;
}

/** An operation that was compiled, with what is known of it. */
export interface PreparedOperation {
  key: OperationKey;
  compiled: CompiledOperation;
  facts: OperationFacts;
}

/** What stands between an operation and its execution: cost, rates, access, cache and time. */
export interface Runner {
  known(key: OperationKey): PreparedOperation | undefined;
  /** @throws GraphQLError when there is no such operation in the document or it cannot be planned. */
  prepare(key: OperationKey, document: DocumentNode): PreparedOperation;
  /** Operations that were prepared lately, the latest first. */
  recent(): PreparedOperation[];
  /** Why an operation may not be executed now; undefined when it may. */
  admit(
    prepared: PreparedOperation,
    variables: Readonly<Record<string, unknown>>,
    context: RouterContext,
  ): Promise<GraphQLError | undefined>;
  /** The operation without the fields that the viewer may not have. */
  allowedTo(prepared: PreparedOperation, context: RouterContext): { compiled: CompiledOperation; variant: string };
  run(
    prepared: PreparedOperation,
    variables: Record<string, unknown> | undefined,
    context: RouterContext,
  ): Promise<OperationResult>;
}

const nothing = {};
/** Operations that another graph is warmed with (count). */
const recentMax = 300;

export function createRunner(options: RunnerOptions): Runner {
  const { executor, rules, costLimits, rateLimits, responseCache, metrics } = options;
  const factsByOperation = new WeakMap<CompiledOperation, OperationFacts>();
  const recent = new LRUCache<string, PreparedOperation>({ max: recentMax });

  function allowedTo({ key, compiled, facts }: PreparedOperation, { viewer }: RouterContext) {
    const unmet = facts.touched.length > 0 ? rules.access?.unmet(facts.touched, viewer) : undefined;
    if (!rules.access || !unmet?.length) return { compiled, variant: '' };
    // The message of an error depends on it too.
    const variant = `${viewer ? 'viewer' : 'anonymous'} without ${unmet.join(',')}\n`;
    const denied = rules.access.deny(unmet, viewer);
    const key2 = { ...key, variant };
    return { compiled: executor.known(key2) ?? executor.compile(key2, facts.document, denied), variant };
  }

  async function admit(
    { facts }: PreparedOperation,
    variables: Readonly<Record<string, unknown>>,
    context: RouterContext,
  ): Promise<GraphQLError | undefined> {
    const cost = facts.cost(variables);
    metrics.cost(cost);
    if (!(cost <= costLimits.costMax)) {
      const message = `The operation is estimated to cost ${String(cost)}: more than ${String(costLimits.costMax)}. Ask for shorter lists or fewer fields.`;
      return refusal(operationLimitCode, message, { status: 400 });
    }
    const refused = await rateLimits?.admitOperation(context, cost);
    if (refused) metrics.rateLimited();
    return refused;
  }

  async function execute(
    compiled: CompiledOperation,
    variables: Record<string, unknown> | undefined,
    context: RouterContext,
  ): Promise<OperationResult> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<OperationResult>((resolve) => {
      timer = setTimeout(() => {
        const seconds = String(options.operationTimeoutMs / 1_000);
        resolve({
          errors: [refusal('SERVICE_UNAVAILABLE', `The operation took longer than ${seconds} s.`, { status: 504 })],
        });
      }, options.operationTimeoutMs);
    });
    try {
      const { forwarded: headers, signal } = context;
      return await Promise.race([executor.execute(compiled, { variables, headers, signal }), tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    known(key) {
      const compiled = executor.known(key);
      const facts = compiled && factsByOperation.get(compiled);
      return facts && { key, compiled, facts };
    },
    prepare(key, document) {
      const compiled = executor.compile(key, document);
      let facts = factsByOperation.get(compiled);
      if (!facts) {
        const operation = getOperationAST(document, key.operationName);
        if (!operation) throw new GraphQLError('The document has no such operation.');
        facts = factsOf(document, operation, rules, costLimits);
        factsByOperation.set(compiled, facts);
      }
      const prepared = { key, compiled, facts };
      // Only what is found again by its text is worth having ready.
      if (executor.known(key) === compiled) recent.set(`${key.operationName ?? ''}\n${key.source}`, prepared);
      return prepared;
    },
    recent: () => [...recent.values()],
    admit,
    allowedTo,
    async run(prepared, variables, context) {
      const refused = await admit(prepared, variables ?? nothing, context);
      if (refused) return { errors: [refused] };
      const { compiled, variant } = allowedTo(prepared, context);
      const { cache } = prepared.facts;
      if (!cache) return execute(compiled, variables, context);

      const shared = cache.scope === 'public' ? responseCache : undefined;
      const cacheKey = shared?.keyOf({
        ...prepared.key,
        operationName: prepared.key.operationName,
        variables: variables ?? nothing,
        variant,
      });
      const kept = cacheKey !== undefined && (await shared?.get(cacheKey));
      if (kept) {
        metrics.cache('hit');
        context.cacheControl = cacheHeader(cache.scope, cache.maxAgeSeconds - kept.ageSeconds);
        return { data: kept.data };
      }
      const result = await execute(compiled, variables, context);
      if (result.data && !result.errors) {
        context.cacheControl = cacheHeader(cache.scope, cache.maxAgeSeconds);
        if (cacheKey !== undefined && shared) {
          metrics.cache('miss');
          await shared.set(cacheKey, result.data, cache.maxAgeSeconds);
        }
      }
      return result;
    },
  };
}

function cacheHeader(scope: 'public' | 'private', seconds: number): string {
  return `max-age=${String(Math.max(0, seconds))}, ${scope}`;
}

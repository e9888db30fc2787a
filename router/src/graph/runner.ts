import { setMaxListeners } from 'node:events';
import { getOperationAST, type GraphQLError, OperationTypeNode, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { RouterContext } from '../context.js';
import type { CompiledOperation } from '../executor/compile-operation.js';
import type { Delivered } from '../executor/deferred-operation.js';
import type { PartWriter } from '../executor/delivery.js';
import type { OperationResult } from '../executor/execution.js';
import type { Executor, OperationKey } from '../executor/executor.js';
import { noSuchOperation } from '../executor/no-such-operation.js';
import { operationLimitCode } from '../limits/operation-limits.js';
import type { RateLimits } from '../limits/rate-limits.js';
import { refusal } from '../limits/refusal.js';
import type { CostLimits } from '../limits/router-limits.js';
import type { RouterMetrics } from '../metrics.js';
import { factsOf, type GraphRules, type OperationFacts } from '../operations/facts.js';
import type { ResponseCache } from '../operations/response-cache.js';
import type { DecideLabels } from '../planner/override-labels.js';
import { createSharedCalls } from '../sharing/shared-calls.js';
import { createKeptAnswer, type KeptAnswer } from './kept-answers.js';

export interface RunnerOptions {
  executor: Executor;
  /** Which labels of `@override` hold for a request. */
  decideLabels: DecideLabels;
  rules: GraphRules;
  costLimits: CostLimits;
  rateLimits: RateLimits | undefined;
  responseCache: ResponseCache | undefined;
  operationTimeoutMs: number;
  /** Milliseconds that a query waits at most to be executed together with equal ones; undefined when each is executed alone. */
  sharingPatienceMs: number | undefined;
  metrics: RouterMetrics;
}

/** An operation that was compiled, with what is known of it. */
export interface PreparedOperation {
  key: OperationKey;
  compiled: CompiledOperation;
  facts: OperationFacts;
}

/** What of an operation the viewer may have; equal for viewers of the same variant. */
export interface AllowedOperation {
  compiled: CompiledOperation;
  variant: string;
}

/** What stands between an operation and its execution: cost, rates, access, cache and time. */
export interface Runner {
  known(key: OperationKey): PreparedOperation | undefined;
  /** @throws GraphQLError when there is no such operation in the document or it cannot be planned. */
  prepare(key: OperationKey, document: DocumentNode, signal?: () => AbortSignal): Promise<PreparedOperation>;
  /** Operations that were prepared lately, the latest first. */
  recent(): PreparedOperation[];
  /** Why an operation may not be executed now; undefined when it may. */
  admit(
    prepared: PreparedOperation,
    variables: Readonly<Record<string, unknown>>,
    context: RouterContext,
  ): Promise<GraphQLError | undefined>;
  /** The operation without the fields that the viewer may not have. */
  allowedTo(prepared: PreparedOperation, context: RouterContext): Promise<AllowedOperation>;
  run(
    prepared: PreparedOperation,
    variables: Record<string, unknown> | undefined,
    context: RouterContext,
  ): Promise<OperationResult>;
  /**
   * The same for a client that takes an answer in parts.
   *
   * @returns the answer where it comes whole, because nothing is deferred or it is kept; undefined when all was written.
   */
  runInParts(
    prepared: PreparedOperation,
    variables: Record<string, unknown> | undefined,
    context: RouterContext,
    writer: PartWriter,
  ): Promise<OperationResult | undefined>;
}

const nothing = {};
/** Operations that another graph is warmed with (count). */
const recentMax = 300;

export function createRunner(options: RunnerOptions): Runner {
  const { executor, decideLabels, rules, costLimits, rateLimits, responseCache, metrics } = options;
  const factsByOperation = new WeakMap<CompiledOperation, OperationFacts>();
  const recent = new LRUCache<string, PreparedOperation>({ max: recentMax });
  const { sharingPatienceMs } = options;
  const shared =
    sharingPatienceMs === undefined
      ? undefined
      : createSharedCalls<OperationResult>({
          patienceMs: sharingPatienceMs,
          onShared: (calls) => {
            metrics.shared('operation', calls);
          },
        });
  const numbers = new WeakMap<CompiledOperation, number>();
  let lastNumber = 0;

  /** Decided once for a request, or when the operation was prepared before. */
  function labelled(key: OperationKey): OperationKey {
    if (key.labels) return key;
    const labels = decideLabels();
    return labels.length > 0 ? { ...key, labels } : key;
  }

  function numberOf(compiled: CompiledOperation): number {
    let number = numbers.get(compiled);
    if (number === undefined) {
      lastNumber += 1;
      number = lastNumber;
      numbers.set(compiled, number);
    }
    return number;
  }

  /** Equal queries of the same viewer at the same time are executed once. */
  function executeShared(
    compiled: CompiledOperation,
    variables: Record<string, unknown> | undefined,
    { forwarded: headers, signal, token = '' }: RouterContext,
  ): Promise<OperationResult> {
    if (!shared || compiled.kind !== OperationTypeNode.QUERY) {
      return executor.execute(compiled, { variables, headers, signal });
    }
    const key = `${String(numberOf(compiled))} ${token} ${variables ? JSON.stringify(variables) : ''}`;
    return shared.call(key, {
      signal,
      start: (signalOfAll) => executor.execute(compiled, { variables, headers, signal: signalOfAll }),
    });
  }

  async function allowedTo(
    { key, compiled, facts }: PreparedOperation,
    { viewer, signal }: RouterContext,
  ): Promise<AllowedOperation> {
    const unmet = facts.touched.length > 0 ? rules.access?.unmet(facts.touched, viewer) : undefined;
    if (!rules.access || !unmet?.length) return { compiled, variant: '' };
    // The message of an error depends on it too.
    const variant = `${viewer ? 'viewer' : 'anonymous'} without ${unmet.join(',')}\n`;
    const denied = rules.access.deny(unmet, viewer);
    const key2 = { ...key, variant };
    const known = executor.known(key2);
    return { compiled: known ?? (await executor.compile(key2, facts.document, denied, signal)), variant };
  }

  async function admit(
    { facts }: PreparedOperation,
    variables: Readonly<Record<string, unknown>>,
    context: RouterContext,
  ): Promise<GraphQLError | undefined> {
    const cost = facts.cost(variables);
    metrics.cost(cost);
    if (!(cost <= costLimits.costMax)) {
      metrics.refused(operationLimitCode);
      const message = `The operation is estimated to cost ${String(cost)}: more than ${String(costLimits.costMax)}. Ask for shorter lists or fewer fields.`;
      return refusal(operationLimitCode, message, { status: 400 });
    }
    const refused = await rateLimits?.admitOperation(context, cost);
    if (refused) {
      metrics.rateLimited();
      metrics.refused('RATE_LIMITED');
    }
    return refused;
  }

  function tooLate(): GraphQLError {
    const seconds = String(options.operationTimeoutMs / 1_000);
    return refusal('SERVICE_UNAVAILABLE', `The operation took longer than ${seconds} s.`, { status: 504 });
  }

  async function execute(
    compiled: CompiledOperation,
    variables: Record<string, unknown> | undefined,
    context: RouterContext,
  ): Promise<OperationResult> {
    let timer: NodeJS.Timeout | undefined;
    const timeIsUp = new Promise<OperationResult>((resolve) => {
      timer = setTimeout(() => {
        resolve({ errors: [tooLate()] });
      }, options.operationTimeoutMs);
    });
    try {
      return await Promise.race([executeShared(compiled, variables, context), timeIsUp]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Never shared: those who come later would miss what was written. */
  async function deliver(
    compiled: CompiledOperation,
    variables: Record<string, unknown> | undefined,
    { forwarded: headers, signal }: RouterContext,
    writer: PartWriter,
  ): Promise<Delivered> {
    const timeIsUp = new AbortController();
    const timer = setTimeout(() => {
      timeIsUp.abort(tooLate());
    }, options.operationTimeoutMs);
    const either = AbortSignal.any([signal(), timeIsUp.signal]);
    // As many listen as subgraphs are called.
    setMaxListeners(0, either);
    try {
      return await executor.deliver(compiled, { variables, headers, signal: either }, writer);
    } finally {
      clearTimeout(timer);
    }
  }

  function keptFor(
    { key, facts: { cache } }: PreparedOperation,
    variables: Record<string, unknown> | undefined,
    variant: string,
    context: RouterContext,
  ): KeptAnswer | undefined {
    if (!cache) return undefined;
    const { source, operationName } = key;
    const answerKey = { source, operationName, variables: variables ?? nothing, variant };
    return createKeptAnswer(cache, answerKey, context, { responseCache, metrics });
  }

  async function run(
    prepared: PreparedOperation,
    variables: Record<string, unknown> | undefined,
    context: RouterContext,
  ): Promise<OperationResult> {
    const refused = await admit(prepared, variables ?? nothing, context);
    if (refused) return { errors: [refused] };
    const { compiled, variant } = await allowedTo(prepared, context);
    const kept = keptFor(prepared, variables, variant, context);
    if (!kept) return execute(compiled, variables, context);
    const found = await kept.find();
    if (found) return found;
    const result = await execute(compiled, variables, context);
    if (result.data && !result.errors) {
      kept.tell();
      await kept.keep(result.data);
    }
    return result;
  }

  return {
    known(asked) {
      const key = labelled(asked);
      const compiled = executor.known(key);
      const facts = compiled && factsByOperation.get(compiled);
      if (facts) metrics.planCache('hit');
      return facts && { key, compiled, facts };
    },
    async prepare(asked, document, signal) {
      const key = labelled(asked);
      metrics.planCache(executor.known(key) ? 'hit' : 'miss');
      const compiled = await executor.compile(key, document, undefined, signal);
      let facts = factsByOperation.get(compiled);
      if (!facts) {
        const operation = getOperationAST(document, key.operationName);
        if (!operation) throw noSuchOperation(document, key.operationName);
        facts = factsOf(document, operation, rules, costLimits);
        factsByOperation.set(compiled, facts);
      }
      const prepared = { key, compiled, facts };
      // Only what is found again by its text is worth having ready.
      const recentKey = `${key.labels?.join() ?? ''}\n${key.operationName ?? ''}\n${key.source}`;
      if (executor.known(key) === compiled) recent.set(recentKey, prepared);
      return prepared;
    },
    recent: () => [...recent.values()],
    admit,
    allowedTo,
    run,
    async runInParts(prepared, variables, context, writer) {
      const { deferred } = prepared.compiled;
      if (deferred?.isDeferred(variables) !== true) return run(prepared, variables, context);
      const refused = await admit(prepared, variables ?? nothing, context);
      if (refused) return { errors: [refused] };
      const { compiled, variant } = await allowedTo(prepared, context);
      const kept = keptFor(prepared, variables, variant, context);
      const found = await kept?.find();
      if (found) return found;
      const delivered = await deliver(compiled, variables, context, writer);
      if ('unwritten' in delivered) return delivered.unwritten;
      const data = delivered.whole();
      if (data) await kept?.keep(data);
      return undefined;
    },
  };
}

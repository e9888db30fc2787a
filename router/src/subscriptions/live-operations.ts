import { GraphQLError, OperationTypeNode } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import type { VerifyToken } from '@ruzlet/platform/access/viewer';
import type { Leases } from '@ruzlet/platform/cache/cache';
import { AppError } from '@ruzlet/platform/errors';
import { guardStream, type StreamGuard } from '@ruzlet/platform/http/stream-guard';
import type { RouterContext } from '../context.js';
import { presentErrors } from '../errors.js';
import type { OperationResult } from '../executor/execution.js';
import type { Graph } from '../graph/create-graph.js';
import type { CurrentGraph } from '../graph/current-graph.js';
import type { PreparedOperation } from '../graph/runner.js';
import { parseWithinLimits, type OperationLimits } from '../limits/operation-limits.js';
import { RequestRefused } from '../limits/request-refused.js';
import type { PersistedOperations } from '../persisted/persisted-operations.js';
import type { SubscriptionLimits } from './subscription-limits.js';
import { createSubscriptionQuota } from './subscription-quota.js';

/** An operation as a client sent it, over whichever protocol. */
export interface LiveRequest {
  query: string | undefined;
  variables: Record<string, unknown> | undefined;
  operationName: string | null | undefined;
  extensions: unknown;
}

/** An answer as it goes over the wire. */
export interface LiveAnswer {
  data?: Record<string, unknown> | null;
  errors?: GraphQLFormattedError[];
}

/** What became of a request: refused, answered once, or a stream that stands. */
export type LiveOperation =
  { refused: GraphQLFormattedError[] } | { answer: LiveAnswer } | { events: AsyncGenerator<LiveAnswer, void> };

export interface LiveOperations {
  /** @param signal aborted when the client goes: ends the stream. */
  open(request: LiveRequest, context: RouterContext, signal: AbortSignal): Promise<LiveOperation>;
  /** Ends all streams, and opens no more. */
  drain(): void;
}

export interface LiveOperationsOptions {
  current: CurrentGraph;
  operationLimits: OperationLimits;
  persisted: PersistedOperations;
  verifyToken: VerifyToken | undefined;
  limits: SubscriptionLimits;
  /** Counts the subscriptions of each user or address. */
  leases: Leases | undefined;
  onChange: (change: 1 | -1) => void;
}

const stopping = 'The service stops: subscribe again in a moment.';

/**
 * Subscriptions, and what else comes over their protocols. Everything that a query has to pass, a subscription passes
 * when it begins: limits, cost, rates, access, the list of registered operations.
 */
export function createLiveOperations(options: LiveOperationsOptions): LiveOperations {
  const { current, persisted, limits, verifyToken } = options;
  const quota = createSubscriptionQuota({ limits, leases: options.leases, onChange: options.onChange });
  const open = new Set<StreamGuard>();
  let draining = false;

  const mayNotBegin = (signal: AbortSignal): boolean => draining || signal.aborted;

  async function openOperation(
    graph: Graph,
    request: LiveRequest,
    context: RouterContext,
    signal: AbortSignal,
    release: () => void,
  ): Promise<LiveOperation> {
    if (draining) throw new AppError('SERVICE_UNAVAILABLE', stopping);
    const prepared = await prepare(graph, request, signal);
    if ('errors' in prepared) return refusedBy(prepared.errors, context);
    const { operation } = prepared.facts;
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
      return { answer: present(await graph.runner.run(prepared, request.variables, context), context) };
    }
    const refused = await graph.runner.admit(prepared, request.variables ?? {}, context);
    if (refused) return refusedBy([refused], context);

    const giveBack = await quota.take(context);
    // Meanwhile the client may have gone, whom no answer reaches, or the service begun to stop.
    if (mayNotBegin(signal)) {
      giveBack();
      throw new AppError('SERVICE_UNAVAILABLE', stopping);
    }
    const { token } = context;
    const guard = guardStream({
      signal,
      check: token !== undefined && verifyToken ? () => verifyToken(token) : undefined,
      checkMs: limits.tokenCheckMs,
    });
    open.add(guard);
    // Also for a stream that nobody ever began to read.
    guard.signal.addEventListener('abort', () => {
      close();
    });
    const close = (): void => {
      open.delete(guard);
      guard.release();
      giveBack();
      release();
    };
    try {
      const { compiled } = await graph.runner.allowedTo(prepared, context);
      const { variables } = request;
      const stream = await graph.executor.subscribe(compiled, {
        variables,
        headers: context.forwarded,
        signal: guard.signal,
      });
      if ('events' in stream) return { events: follow(stream.events, guard, context, close) };
      close();
      return refusedBy(stream.result.errors ?? [], context);
    } catch (error) {
      // The token may have ended while the stream was being opened: that is why, then.
      const failure = guard.failure();
      close();
      throw failure ?? error;
    }
  }

  async function prepare(
    graph: Graph,
    request: LiveRequest,
    signal: AbortSignal,
  ): Promise<PreparedOperation | { errors: GraphQLError[] }> {
    const resolved = await persisted.resolve(request.query, request.extensions);
    if (resolved?.error) return { errors: [resolved.error] };
    const source = resolved?.source ?? request.query;
    if (source === undefined) throw new AppError('BAD_USER_INPUT', 'The message holds no query.');
    const key = { source, operationName: request.operationName };
    const known = graph.runner.known(key);
    if (known) return known;
    const document = parseWithinLimits(source, options.operationLimits);
    if (!document) return { errors: [coded('The query is not GraphQL.', 'GRAPHQL_PARSE_FAILED')] };
    const faults = await graph.check.faults(source, document, signal);
    if (faults.length > 0) return { errors: [...faults] };
    resolved?.remember?.();
    return graph.runner.prepare(key, document, () => signal);
  }

  return {
    async open(request, context, signal) {
      const { graph, release } = current.use();
      let opened: LiveOperation | undefined;
      try {
        opened = await openOperation(graph, request, context, signal, release);
        return opened;
      } catch (error) {
        if (error instanceof RequestRefused) return refusedBy([coded(error.message, error.code)], context);
        if (error instanceof GraphQLError) return refusedBy([error], context);
        const originalError = error instanceof Error ? error : new Error(String(error));
        return refusedBy([new GraphQLError(originalError.message, { originalError })], context);
      } finally {
        if (!opened || !('events' in opened)) release();
      }
    },
    drain() {
      draining = true;
      for (const guard of open) guard.end(new AppError('SERVICE_UNAVAILABLE', stopping));
    },
  };
}

/** The stream as clients see it. What ends it before its time is its last answer, without data. */
async function* follow(
  events: AsyncGenerator<OperationResult, void>,
  guard: StreamGuard,
  context: RouterContext,
  close: () => void,
): AsyncGenerator<LiveAnswer, void> {
  try {
    for await (const event of events) {
      if (guard.signal.aborted) break;
      yield present(event, context);
    }
    const failure = guard.failure();
    if (failure) yield failed(failure, context);
  } catch (error) {
    yield failed(guard.failure() ?? error, context);
  } finally {
    close();
  }
}

function present({ data, errors }: OperationResult, context: RouterContext): LiveAnswer {
  return {
    ...(data !== undefined && { data }),
    ...(errors && { errors: presentErrors(errors.map(formatted), errors, context) }),
  };
}

function failed(error: unknown, context: RouterContext): LiveAnswer {
  const originalError = error instanceof Error ? error : new Error(String(error));
  return present({ errors: [new GraphQLError(originalError.message, { originalError })] }, context);
}

function refusedBy(errors: readonly GraphQLError[], context: RouterContext): { refused: GraphQLFormattedError[] } {
  return { refused: presentErrors(errors.map(formatted), errors, context) };
}

function formatted(error: GraphQLError): GraphQLFormattedError {
  return error.toJSON();
}

function coded(message: string, code: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

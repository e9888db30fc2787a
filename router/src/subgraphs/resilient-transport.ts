import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '@ruzlet/platform/errors';
import { isMutation } from '../subgraph-answer.js';
import type { SubgraphAnswer, SubgraphOperation, SubgraphTransport } from '../transport.js';
import { createCallGate } from './call-gate.js';
import { createCircuitBreaker, type BreakerState } from './circuit-breaker.js';
import type { ResilienceSettings } from './resilience-settings.js';

/** What happens at a subgraph's door, for metrics. */
export interface ResilienceEvents {
  failed?: (error: unknown) => void;
  retried?: () => void;
  refused?: (why: 'breaker' | 'crowded') => void;
  breaker?: (state: BreakerState) => void;
}

/** A failure that took longer than this is not tried again (milliseconds): it was no stale connection, and callers wait. */
const retryWithinMs = 2_000;
/** Retries that may be saved up in quiet times (count). */
const retriesSavedMax = 50;

/**
 * A transport that protects the subgraph and those who wait for it: bounded calls, a circuit breaker, and a retry of
 * queries within a budget, so that retries never multiply the load on a subgraph that is in trouble. Mutations are sent
 * once.
 */
export function createResilientTransport(
  name: string,
  inner: SubgraphTransport,
  settings: ResilienceSettings,
  options: { events?: ResilienceEvents; now?: () => number; random?: () => number } = {},
): SubgraphTransport {
  const { events = {}, now = () => performance.now(), random = Math.random } = options;
  const gate = createCallGate(settings);
  const breaker = createCircuitBreaker(settings, { now, ...(events.breaker && { onChange: events.breaker }) });
  let retriesSaved = retriesSavedMax / 5;

  async function attempt(operation: SubgraphOperation): Promise<SubgraphAnswer> {
    if (!breaker.allows()) {
      events.refused?.('breaker');
      throw unavailable(name);
    }
    try {
      const answer = await inner.execute(operation);
      breaker.succeeded();
      return answer;
    } catch (error) {
      // Whoever asked has gone: that says nothing of the subgraph.
      if (operation.signal?.().aborted === true) breaker.abandoned();
      else {
        breaker.failed();
        events.failed?.(error);
      }
      throw error;
    }
  }

  async function attemptAgain(operation: SubgraphOperation): Promise<SubgraphAnswer> {
    const startedAt = now();
    for (let retries = 0; ; retries += 1) {
      try {
        return await attempt(operation);
      } catch (error) {
        const may =
          retries < settings.retriesMax &&
          retriesSaved >= 1 &&
          breaker.state() === 'closed' &&
          now() - startedAt < retryWithinMs;
        if (!may || operation.signal?.().aborted === true) throw error;
        retriesSaved -= 1;
        events.retried?.();
        await pause(random() * settings.retryBackOffMs);
      }
    }
  }

  return {
    ...inner,
    async execute(operation) {
      const entered = gate.enter();
      if (entered === false) {
        events.refused?.('crowded');
        throw unavailable(name);
      }
      if (entered !== true) await entered;
      try {
        if (isMutation(operation.query)) return await attempt(operation);
        retriesSaved = Math.min(retriesSavedMax, retriesSaved + settings.retryBudgetShare);
        return await attemptAgain(operation);
      } finally {
        gate.leave();
      }
    },
  };
}

function unavailable(name: string): AppError {
  return new AppError('SERVICE_UNAVAILABLE', `The ${name} service does not answer right now: try again.`);
}

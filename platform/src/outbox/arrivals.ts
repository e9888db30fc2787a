import { setTimeout as delay } from 'node:timers/promises';

/**
 * Tells waiters of this process that a consumer has committed something, so that a read that came too early can look again. What
 * another process committed is not told: `lookAgain` therefore looks once more at its deadline.
 */
export interface Arrivals {
  /** Something was committed. Consumers call it. */
  notify(): void;
  /** Resolves at the next commit, or after `timeoutMs` (milliseconds). */
  wait(timeoutMs: number): Promise<void>;
  /**
   * Calls `look` until it finds something: now, after each commit, and at the deadline at the latest. Nothing that is committed
   * between a look and the wait is missed.
   */
  lookAgain<T>(look: () => Promise<T | undefined>, timeoutMs: number): Promise<T | undefined>;
}

/** Shortest time from one look to the next: a busy consumer must not turn one waiter into hundreds of queries. */
const lookIntervalMs = 20;

export function createArrivals(): Arrivals {
  let commits = 0;
  let waiting = new Set<() => void>();

  function notify(): void {
    commits += 1;
    const woken = waiting;
    waiting = new Set();
    for (const wake of woken) wake();
  }

  function waitSince(seen: number, timeoutMs: number): Promise<void> {
    if (commits !== seen) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, timeoutMs);
      waiting.add(wake);
    });
  }

  async function lookAgain<T>(look: () => Promise<T | undefined>, timeoutMs: number): Promise<T | undefined> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const seen = commits;
      const lookedAt = performance.now();
      const found = await look();
      if (found !== undefined || lookedAt >= deadline) return found;
      await waitSince(seen, Math.max(0, deadline - performance.now()));
      const restMs = Math.min(lookedAt + lookIntervalMs, deadline) - performance.now();
      if (restMs > 0) await delay(restMs);
    }
  }

  return { notify, wait: (timeoutMs) => waitSince(commits, timeoutMs), lookAgain };
}

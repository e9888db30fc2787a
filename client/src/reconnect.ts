import type { RuzletError } from './errors.js';

/** Ceilings of the first wait and of every wait before a stream is opened again (milliseconds). */
const firstWaitMs = 500;
const waitMaxMs = 30_000;

/** Ends of a stream that say nothing against opening it again. */
const passing = new Set(['NETWORK', 'SERVICE_UNAVAILABLE', 'EVENTS_MISSED', 'RATE_LIMITED']);

/** How to go on after a stream ended: with another token, after a wait, or not at all. */
export function afterEnd(error: RuzletError, failures: number): 'renew' | 'wait' | 'give up' {
  // A second time in a row no token helps.
  if (error.code === 'UNAUTHENTICATED') return failures <= 1 ? 'renew' : 'give up';
  return passing.has(error.code) ? 'wait' : 'give up';
}

/** Doubles with each failure in a row; drawn at random, so that many clients do not come back together. */
export function waitBeforeMs(error: RuzletError, failures: number): number {
  const ceiling = Math.min(waitMaxMs, firstWaitMs * 2 ** (failures - 1));
  return Math.max(error.retryAfterMs ?? 0, ceiling / 2 + (ceiling / 2) * Math.random());
}

/** Waits, or ends the wait early when the signal aborts. */
export function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    if (signal?.aborted === true) done();
    else signal?.addEventListener('abort', done);
  });
}

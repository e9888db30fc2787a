import { setTimeout as delay } from 'node:timers/promises';

export interface BackOff {
  /** Ceiling of the first wait (milliseconds). */
  firstMs: number;
  /** Ceiling of every wait (milliseconds). */
  maxMs: number;
  /** A number in [0, 1); tests pass their own. */
  random?: () => number;
}

/**
 * How long to wait after failure number `attempt` (from 1), in milliseconds. The ceiling doubles with each attempt; the wait lies
 * between half of it and the whole, so that many clients that failed together do not come back together.
 */
export function backOffMs(attempt: number, { firstMs, maxMs, random = Math.random }: BackOff): number {
  // 2 ** 1024 is Infinity, and Infinity still gives maxMs: no overflow to guard against.
  const ceiling = Math.min(maxMs, firstMs * 2 ** (attempt - 1));
  return ceiling / 2 + (ceiling / 2) * random();
}

/** Waits `ms`, or until the signal aborts: never rejects for that, and never keeps the process alive by itself. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, { ref: false, signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

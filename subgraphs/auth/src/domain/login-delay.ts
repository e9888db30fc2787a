/**
 * How long somebody who guesses wrong has to wait. It counts per account and network address together: whoever guesses
 * makes the owner wait nowhere else.
 */

/** Wrong passwords before there is a delay (count). */
export const loginFailuresFree = 5;
const delayFirstMs = 1_000;
const delayMaxMs = 60_000;
/** So long after the last failure they are forgotten (milliseconds). */
export const loginFailuresKeptMs = 15 * 60_000;

export interface LoginFailures {
  failures: number;
  lastAt: Date;
}

/** Until the next try (milliseconds), 0 when it may be now: a second after the fifth failure, doubled by each further one. */
export function loginWaitMs(known: LoginFailures | undefined, now: Date): number {
  if (!known || known.failures < loginFailuresFree) return 0;
  const sinceMs = now.getTime() - known.lastAt.getTime();
  if (sinceMs >= loginFailuresKeptMs) return 0;
  const delayMs = Math.min(delayMaxMs, delayFirstMs * 2 ** (known.failures - loginFailuresFree));
  return Math.max(0, delayMs - sinceMs);
}

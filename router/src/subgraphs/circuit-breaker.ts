/** When calls to a subgraph are not even tried. */
export interface BreakerSettings {
  /** Milliseconds over which failures are counted. */
  breakerWindowMs: number;
  /** Calls in a window below which nothing is concluded (count). */
  breakerCallsMin: number;
  /** Share of failures that opens it (0 to 1). */
  breakerFailureShare: number;
  /** Milliseconds that it stays open before one call may try. */
  breakerOpenMs: number;
}

export type BreakerState = 'closed' | 'open' | 'half-open';

export interface CircuitBreaker {
  /** False when the call must not be tried. */
  allows(): boolean;
  succeeded(): void;
  failed(): void;
  /** The call ended without telling anything of the subgraph. */
  abandoned(): void;
  state(): BreakerState;
}

/**
 * A subgraph that mostly fails is left alone for a while: its callers get their answer at once, and it gets time to
 * recover. Then one call tries; its outcome decides.
 *
 * @param now milliseconds of any steady clock.
 */
export function createCircuitBreaker(
  settings: BreakerSettings,
  { now, onChange }: { now: () => number; onChange?: (state: BreakerState) => void },
): CircuitBreaker {
  let state: BreakerState = 'closed';
  let windowStart = now();
  let calls = 0;
  let failures = 0;
  let openedAt = 0;
  let trying = false;

  function enter(next: BreakerState): void {
    if (state === next) return;
    state = next;
    onChange?.(next);
  }

  function reset(): void {
    windowStart = now();
    calls = 0;
    failures = 0;
  }

  function count(failed: boolean): void {
    if (now() - windowStart > settings.breakerWindowMs) reset();
    calls += 1;
    if (!failed) return;
    failures += 1;
    if (calls >= settings.breakerCallsMin && failures / calls >= settings.breakerFailureShare) open();
  }

  function open(): void {
    openedAt = now();
    trying = false;
    enter('open');
  }

  return {
    allows() {
      if (state === 'closed') return true;
      if (state === 'open' && now() - openedAt >= settings.breakerOpenMs) enter('half-open');
      if (state !== 'half-open' || trying) return false;
      trying = true;
      return true;
    },
    succeeded() {
      if (state === 'closed') count(false);
      else if (state === 'half-open') {
        trying = false;
        reset();
        enter('closed');
      }
    },
    failed() {
      if (state === 'closed') count(true);
      else if (state === 'half-open') open();
    },
    abandoned() {
      if (state === 'half-open') trying = false;
    },
    state: () => state,
  };
}

/** A bell for one sleeper: a ring while nobody sleeps is kept for the next sleep, several count as one. */
export interface WakeUp {
  ring(): void;
  /** Sleeps until the next ring, for `ms` at most, or until the signal aborts. Does not keep the process alive. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export function createWakeUp(): WakeUp {
  let rung = false;
  let wake: (() => void) | undefined;

  return {
    ring() {
      if (wake) wake();
      else rung = true;
    },
    async sleep(ms, signal) {
      if (!rung && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const end = (): void => {
            clearTimeout(timer);
            signal.removeEventListener('abort', end);
            wake = undefined;
            resolve();
          };
          const timer = setTimeout(end, ms);
          timer.unref();
          signal.addEventListener('abort', end);
          wake = end;
        });
      }
      rung = false;
    },
  };
}

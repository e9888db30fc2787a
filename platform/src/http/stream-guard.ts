import { AppError } from '../errors.js';

/** How often the token of an open stream is looked at again (milliseconds): so soon does it end after the token. */
export const tokenCheckMs = 10_000;

/** An open stream: what ends it from the outside, and why. */
export interface StreamGuard {
  signal: AbortSignal;
  /** Why the stream ended before its source did; undefined when nothing was wrong. */
  failure(): AppError | undefined;
  /** Ends the stream with this error. */
  end(error: AppError): void;
  release(): void;
}

/**
 * Ends a stream when its client goes (`signal`), and when its token is good no more: expired, or its session has ended.
 *
 * @param check throws an AppError UNAUTHENTICATED when the token is not good any more; undefined without a token.
 */
export function guardStream(options: {
  signal: AbortSignal;
  check: (() => Promise<unknown>) | undefined;
  checkMs?: number;
}): StreamGuard {
  const controller = new AbortController();
  let failure: AppError | undefined;
  const leave = (): void => {
    controller.abort();
  };

  function end(error: AppError): void {
    if (controller.signal.aborted) return;
    failure = error;
    controller.abort();
  }

  async function look(): Promise<void> {
    try {
      await options.check?.();
    } catch (error) {
      // That tokens cannot be checked right now is no reason: what is delivered is checked each time.
      if (error instanceof AppError && error.code === 'UNAUTHENTICATED') end(error);
    }
  }

  const timer = options.check && setInterval(() => void look(), options.checkMs ?? tokenCheckMs);
  timer?.unref();
  if (options.signal.aborted) leave();
  else options.signal.addEventListener('abort', leave);
  return {
    signal: controller.signal,
    failure: () => failure,
    end,
    release() {
      clearInterval(timer);
      options.signal.removeEventListener('abort', leave);
      controller.abort();
    },
  };
}

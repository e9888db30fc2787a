import { setMaxListeners } from 'node:events';

/** One who waits for the answer of a call. */
export interface Sharer<T> {
  /** Aborted when this one does not wait any more; made when first asked for. */
  signal: (() => AbortSignal) | undefined;
  /** Makes the call, for all who share it. @param signal aborted when nobody waits any more. */
  start: (signal: () => AbortSignal) => Promise<T>;
}

export interface SharedCalls<T> {
  /**
   * @param key equal for calls that have the same answer.
   * @returns the answer of a call that began after this one was asked for: whoever has changed something sees the change.
   */
  call(key: string, sharer: Sharer<T>): Promise<T>;
}

/** Those who share a call that has not begun. */
interface Gathering<T> {
  sharers: Sharer<T>[];
  promise: Promise<T>;
  begin: () => void;
}

/** What is known of a key while somebody waits for it. */
interface Calls<T> {
  /** Calls that have begun and not ended (count). */
  underWay: number;
  next: Gathering<T> | undefined;
}

/**
 * Equal calls at the same time become few. Those that come in the same turn of the event loop are one. A call that is
 * under way is not joined, since it may have read what has changed since: all who come meanwhile share the one after it.
 * That begins when the call ends, and no later than `patienceMs`, so that nobody waits long for a slow one.
 *
 * @param options.patienceMs milliseconds that a call is put off at most.
 * @param options.onShared told how many calls were saved.
 */
export function createSharedCalls<T>(options: {
  patienceMs: number;
  onShared?: (calls: number) => void;
}): SharedCalls<T> {
  const known = new Map<string, Calls<T>>();

  async function make(key: string, calls: Calls<T>, sharers: readonly Sharer<T>[]): Promise<T> {
    const [first] = sharers;
    if (!first) throw new Error('A call needs somebody who waits for it.');
    const { signal, release } = signalOfAll(sharers);
    calls.underWay += 1;
    try {
      return await first.start(signal);
    } finally {
      release();
      calls.underWay -= 1;
      if (calls.next) calls.next.begin();
      else if (calls.underWay === 0) known.delete(key);
    }
  }

  function gather(key: string, calls: Calls<T>): Gathering<T> {
    const sharers: Sharer<T>[] = [];
    let settle: (answer: Promise<T>) => void = () => undefined;
    const promise = new Promise<T>((resolve) => {
      settle = resolve;
    });
    let cancel = (): void => undefined;
    const begin = (): void => {
      cancel();
      calls.next = undefined;
      if (sharers.length > 1) options.onShared?.(sharers.length - 1);
      settle(make(key, calls, sharers));
    };
    if (calls.underWay === 0) setImmediate(begin);
    else {
      const timer = setTimeout(begin, options.patienceMs);
      cancel = () => {
        clearTimeout(timer);
      };
    }
    return { sharers, promise, begin };
  }

  return {
    call(key, sharer) {
      let calls = known.get(key);
      if (!calls) {
        calls = { underWay: 0, next: undefined };
        known.set(key, calls);
      }
      calls.next ??= gather(key, calls);
      calls.next.sharers.push(sharer);
      return calls.next.promise;
    },
  };
}

/** A signal that is aborted when all have gone; made when first asked for. */
function signalOfAll(sharers: readonly Sharer<unknown>[]): { signal: () => AbortSignal; release: () => void } {
  const [first] = sharers;
  if (sharers.length === 1 && first?.signal) return { signal: first.signal, release: () => undefined };
  let controller: AbortController | undefined;
  const watched: AbortSignal[] = [];
  let left = sharers.length;
  const gone = (): void => {
    left -= 1;
    if (left === 0) controller?.abort();
  };
  const make = (): AbortController => {
    const made = new AbortController();
    // As many listen as calls are made.
    setMaxListeners(0, made.signal);
    controller = made;
    for (const { signal } of sharers) {
      // Who has no signal does not go.
      const theirs = signal?.();
      if (!theirs) continue;
      if (theirs.aborted) gone();
      else {
        theirs.addEventListener('abort', gone);
        watched.push(theirs);
      }
    }
    return made;
  };
  return {
    signal: () => (controller ?? make()).signal,
    release: () => {
      for (const signal of watched) signal.removeEventListener('abort', gone);
    },
  };
}

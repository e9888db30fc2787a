/** What one watcher has not taken yet. It ends once, by itself or with an error; what came before is still given out. */
export interface WatchQueue<T> extends AsyncIterableIterator<T> {
  /** False when the queue was full: the watcher is to be ended then. */
  push(item: T): boolean;
  /** No more comes; whoever waits is told at once. With an error, that is thrown after what is in the queue. */
  end(error?: Error): void;
  return(): Promise<IteratorResult<T, undefined>>;
}

/**
 * @param rowsMax most items that wait (count).
 * @param onEnd called once, when nothing more is wanted or comes.
 */
export function createWatchQueue<T>(rowsMax: number, onEnd: () => void): WatchQueue<T> {
  let items: T[] = [];
  let ended = false;
  let failure: Error | undefined;
  let waiting: { resolve: (result: IteratorResult<T, undefined>) => void; reject: (error: Error) => void }[] = [];
  const done = { done: true, value: undefined } as const;

  function end(error?: Error): void {
    if (ended) return;
    ended = true;
    const waiters = waiting;
    waiting = [];
    for (const [index, waiter] of waiters.entries()) {
      if (index === 0 && error) waiter.reject(error);
      else waiter.resolve(done);
    }
    if (waiters.length === 0) failure = error;
    onEnd();
  }

  const queue: WatchQueue<T> = {
    [Symbol.asyncIterator]: () => queue,
    push(item) {
      if (ended) return true;
      const waiter = waiting.shift();
      if (waiter) waiter.resolve({ done: false, value: item });
      else if (items.length >= rowsMax) return false;
      else items.push(item);
      return true;
    },
    end,
    next() {
      const [item] = items;
      if (item !== undefined) {
        items.shift();
        return Promise.resolve({ done: false, value: item });
      }
      if (failure) {
        const error = failure;
        failure = undefined;
        return Promise.reject(error);
      }
      if (ended) return Promise.resolve(done);
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
      });
    },
    return() {
      items = [];
      failure = undefined;
      end();
      return Promise.resolve(done);
    },
  };
  return queue;
}

import { getHeapStatistics } from 'node:v8';
import { AppError } from '@ruzlet/platform/errors';

/** When new requests are turned away, so that those under way are answered. */
export interface LoadSettings {
  /** Requests that are being answered (count). */
  requestsInFlightMax: number;
  /** Bytes of request bodies that are being answered, together. */
  bodyBytesInFlightMax: number;
  /** Share of the heap's limit that may be in use (0 to 1). */
  heapShareMax: number;
}

export interface LoadGuard {
  /** @throws AppError SERVICE_UNAVAILABLE when there is too much to do. @returns what to call at the end. */
  enter(): LoadTicket;
  inFlight(): number;
  close(): void;
}

export interface LoadTicket {
  /** Counts what was read of the body. @throws AppError SERVICE_UNAVAILABLE when bodies take too much memory. */
  hold(bytes: number): void;
  leave(): void;
}

/** How often the heap is looked at (milliseconds): a look takes a fraction of a millisecond. */
const lookEveryMs = 200;

/**
 * Sheds load before memory runs out: a request that is refused at once costs nothing, and its client may try again; a
 * process that dies loses all requests.
 */
export function createLoadGuard(
  settings: LoadSettings,
  { heapShare = currentHeapShare, onShed }: { heapShare?: () => number; onShed: (why: string) => void },
): LoadGuard {
  let requests = 0;
  let bytesHeld = 0;
  let full = false;
  const timer = setInterval(() => {
    full = heapShare() > settings.heapShareMax;
  }, lookEveryMs);
  timer.unref();

  function shed(why: string): never {
    onShed(why);
    throw new AppError('SERVICE_UNAVAILABLE', 'There is too much to do right now: try again in a moment.', {
      retryAfterMs: 1_000,
    });
  }

  return {
    enter() {
      if (requests >= settings.requestsInFlightMax) shed('requests');
      // Asked again right now: what was true a moment ago may be over, and refusing is the exception.
      if (full && (full = heapShare() > settings.heapShareMax)) shed('heap');
      requests += 1;
      let mine = 0;
      let left = false;
      return {
        hold(bytes) {
          if (bytesHeld + bytes > settings.bodyBytesInFlightMax) shed('bodies');
          bytesHeld += bytes;
          mine += bytes;
        },
        leave() {
          if (left) return;
          left = true;
          requests -= 1;
          bytesHeld -= mine;
        },
      };
    },
    inFlight: () => requests,
    close() {
      clearInterval(timer);
    },
  };
}

function currentHeapShare(): number {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return used / limit;
}

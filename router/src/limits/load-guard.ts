import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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
  /** A request has come; its body may take its time. @throws AppError SERVICE_UNAVAILABLE when there is too much to do. */
  enter(): LoadTicket;
  /** Requests that have begun and not left (count). */
  inFlight(): number;
  close(): void;
}

export interface LoadTicket {
  /** Counts what was read of the body. @throws AppError SERVICE_UNAVAILABLE when bodies take too much memory. */
  hold(bytes: number): void;
  /**
   * The request is here in whole: from now on it counts. Before, those that are sent slowly would take the place of all others.
   *
   * @throws AppError SERVICE_UNAVAILABLE when there is too much to do.
   */
  begin(): void;
  /** To be called at the end, whatever came of it. */
  leave(): void;
}

/** How often the heap is looked at (milliseconds): a look takes a fraction of a millisecond. */
const lookEveryMs = 200;
/** Milliseconds between two collections that are asked for. */
const collectEveryMs = 5_000;

/**
 * Sheds load before memory runs out: a request that is refused at once costs nothing, and its client may try again; a
 * process that dies loses all requests.
 */
export function createLoadGuard(
  settings: LoadSettings,
  {
    heapShare = currentHeapShare,
    collect = collectGarbage,
    onShed,
  }: { heapShare?: () => number; collect?: () => void; onShed: (why: string) => void },
): LoadGuard {
  let requests = 0;
  let bytesHeld = 0;
  let full = false;
  let collectedMs = Number.NEGATIVE_INFINITY;
  const timer = setInterval(() => {
    full = heapShare() > settings.heapShareMax;
    // What is in use counts garbage as well, and nobody collects that while all are turned away.
    if (!full || requests > 0 || performance.now() - collectedMs < collectEveryMs) return;
    collectedMs = performance.now();
    collect();
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
      let mine = 0;
      let counts = 0;
      return {
        hold(bytes) {
          if (bytesHeld + bytes > settings.bodyBytesInFlightMax) shed('bodies');
          bytesHeld += bytes;
          mine += bytes;
        },
        begin() {
          if (requests >= settings.requestsInFlightMax) shed('requests');
          counts = 1;
          requests += 1;
        },
        leave() {
          requests -= counts;
          bytesHeld -= mine;
          counts = 0;
          mine = 0;
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

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collector: unknown = runInNewContext('gc');
  if (typeof collector === 'function') Reflect.apply(collector, undefined, []);
}

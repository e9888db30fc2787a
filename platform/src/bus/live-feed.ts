import { AppError } from '../errors.js';
import { newId } from '../ids.js';
import type { Logger } from '../log.js';
import type { Bus, Subscription } from './bus.js';

/** Events that wait for one listener (count); a listener that falls further behind is let go. */
export const liveEventsWaitingMax = 500;
/** Listeners of one feed (count). */
export const liveListenersMax = 10_000;

/** Events as they happen, for whoever listens right now. Nothing is kept: who was not there has missed them. */
export interface LiveFeed<E> {
  start(): Promise<void>;
  /**
   * @throws AppError SERVICE_UNAVAILABLE when there are too many listeners; the stream throws the same when its reader
   * falls behind.
   */
  listen(wanted: (event: E) => boolean): AsyncIterableIterator<E>;
  close(): Promise<void>;
}

interface Listener<E> {
  offer(event: E): void;
  end(): void;
}

export function createLiveFeed<E>(options: {
  bus: Bus;
  /** Whose feed it is. Every process listens for itself, under a name of its own. */
  name: string;
  topics: string[];
  decode: (text: string) => E;
  logger: Logger;
  waitingMax?: number;
}): LiveFeed<E> {
  const { bus, name, topics, decode, logger, waitingMax = liveEventsWaitingMax } = options;
  const listeners = new Set<Listener<E>>();
  let subscription: Subscription | undefined;

  return {
    async start() {
      subscription = await bus.subscribe({
        group: `${name}-live-${newId()}`,
        topics,
        ephemeral: true,
        handle: (batch) => {
          if (listeners.size === 0) return Promise.resolve();
          for (const { value } of batch) {
            let event: E;
            try {
              event = decode(value);
            } catch (error) {
              // The consumers that keep state make a dead letter of it.
              logger.debug({ err: error }, 'a message that is no event was not told to listeners');
              continue;
            }
            for (const listener of listeners) listener.offer(event);
          }
          return Promise.resolve();
        },
      });
    },
    listen(wanted) {
      if (listeners.size >= liveListenersMax) {
        throw new AppError('SERVICE_UNAVAILABLE', 'Too many clients listen right now: try again later.');
      }
      return createListener(listeners, wanted, waitingMax);
    },
    async close() {
      for (const listener of listeners) listener.end();
      await subscription?.close();
    },
  };
}

function createListener<E>(
  listeners: Set<Listener<E>>,
  wanted: (event: E) => boolean,
  waitingMax: number,
): AsyncIterableIterator<E> {
  const waiting: E[] = [];
  let wake: (() => void) | undefined;
  let state: 'open' | 'ended' | 'overrun' = 'open';

  function finish(how: 'ended' | 'overrun'): void {
    if (state === 'open') state = how;
    listeners.delete(listener);
    wake?.();
  }

  const listener: Listener<E> = {
    offer(event) {
      if (!wanted(event)) return;
      if (waiting.length >= waitingMax) {
        finish('overrun');
        return;
      }
      waiting.push(event);
      wake?.();
    },
    end: () => {
      finish('ended');
    },
  };
  listeners.add(listener);

  return {
    async next() {
      for (;;) {
        const event = waiting.shift();
        if (event !== undefined) return { done: false, value: event };
        if (state === 'overrun') {
          state = 'ended';
          throw new AppError('SERVICE_UNAVAILABLE', 'The client reads too slowly: subscribe again.');
        }
        if (state === 'ended') return { done: true, value: undefined };
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    return() {
      waiting.length = 0;
      finish('ended');
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

import type { Bus, IncomingMessage, Subscription } from '../bus/bus.js';
import { AppError } from '../errors.js';
import type { Logger } from '../log.js';
import { createWatchQueue, type WatchQueue } from './watch-queue.js';

export const liveLimits = {
  /** Events that wait for one watcher that is slower than they come (count). */
  waitingRowsMax: 256,
  /** Watchers in this process (count). */
  watchersMax: 20_000,
};

export interface LiveFeedOptions<E> {
  bus: Bus;
  topics: string[];
  /** Throws for text that is no event: consumers make a dead letter of it, here it is passed over. */
  decode: (text: string) => E;
  /** Names of what an event is about; whoever watches one of them gets it. None: nobody does. */
  channelsOf: (event: E) => readonly string[];
  logger: Logger;
  limits?: Partial<typeof liveLimits>;
}

/** What happens, told to those in this process who watch it. */
export interface LiveFeed<E> {
  start(): Promise<void>;
  /**
   * Events of a channel from now on, until `signal` aborts. Whoever does not keep up, and everybody when events may have
   * been missed, gets an AppError EVENTS_MISSED after what is still there.
   *
   * @throws AppError SERVICE_UNAVAILABLE when too many watch already.
   */
  watch(channel: string, signal: AbortSignal): AsyncIterableIterator<E>;
  /** Watchers right now (count). */
  watchers(): number;
  /** Ends all watchers: they are to come again, perhaps to another process. */
  close(): Promise<void>;
}

const tooSlow = 'This subscription did not keep up with its events: subscribe again, and read the state again.';
const interrupted = 'Events may have been missed: subscribe again, and read the state again.';
const stopping = 'The service stops: subscribe again in a moment.';

/**
 * A fan-out of bus events to live watchers. It overhears the bus instead of subscribing to it, so that each process sees
 * each event and none is taken from a consumer. An event costs what its watchers cost, however many others there are.
 */
export function createLiveFeed<E>(options: LiveFeedOptions<E>): LiveFeed<E> {
  const { bus, logger } = options;
  const limits = { ...liveLimits, ...options.limits };
  const channels = new Map<string, Set<WatchQueue<E>>>();
  let watchers = 0;
  let listening: Subscription | undefined;
  let closed = false;

  function take(messages: IncomingMessage[]): void {
    if (watchers === 0) return;
    for (const message of messages) {
      let event: E;
      let about: readonly string[];
      try {
        event = options.decode(message.value);
        about = options.channelsOf(event);
      } catch (error) {
        logger.debug({ err: error, topic: message.topic, position: message.position }, 'not an event: nobody is told');
        continue;
      }
      for (const channel of about) tell(channel, event);
    }
  }

  function tell(channel: string, event: E): void {
    for (const queue of channels.get(channel) ?? []) {
      if (!queue.push(event)) queue.end(new AppError('EVENTS_MISSED', tooSlow));
    }
  }

  function endAll(error: () => AppError): void {
    for (const queue of [...channels.values()].flatMap((ofChannel) => [...ofChannel])) queue.end(error());
  }

  return {
    async start() {
      listening = await bus.listen({
        topics: options.topics,
        onMessages: take,
        onGap: () => {
          endAll(() => new AppError('EVENTS_MISSED', interrupted));
        },
      });
    },
    watch(channel, signal) {
      if (closed) throw new AppError('SERVICE_UNAVAILABLE', stopping);
      if (watchers >= limits.watchersMax) {
        throw new AppError('SERVICE_UNAVAILABLE', 'Too many subscriptions are open right now: try again later.');
      }
      const ofChannel = channels.get(channel) ?? new Set();
      channels.set(channel, ofChannel);
      const leave = (): void => {
        queue.end();
      };
      const queue = createWatchQueue<E>(limits.waitingRowsMax, () => {
        watchers -= 1;
        signal.removeEventListener('abort', leave);
        ofChannel.delete(queue);
        if (ofChannel.size === 0 && channels.get(channel) === ofChannel) channels.delete(channel);
      });
      watchers += 1;
      ofChannel.add(queue);
      if (signal.aborted) leave();
      else signal.addEventListener('abort', leave);
      return queue;
    },
    watchers: () => watchers,
    async close() {
      closed = true;
      endAll(() => new AppError('SERVICE_UNAVAILABLE', stopping));
      await listening?.close();
    },
  };
}

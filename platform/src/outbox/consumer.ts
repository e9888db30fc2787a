import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { backOffMs, pause, type BackOff } from '../bus/back-off.js';
import type { Bus, IncomingMessage, Subscription } from '../bus/bus.js';
import { systemClock, type Clock } from '../clock.js';
import { isUuid } from '../ids.js';
import type { Logger } from '../log.js';
import type { Db } from '../postgres/database.js';
import { createArrivals, type Arrivals } from './arrivals.js';
import { replayedFor, toDeadLetter } from './dead-letters.js';
import { ForgottenEventError, pruneInbox, receiveAll, receiveOnce } from './inbox.js';
import { handleLanes } from './lanes.js';
import { isOutage } from './outage.js';
import { createWakeUp } from './wake-up.js';

export interface ConsumerOptions<S extends Record<string, unknown>, E extends { id: string; type: string }> {
  bus: Bus;
  /** Names the consumer, to the bus and in the inbox. Never changes: a new name handles everything again. */
  group: string;
  topics: string[];
  db: PostgresJsDatabase<S>;
  /** Throws for text that is no event: it becomes a dead letter at once. */
  decode: (text: string) => E;
  /** Events that it declines are acknowledged without a transaction and without a trace in the inbox. */
  wants?: (event: E) => boolean;
  /** Runs in the transaction that notes the event in the inbox: all it writes there happens exactly once. */
  handle: (tx: Db<S>, event: E) => Promise<void>;
  /**
   * Events that may be handled as a set: of a batch, those that it takes go through one transaction, those of one key in order. When that fails they are handled
   * one by one, as without it.
   */
  together?: Together<S, E>;
  logger: Logger;
  /** Attempts before an event becomes a dead letter (count). */
  attemptsMax?: number;
  /** Keys that are handled at the same time (count). One key is always handled in order. */
  keysParallelMax?: number;
  batchRowsMax?: number;
  /** How long the inbox remembers; at least as long as the bus keeps messages (days). */
  inboxRetentionDays?: number;
  /** Events of a topic that the inbox remembers at most (count); it grows by a tenth more until the oldest are forgotten. */
  inboxRowsMax?: number;
  /** Told after every commit. Several consumers may share one. */
  arrivals?: Arrivals;
  clock?: Clock;
  retry?: BackOff;
}

export interface Together<S extends Record<string, unknown>, E> {
  takes: (event: E) => boolean;
  /** Does the same as handling each of the events in turn. */
  handle: (tx: Db<S>, events: E[]) => Promise<void>;
}

/** A message that says something: an event, or why it is none. */
type Read<E> = { message: IncomingMessage } & ({ event: E } | { error: unknown });

/** Whose dead letter a message was before somebody sent it again, if it was one. */
type Replay = 'OURS' | 'OF_OTHERS' | undefined;

export interface Consumer {
  start(): Promise<void>;
  /** Lets the running batch finish; a message that keeps failing comes again after the next start. */
  close(): Promise<void>;
  /** Wakes reads that wait for something to arrive. */
  readonly arrivals: Arrivals;
}

const retryDefault: BackOff = { firstMs: 100, maxMs: 5_000 };
const pruneIntervalMs = 60 * 60 * 1_000;
/** About 150 MB with the index. At fifty events a second a repetition is known for more than five hours. */
const inboxRowsMaxDefault = 1_000_000;
/** The inbox is pruned when it has grown by this share of its rows. */
const pruneShare = 0.1;

/**
 * Handles events from the bus exactly once, in order of key. An event whose handler keeps failing becomes a dead letter
 * (`<topic>.dlq`), and those behind it go on. A database that is away is no fault of the event: that is waited for, however long.
 */
export function createConsumer<S extends Record<string, unknown>, E extends { id: string; type: string }>(
  options: ConsumerOptions<S, E>,
): Consumer {
  const {
    bus,
    group,
    db,
    logger,
    together,
    clock = systemClock,
    arrivals = createArrivals(),
    retry = retryDefault,
  } = options;
  const attemptsMax = options.attemptsMax ?? 5;
  const closing = new AbortController();
  const { signal } = closing;
  const isClosing = (): boolean => signal.aborted;
  let subscription: Subscription | undefined;
  let pruning: Promise<void> | undefined;
  const inboxRowsMax = options.inboxRowsMax ?? inboxRowsMaxDefault;
  const full = createWakeUp();
  let noted = 0;

  function read(message: IncomingMessage): Read<E> {
    try {
      const event = options.decode(message.value);
      if (!isUuid(event.id)) throw new Error(`the event id ${JSON.stringify(event.id)} is not a UUID`);
      return { message, event };
    } catch (error) {
      return { message, error };
    }
  }

  async function handleBatch(batch: IncomingMessage[]): Promise<void> {
    const wanted = batch.map(read).filter((one) => !('event' in one) || !options.wants || options.wants(one.event));
    await handleLanes(wanted, {
      laneOf: ({ message }) => `${message.topic}\n${message.key}`,
      lanesMax: options.keysParallelMax ?? 4,
      one: handleMessage,
      ...(together && { together: { takes, all: (messages) => handleSet(together, messages) } }),
    });
  }

  async function handleMessage(one: Read<E>): Promise<void> {
    const { message } = one;
    if ('error' in one) {
      await bury(message, one.error);
      return;
    }
    const replay = replayedFor(message);
    await handleEvent(message, one.event, replay && (replay.includes(group) ? 'OURS' : 'OF_OTHERS'));
  }

  /** What was a dead letter goes its own way. */
  function takes(one: Read<E>): boolean {
    return 'event' in one && together?.takes(one.event) === true && replayedFor(one.message) === undefined;
  }

  /** False when the set could not be handled: nothing of it has had an effect then. */
  async function handleSet({ handle }: Together<S, E>, messages: Read<E>[]): Promise<boolean> {
    const byTopic = new Map<string, Map<string, E>>();
    for (const one of messages) {
      if (!('event' in one)) return false;
      const { topic } = one.message;
      const events = byTopic.get(topic) ?? new Map<string, E>();
      byTopic.set(topic, events);
      // The first of two deliveries counts.
      const id = one.event.id.toLowerCase();
      if (!events.has(id)) events.set(id, one.event);
    }
    try {
      const received = await db.transaction(async (tx) => {
        let rows = 0;
        for (const [topic, events] of byTopic) {
          const news = await receiveAll(tx, { consumer: group, topic }, [...events.keys()]);
          rows += news.size;
          const toHandle = [...events].filter(([id]) => news.has(id)).map(([, event]) => event);
          if (toHandle.length > 0) await handle(tx, toHandle);
        }
        return rows;
      });
      count(received);
      arrivals.notify();
      return true;
    } catch (error) {
      logger.debug({ err: error, group, events: messages.length }, 'a set of events failed: one by one');
      return false;
    }
  }

  async function handleEvent(message: IncomingMessage, event: E, replay: Replay): Promise<void> {
    let attempts = 0;
    for (let failures = 1; ; failures += 1) {
      try {
        await handleOnce(message.topic, event, replay === 'OURS');
        arrivals.notify();
        return;
      } catch (error) {
        if (error instanceof ForgottenEventError) {
          // It was put aside by somebody else, and we had our turn long ago.
          if (replay !== 'OF_OTHERS') await bury(message, error);
          return;
        }
        const outage = isOutage(error);
        if (!outage) attempts += 1;
        if (attempts >= attemptsMax) {
          await bury(message, error);
          return;
        }
        if (failures === 1)
          logger.warn({ err: error, group, eventId: event.id, type: event.type }, 'an event failed: again');
        await pause(backOffMs(failures, retry), signal);
        // Not handled, so not acknowledged: the bus delivers it again after the next start.
        if (isClosing()) throw error;
      }
    }
  }

  async function handleOnce(topic: string, event: E, known: boolean): Promise<void> {
    const isNew = await db.transaction(async (tx) => {
      const received = await receiveOnce(tx, { consumer: group, topic }, event.id, known);
      if (received) await options.handle(tx, event);
      return received;
    });
    count(isNew ? 1 : 0);
  }

  function count(received: number): void {
    noted += received;
    if (noted >= inboxRowsMax * pruneShare) full.ring();
  }

  /**
   * Sends a dead letter, and waits until the bus has it. It is not noted in the inbox: whoever mends the fault may publish the
   * same event again.
   */
  async function bury(message: IncomingMessage, reason: unknown): Promise<void> {
    const place = { group, topic: message.topic, key: message.key, position: message.position };
    const letter = toDeadLetter(message, { error: reason, group, failedAt: clock.now() });
    for (let attempt = 1; ; attempt += 1) {
      try {
        await bus.publish([letter]);
        logger.error({ err: reason, ...place }, 'a message became a dead letter');
        return;
      } catch (error) {
        if (attempt === 1) logger.error({ err: error, ...place }, 'a dead letter could not be published: again');
        await pause(backOffMs(attempt, retry), signal);
        if (isClosing()) throw error;
      }
    }
  }

  async function pruneNowAndThen(): Promise<void> {
    while (!isClosing()) {
      noted = 0;
      try {
        const limits = { retentionDays: options.inboxRetentionDays ?? 7, rowsMax: inboxRowsMax, signal };
        for (const topic of options.topics) await pruneInbox(db, { consumer: group, topic }, limits);
      } catch (error) {
        if (!isClosing()) logger.warn({ err: error, group }, 'the inbox was not pruned: the next round will do it');
      }
      await full.sleep(pruneIntervalMs, signal);
    }
  }

  return {
    arrivals,
    async start() {
      subscription = await bus.subscribe({
        group,
        topics: options.topics,
        ...(options.batchRowsMax !== undefined && { batchRowsMax: options.batchRowsMax }),
        handle: handleBatch,
      });
      pruning = pruneNowAndThen();
    },
    async close() {
      closing.abort();
      await subscription?.close();
      await pruning;
    },
  };
}

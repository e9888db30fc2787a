import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { backOffMs, pause, type BackOff } from '../bus/back-off.js';
import type { Bus, IncomingMessage, Subscription } from '../bus/bus.js';
import { systemClock, type Clock } from '../clock.js';
import { isUuid } from '../ids.js';
import type { Logger } from '../log.js';
import type { Db } from '../postgres/database.js';
import { createArrivals, type Arrivals } from './arrivals.js';
import { toDeadLetter } from './dead-letters.js';
import { pruneInbox, receiveOnce } from './inbox.js';
import { handleLanes } from './lanes.js';
import { isOutage } from './outage.js';

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
  logger: Logger;
  /** Attempts before an event becomes a dead letter (count). */
  attemptsMax?: number;
  /** Keys that are handled at the same time (count). One key is always handled in order. */
  keysParallelMax?: number;
  batchRowsMax?: number;
  /** How long the inbox remembers; at least as long as the bus keeps messages (days). */
  inboxRetentionDays?: number;
  /** Told after every commit. Several consumers may share one. */
  arrivals?: Arrivals;
  clock?: Clock;
  retry?: BackOff;
}

export interface Consumer {
  start(): Promise<void>;
  /** Lets the running batch finish; a message that keeps failing comes again after the next start. */
  close(): Promise<void>;
  /** Wakes reads that wait for something to arrive. */
  readonly arrivals: Arrivals;
}

const retryDefault: BackOff = { firstMs: 100, maxMs: 5_000 };
const pruneIntervalMs = 60 * 60 * 1_000;

/**
 * Handles events from the bus exactly once, in order of key. An event whose handler keeps failing becomes a dead letter
 * (`<topic>.dlq`), and those behind it go on. A database that is away is no fault of the event: that is waited for, however long.
 */
export function createConsumer<S extends Record<string, unknown>, E extends { id: string; type: string }>(
  options: ConsumerOptions<S, E>,
): Consumer {
  const { bus, group, db, logger, clock = systemClock, arrivals = createArrivals(), retry = retryDefault } = options;
  const attemptsMax = options.attemptsMax ?? 5;
  const closing = new AbortController();
  const { signal } = closing;
  const isClosing = (): boolean => signal.aborted;
  let subscription: Subscription | undefined;
  let pruning: Promise<void> | undefined;

  async function handleMessage(message: IncomingMessage): Promise<void> {
    let event: E;
    try {
      event = options.decode(message.value);
      if (!isUuid(event.id)) throw new Error(`the event id ${JSON.stringify(event.id)} is not a UUID`);
    } catch (error) {
      await bury(message, error);
      return;
    }
    if (options.wants && !options.wants(event)) return;
    await handleEvent(message, event);
  }

  async function handleEvent(message: IncomingMessage, event: E): Promise<void> {
    let attempts = 0;
    for (let failures = 1; ; failures += 1) {
      try {
        await handleOnce(event);
        arrivals.notify();
        return;
      } catch (error) {
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

  async function handleOnce(event: E): Promise<void> {
    await db.transaction(async (tx) => {
      if (await receiveOnce(tx, group, event.id)) await options.handle(tx, event);
    });
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
      try {
        await pruneInbox(db, { consumer: group, retentionDays: options.inboxRetentionDays ?? 7, signal });
      } catch (error) {
        if (!isClosing()) logger.warn({ err: error, group }, 'the inbox was not pruned: the next round will do it');
      }
      await pause(pruneIntervalMs, signal);
    }
  }

  return {
    arrivals,
    async start() {
      subscription = await bus.subscribe({
        group,
        topics: options.topics,
        ...(options.batchRowsMax !== undefined && { batchRowsMax: options.batchRowsMax }),
        handle: (batch) => handleLanes(batch, options.keysParallelMax ?? 4, handleMessage),
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

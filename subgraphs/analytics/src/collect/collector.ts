import type { ClickHouseClient } from '@clickhouse/client';
import { decodeEvent } from '@ruzlet/contracts/codec';
import { topics } from '@ruzlet/contracts/topics';
import type { Bus, IncomingMessage, Subscription } from '@ruzlet/platform/bus/bus';
import type { Clock } from '@ruzlet/platform/clock';
import type { Logger } from '@ruzlet/platform/log';
import { toDeadLetter } from '@ruzlet/platform/outbox/dead-letters';
import { batchLimitsDefault, createBatcher, type BatchLimits } from './batcher.js';
import type { AnalyticsDb } from '../storage/database.js';
import { eventRow } from '../storage/event-row.js';
import { checkTimes } from './plausible-time.js';
import { writeBatch, type Collected } from './write-batch.js';

export const collectorGroup = 'analytics-collector';

/** What a row weighs beside its data (bytes), near enough for a limit. */
const rowOverheadBytes = 400;

export interface Collector {
  start(): Promise<void>;
  /** Lets the running batch reach ClickHouse, then stops. */
  close(): Promise<void>;
}

/**
 * All four topics into ClickHouse: decode, make rows, gather them into batches, insert, and only then acknowledge. What
 * cannot be decoded goes to the topic's dead letters, and the rest goes on.
 *
 * A crash between insert and acknowledgement brings the batch again; that changes no figure (see queries/run-query.ts).
 * While ClickHouse is away, inserts fail, the bus keeps the batch and tries again with back-off.
 */
export function createCollector(options: {
  bus: Bus;
  writer: ClickHouseClient;
  db: AnalyticsDb;
  clock: Clock;
  logger: Logger;
  limits?: BatchLimits;
}): Collector {
  const { bus, writer, db, clock, logger, limits = batchLimitsDefault } = options;
  const batcher = createBatcher<Collected>(
    (batch) => writeBatch({ writer, db, clock }, batch),
    ({ row }) => row.data.length + rowOverheadBytes,
    limits,
  );
  let subscription: Subscription | undefined;

  async function handle(messages: IncomingMessage[]): Promise<void> {
    const now = clock.now();
    const outcomes = messages.map((message) => decode(message, now));
    const rows = outcomes.flatMap((outcome) => ('row' in outcome ? [outcome] : []));
    const letters = outcomes.flatMap((outcome) =>
      'error' in outcome
        ? [toDeadLetter(outcome.message, { error: outcome.error, group: collectorGroup, failedAt: now })]
        : [],
    );
    if (letters.length > 0) logger.warn({ letters: letters.length }, 'messages that cannot be taken were put aside');
    await Promise.all([batcher.add(rows), letters.length > 0 ? bus.publish(letters) : undefined]);
  }

  return {
    start: async () => {
      subscription = await bus.subscribe({
        group: collectorGroup,
        topics: [...topics],
        batchRowsMax: limits.collectBatchRowsMax,
        handle,
      });
    },
    close: async () => subscription?.close(),
  };
}

/**
 * Never throws: one message that cannot be taken, even by a fault of ours, must not keep back the others of its batch.
 */
function decode(message: IncomingMessage, now: Date): Collected | { message: IncomingMessage; error: unknown } {
  try {
    const event = decodeEvent(message.value);
    checkTimes(event, now);
    return { event, row: eventRow(event, message.topic, now) };
  } catch (error) {
    return { message, error };
  }
}

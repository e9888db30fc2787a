import type postgres from 'postgres';
import { backOffMs, pause, type BackOff } from '../bus/back-off.js';
import { BusClosedError, type Bus, type OutgoingMessage } from '../bus/bus.js';
import type { Logger } from '../log.js';
import { eventContentType } from './events.js';
import { LeadLostError, openRelaySession, type OutboxRow, type RelaySession } from './relay-session.js';
import { createWakeUp } from './wake-up.js';

export interface RelayOptions {
  sql: postgres.Sql;
  bus: Bus;
  logger: Logger;
  /** Most events of one publish (count). */
  relayBatchRowsMax?: number;
  /** A publish takes no more events once it has so many bytes; one event more may cross the line. */
  relayBatchBytesMax?: number;
  /** How often to look without having been called, in case a notification was lost (milliseconds). */
  safetyPollMs?: number;
  /** How often a standby asks for the lead (milliseconds). */
  standbyMs?: number;
  /** How long `close` waits for the running batch (milliseconds). */
  closeTimeoutMs?: number;
  retry?: BackOff;
}

export interface RelayLag {
  /** Events that the bus has not acknowledged yet (count). */
  rows: number;
  /** Age of the oldest of them (milliseconds), 0 when there is none. */
  oldestMs: number;
}

export interface Relay {
  /** Begins in the background; a database or a bus that is away is waited for. */
  start(): Promise<void>;
  /** Lets the running batch finish within `closeTimeoutMs`; what is not acknowledged by then is published again later. */
  close(): Promise<void>;
  lag(): Promise<RelayLag>;
}

const retryDefault: BackOff = { firstMs: 100, maxMs: 5_000 };

/**
 * Carries events from the outbox to the bus, in the order of their positions, and removes what the bus has acknowledged. A crash
 * in between publishes again: at least once, and never out of order. Of all relays of a database one works, the others stand by.
 */
export function createRelay(options: RelayOptions): Relay {
  const { sql, bus, logger, retry = retryDefault } = options;
  const limit = { rowsMax: options.relayBatchRowsMax ?? 500, bytesMax: options.relayBatchBytesMax ?? 4_000_000 };
  const safetyPollMs = options.safetyPollMs ?? 5_000;
  const standbyMs = options.standbyMs ?? 1_000;
  const closeTimeoutMs = options.closeTimeoutMs ?? 5_000;

  const closing = new AbortController();
  const { signal } = closing;
  const wakeUp = createWakeUp();
  let session: RelaySession | undefined;
  let running: Promise<void> | undefined;
  let failures = 0;

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const current = openRelaySession(sql);
      session = current;
      try {
        await takeLead(current);
        await drain(current);
      } catch (error) {
        await failed(error);
      } finally {
        // Its connection may be broken: then there is nothing to end.
        await current.close().catch(() => undefined);
      }
    }
  }

  async function takeLead(current: RelaySession): Promise<void> {
    while (!signal.aborted) {
      if (await current.tryLead()) {
        await current.listen(() => {
          wakeUp.ring();
        });
        logger.debug('this relay leads');
        return;
      }
      // With jitter, so that several standbys do not ask in step.
      await pause(backOffMs(1, { firstMs: standbyMs, maxMs: standbyMs }), signal);
    }
  }

  async function drain(current: RelaySession): Promise<void> {
    while (!signal.aborted) {
      const rows = await current.read(limit);
      if (rows.length === 0) {
        recovered();
        await wakeUp.sleep(safetyPollMs, signal);
      } else if (await published(rows)) {
        await current.remove(rows);
        recovered();
      }
    }
  }

  /** False when the bus did not take them: they are read and published again. */
  async function published(rows: OutboxRow[]): Promise<boolean> {
    try {
      await bus.publish(rows.map(toMessage));
      return true;
    } catch (error) {
      await failed(error);
      return false;
    }
  }

  async function failed(error: unknown): Promise<void> {
    if (signal.aborted) return;
    failures += 1;
    // Handing over the lead and closing down are no faults. Of a streak of failures the log gets the first.
    const expected = error instanceof BusClosedError || error instanceof LeadLostError;
    if (expected) logger.debug({ err: error }, 'the relay pauses');
    else if (failures === 1) logger.error({ err: error }, 'the relay failed: it tries again until it succeeds');
    await pause(backOffMs(failures, retry), signal);
  }

  function recovered(): void {
    if (failures > 0) logger.info({ failures }, 'the relay works again');
    failures = 0;
  }

  async function close(): Promise<void> {
    closing.abort();
    if (!running) return;
    const timeout = new AbortController();
    await Promise.race([running, pause(closeTimeoutMs, timeout.signal)]);
    timeout.abort();
    // After a timeout the batch is still with the bus. The lead goes now: another relay may publish the batch again.
    await session?.close().catch(() => undefined);
  }

  async function lag(): Promise<RelayLag> {
    const [row] = await sql<{ rows: number; oldestMs: number }[]>`
      select count(*)::int as rows,
             coalesce(extract(epoch from clock_timestamp() - min(created_at)) * 1000, 0)::float8 as "oldestMs"
      from outbox`;
    return row ?? { rows: 0, oldestMs: 0 };
  }

  return {
    start() {
      running ??= run();
      return Promise.resolve();
    },
    close,
    lag,
  };
}

function toMessage({ topic, key, value }: OutboxRow): OutgoingMessage {
  return { topic, key, value, headers: { 'content-type': eventContentType } };
}

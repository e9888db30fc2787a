import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { eventBytesMax } from '@ruzlet/platform/outbox/events';
import { relayMetrics } from '../src/outbox/relay-metrics.js';
import { createRelay, type RelayOptions } from '@ruzlet/platform/outbox/relay';
import { LeadLostError, openRelaySession } from '../src/outbox/relay-session.js';
import { waitFor } from '@ruzlet/testkit/wait';
import postgres from 'postgres';
import { Registry } from 'prom-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGate } from './bus-contract.js';
import {
  append,
  errorLevel,
  keepingLogger,
  killConnections,
  makeEvent,
  noSafetyPoll,
  openOutboxDatabase,
  outboxRows,
  recordingBus,
  retry,
  silent,
  type OutboxDatabase,
} from './outbox-fixture.js';

describe('outbox', () => {
  let database: OutboxDatabase;
  let observing: OutboxDatabase;
  let url: string;
  let drop: () => Promise<void>;
  const relays: { close(): Promise<void> }[] = [];

  beforeEach(async () => {
    ({ database, observing, url, drop } = await openOutboxDatabase());
  });
  afterEach(async () => {
    await Promise.all(relays.splice(0).map((relay) => relay.close()));
    await drop();
  });

  async function startRelay(options: Pick<RelayOptions, 'bus'> & Partial<RelayOptions>) {
    const relay = createRelay({ sql: database.sql, logger: silent, retry, ...noSafetyPoll, ...options });
    relays.push(relay);
    await relay.start();
    return relay;
  }

  const drained = () => waitFor(async () => (await outboxRows(observing)) === 0, { what: 'an empty outbox' });

  it('emits no event when the transaction rolls back', async () => {
    const bus = recordingBus();
    await startRelay({ bus });
    await expect(
      database.db.transaction(async (tx) => {
        await appendEvents(tx, [makeEvent(1)]);
        throw new Error('the deck insert failed');
      }),
    ).rejects.toThrow('the deck insert failed');
    await append(database, [makeEvent(2)]);
    await waitFor(() => bus.published.length > 0);
    await drained();
    expect(bus.published.map(({ n }) => n)).toEqual([2]);
  });

  it('appends nothing for an empty list', async () => {
    await append(database, []);
    expect(await outboxRows(database)).toBe(0);
  });

  it('refuses an event that no broker would take, and the same event twice', async () => {
    const large = { ...makeEvent(1), value: 'я'.repeat(eventBytesMax / 2 + 1) };
    await expect(append(database, [large])).rejects.toThrow(/at most 900000 fit/);
    const event = makeEvent(2);
    await expect(append(database, [event, event])).rejects.toMatchObject({ cause: { code: '23505' } });
    expect(await outboxRows(database)).toBe(0);
  });

  it('publishes in the order of appending, however many batches it takes, and leaves nothing behind', async () => {
    const bus = recordingBus();
    const events = Array.from({ length: 1_200 }, (_, n) => makeEvent(n, `key ${String(n % 7)}`));
    await append(database, events.slice(0, 1_000));
    await startRelay({ bus, relayBatchRowsMax: 90 });
    for (const event of events.slice(1_000)) await append(database, [event]);
    await waitFor(() => bus.published.length >= events.length, { what: 'all events' });
    await drained();
    expect(bus.published.map(({ n }) => n)).toEqual(events.map((_, n) => n));
  });

  it('bounds a publish by bytes as well as by rows', async () => {
    const sizes: number[] = [];
    const bus = recordingBus((messages) => {
      sizes.push(messages.length);
      return Promise.resolve();
    });
    await append(
      database,
      Array.from({ length: 6 }, (_, n) => makeEvent(n, 'x'.repeat(1_000))),
    );
    await startRelay({ bus, relayBatchBytesMax: 2_000 });
    await drained();
    expect(sizes).toEqual([2, 2, 2]);
  });

  it('is woken by the commit, also after its listening connection broke', async () => {
    const bus = recordingBus();
    await startRelay({ bus });
    await append(database, [makeEvent(1)]);
    await waitFor(() => bus.published.length === 1, { what: 'the first event' });
    await waitFor(async () => (await killConnections(observing, 'listening')) > 0, { what: 'a listener to kill' });
    await append(database, [makeEvent(2)]);
    await waitFor(() => bus.published.length === 2, { what: 'the event after the break' });
  });

  it('sleeps through no commit, whenever it comes between a read and the sleep', async () => {
    const appended = 200;
    const bus = recordingBus();
    await startRelay({ bus });
    // The one after it commits while the relay removes the one before, reads nothing, and is about to sleep: never at the same point.
    for (let next = 1; next <= appended; next += 1) {
      const before = bus.published.length;
      await append(database, [makeEvent(next)]);
      for (let turns = 0; turns < next % 40; turns += 1) await new Promise((resolve) => setImmediate(resolve));
      if (next % 3 === 0) await waitFor(() => bus.published.length > before, { what: `event ${String(next)}` });
    }
    await waitFor(() => bus.published.length === appended, { what: 'all events' });
  });

  it('listens again after its listening connection broke while the server let nobody in', async () => {
    const bus = recordingBus();
    await startRelay({ bus });
    await append(database, [makeEvent(1)]);
    await waitFor(() => bus.published.length === 1, { what: 'the first event' });
    expect(await outboxRows(observing)).toBe(0);
    const elsewhere = new URL(url);
    const name = elsewhere.pathname.slice(1);
    elsewhere.pathname = '/postgres';
    const sql = postgres(elsewhere.href, { max: 1 });
    const letIn = (allowed: boolean) => sql.unsafe(`alter database "${name}" allow_connections ${String(allowed)}`);
    // What is open stays open: the relay leads on, only its listener cannot come back.
    await letIn(false);
    await waitFor(async () => (await killConnections(observing, 'listening')) > 0, { what: 'a listener to kill' });
    await append(observing, [makeEvent(2)]);
    await letIn(true);
    await waitFor(() => bus.published.length === 2, { what: 'the event that was told to nobody' });
    await append(observing, [makeEvent(3)]);
    await waitFor(() => bus.published.length === 3, { what: 'the event afterwards' });
    await sql.end();
  });

  it('takes the lead again after all its connections broke', async () => {
    const bus = recordingBus();
    await startRelay({ bus });
    for (let n = 1; n <= 5; n += 1) {
      await append(observing, [makeEvent(n)]);
      await waitFor(() => bus.published.some((event) => event.n === n), { what: `event ${String(n)}` });
      await killConnections(observing, 'all');
    }
    await drained();
    expect([...new Set(bus.published.map(({ n }) => n))]).toEqual([1, 2, 3, 4, 5]);
  });

  it('finds an event whose notification was lost by the safety poll', async () => {
    const bus = recordingBus();
    await startRelay({ bus, safetyPollMs: 50 });
    await append(database, [makeEvent(1)]);
    await waitFor(() => bus.published.length === 1);
    // Inserted without NOTIFY.
    const { id, type, topic, key, value } = makeEvent(2);
    await database.sql`insert into outbox (event_id, type, topic, key, value) values (${id}, ${type}, ${topic}, ${key}, ${value})`;
    await waitFor(() => bus.published.length === 2, { what: 'the silent event' });
  });

  it('publishes an event whose transaction commits after a later one', async () => {
    const bus = recordingBus();
    await startRelay({ bus });
    const gate = createGate();
    const appended = createGate();
    const slow = database.db.transaction(async (tx) => {
      await appendEvents(tx, [makeEvent(1, 'slow')]);
      appended.open();
      await gate.opened;
    });
    await appended.opened;
    await append(database, [makeEvent(2, 'quick')]);
    await waitFor(() => bus.published.length === 1, { what: 'the quick one' });
    await drained();
    gate.open();
    await slow;
    await waitFor(() => bus.published.length === 2, { what: 'the slow one' });
    expect(bus.published.map(({ n }) => n)).toEqual([2, 1]);
  });

  it('publishes again after failures, with one error line for the streak', async () => {
    let failuresLeft = 4;
    const bus = recordingBus(() => {
      failuresLeft -= 1;
      return failuresLeft >= 0 ? Promise.reject(new Error('the broker is away')) : Promise.resolve();
    });
    const { logger, lines } = keepingLogger();
    await startRelay({ bus, logger });
    await append(database, [makeEvent(1), makeEvent(2)]);
    await waitFor(() => bus.published.length === 2);
    await drained();
    expect(lines.filter(({ level }) => level >= errorLevel)).toHaveLength(1);
    await waitFor(() => lines.some(({ msg }) => msg === 'the relay works again'));
  });

  it('publishes again after a crash between publish and removal', async () => {
    const acknowledgement = createGate();
    const first = recordingBus();
    const crashing = await startRelay({
      // The bus has the events, but the relay never hears of it.
      bus: { ...first, publish: (messages) => first.publish(messages).then(() => acknowledgement.opened) },
      closeTimeoutMs: 1,
    });
    await append(database, [makeEvent(1), makeEvent(2)]);
    await waitFor(() => first.published.length === 2, { what: 'the publish before the crash' });
    await crashing.close();
    expect(await outboxRows(database)).toBe(2);

    const second = recordingBus();
    await startRelay({ bus: second });
    await drained();
    expect(second.published.map(({ n }) => n)).toEqual([1, 2]);
    acknowledgement.open();
  });

  it('lets the running batch finish on close', async () => {
    const gate = createGate();
    const publishing = createGate();
    const bus = recordingBus(() => {
      publishing.open();
      return gate.opened;
    });
    const relay = await startRelay({ bus });
    await append(database, [makeEvent(1)]);
    await publishing.opened;
    const closed = relay.close();
    gate.open();
    await closed;
    expect(bus.published.map(({ n }) => n)).toEqual([1]);
    expect(await outboxRows(database)).toBe(0);
  });

  it('lets one relay of a database work at a time', async () => {
    let publishing = 0;
    let most = 0;
    const bus = recordingBus(async () => {
      publishing += 1;
      most = Math.max(most, publishing);
      await new Promise(setImmediate);
      publishing -= 1;
    });
    for (let count = 0; count < 3; count += 1) await startRelay({ bus, standbyMs: 5, relayBatchRowsMax: 3 });
    const events = Array.from({ length: 150 }, (_, n) => makeEvent(n, `key ${String(n % 5)}`));
    for (let start = 0; start < events.length; start += 10) await append(database, events.slice(start, start + 10));
    await drained();
    expect(most).toBe(1);
    expect(bus.published.map(({ n }) => n)).toEqual(events.map((_, n) => n));
  });

  it('hands over to the standby within seconds when the process of the leader is killed', async () => {
    const script = fileURLToPath(new URL('relay-process.ts', import.meta.url));
    const leader = spawn(process.execPath, ['--import', 'tsx', '--conditions', '@ruzlet/source', script, url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await append(database, [makeEvent(1)]);
      await once(leader.stdout, 'data');
      await drained();
      const bus = recordingBus();
      await startRelay({ bus, standbyMs: 1_000 });
      await append(database, [makeEvent(2)]);
      await drained();
      expect(bus.published).toEqual([]);

      leader.kill('SIGKILL');
      await once(leader, 'exit');
      await append(database, [makeEvent(3)]);
      // Takes about a second; on a machine that is busy with other tests some more.
      await waitFor(() => bus.published.length > 0, { what: 'the takeover', timeoutMs: 15_000 });
      expect(bus.published.map(({ n }) => n)).toEqual([3]);
    } finally {
      leader.kill('SIGKILL');
    }
  });

  it('opens no connection any more when it was closed while it took the lead', async () => {
    const session = openRelaySession(database.sql);
    expect(await session.tryLead()).toBe(true);
    await session.close();
    await expect(session.listen(() => undefined)).rejects.toThrow(LeadLostError);
  });

  it('hands over at once when the leader closes', async () => {
    const leader = await startRelay({ bus: recordingBus() });
    const standbyBus = recordingBus();
    await append(database, [makeEvent(1)]);
    await drained();
    await startRelay({ bus: standbyBus, standbyMs: 20 });
    await leader.close();
    await append(database, [makeEvent(2)]);
    await waitFor(() => standbyBus.published.length === 1, { what: 'the standby' });
  });

  it('tells how far behind it is', async () => {
    const gate = createGate();
    const relay = await startRelay({ bus: recordingBus(() => gate.opened) });
    expect(await relay.lag()).toEqual({ rows: 0, oldestMs: 0 });
    await append(database, [makeEvent(1), makeEvent(2), makeEvent(3)]);
    const lag = await relay.lag();
    expect(lag.rows).toBe(3);
    expect(lag.oldestMs).toBeGreaterThan(0);
    expect(lag.oldestMs).toBeLessThan(30_000);
    gate.open();
    await drained();
  });

  it('shows its lag as a metric at every scrape', async () => {
    const gate = createGate();
    const relay = await startRelay({ bus: recordingBus(() => gate.opened) });
    const registry = new Registry();
    relayMetrics(relay)(registry);
    const value = async (name: string) => (await registry.getSingleMetric(name)?.get())?.values[0]?.value;
    expect(await value('ruzlet_outbox_events')).toBe(0);
    await append(database, [makeEvent(1), makeEvent(2)]);
    expect(await value('ruzlet_outbox_events')).toBe(2);
    expect(await value('ruzlet_outbox_oldest_seconds')).toBeGreaterThan(0);
    gate.open();
    await drained();
    expect(await value('ruzlet_outbox_events')).toBe(0);
    const away = new Registry();
    relayMetrics({ lag: () => Promise.reject(new Error('the database is away')) })(away);
    expect(await away.metrics()).toContain('ruzlet_outbox_events Nan');
  });

  it('starts without its database and closes without it', async () => {
    const { logger, lines } = keepingLogger();
    const nowhere = postgres('postgres://nobody@127.0.0.1:1/nothing', { connect_timeout: 1 });
    const relay = createRelay({ sql: nowhere, bus: recordingBus(), logger, retry });
    await relay.start();
    await waitFor(() => lines.filter(({ msg }) => msg.startsWith('the relay')).length > 0, { what: 'the error line' });
    await relay.close();
    await nowhere.end();
    expect(lines.filter(({ level }) => level >= errorLevel)).toHaveLength(1);
  });
});

import { createInProcessBus, type InProcessBus } from '@ruzlet/platform/bus/in-process-bus';
import type { IncomingMessage } from '@ruzlet/platform/bus/bus';
import { newId } from '@ruzlet/platform/ids';
import { createConsumer, type Consumer, type ConsumerOptions } from '@ruzlet/platform/outbox/consumer';
import { toReplay } from '@ruzlet/platform/outbox/dead-letters';
import { isOutage } from '@ruzlet/platform/outbox/outage';
import { inbox, type outbox } from '@ruzlet/platform/outbox/tables';
import type { Db } from '@ruzlet/platform/postgres/database';
import { waitFor } from '@ruzlet/testkit/wait';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGate } from './bus-contract.js';
import { decodeTestEvent, makeEvent, openOutboxDatabase, retry, silent, toMessage, topic } from './outbox-fixture.js';
import type { OutboxDatabase, TestEvent } from './outbox-fixture.js';

type Tx = Db<{ outbox: typeof outbox; inbox: typeof inbox }>;
type Options = ConsumerOptions<{ outbox: typeof outbox; inbox: typeof inbox }, TestEvent>;

const group = 'consumer';

describe('consumer', () => {
  let database: OutboxDatabase;
  let drop: () => Promise<void>;
  let bus: InProcessBus;
  let dead: IncomingMessage[];
  const consumers: Consumer[] = [];

  beforeEach(async () => {
    ({ database, drop } = await openOutboxDatabase());
    await database.sql`create table effects (seq bigserial, key text, n int)`;
    bus = createInProcessBus({ logger: silent, retry });
    dead = [];
    await bus.subscribe({
      group: 'dead letters',
      topics: [`${topic}.dlq`],
      handle: (batch) => {
        dead.push(...batch);
        return Promise.resolve();
      },
    });
  });
  afterEach(async () => {
    await bus.close();
    await Promise.all(consumers.splice(0).map((consumer) => consumer.close()));
    await drop();
  });

  async function startConsumer(options: Partial<Options> = {}): Promise<Consumer> {
    const consumer = createConsumer({
      bus,
      group,
      topics: [topic],
      db: database.db,
      decode: decodeTestEvent,
      handle: noteEffect,
      logger: silent,
      retry,
      ...options,
    });
    consumers.push(consumer);
    await consumer.start();
    return consumer;
  }

  async function noteEffect(tx: Tx, { key, n }: TestEvent): Promise<void> {
    await tx.execute(sql`insert into effects (key, n) values (${key}, ${n})`);
  }

  async function effects(): Promise<number[]> {
    const rows = await database.sql<{ n: number }[]>`select n from effects order by seq`;
    return rows.map(({ n }) => n);
  }

  it('has the effect of an event exactly once, however often it comes', async () => {
    await startConsumer();
    const event = toMessage(makeEvent(1));
    await bus.publish([event, event]);
    await bus.publish([event, toMessage(makeEvent(2))]);
    await Promise.all([bus.publish([event]), bus.publish([{ ...event, key: 'another lane' }])]);
    expect(await effects()).toEqual([1, 2]);
    expect(dead).toEqual([]);
  });

  it('keeps an inbox for each consumer', async () => {
    await startConsumer();
    await startConsumer({ group: 'another consumer' });
    await bus.publish([toMessage(makeEvent(1))]);
    expect(await effects()).toEqual([1, 1]);
  });

  it('handles the events of a key in order, and several keys at the same time', async () => {
    const together = createGate();
    const running = new Set<string>();
    await startConsumer({
      keysParallelMax: 2,
      handle: async (tx, event) => {
        running.add(event.key);
        if (running.size === 2) together.open();
        await together.opened;
        await noteEffect(tx, event);
      },
    });
    await bus.publish(Array.from({ length: 40 }, (_, n) => toMessage(makeEvent(n, n % 2 === 0 ? 'even' : 'odd'))));
    const seen = await effects();
    expect(seen.filter((n) => n % 2 === 0)).toEqual(Array.from({ length: 20 }, (_, n) => 2 * n));
    expect(seen.filter((n) => n % 2 === 1)).toEqual(Array.from({ length: 20 }, (_, n) => 2 * n + 1));
  });

  describe('that takes events together', () => {
    const sets: number[][] = [];
    const together = {
      takes: ({ type }: TestEvent) => type !== 'alone',
      handle: async (tx: Tx, events: TestEvent[]) => {
        sets.push(events.map(({ n }) => n));
        for (const event of events) await noteEffect(tx, event);
      },
    };
    const alone = (n: number, key: string) => {
      const message = toMessage(makeEvent(n, key));
      return { ...message, value: JSON.stringify({ ...JSON.parse(message.value), type: 'alone' }) };
    };

    beforeEach(() => {
      sets.length = 0;
    });

    it('handles what it takes of all keys as one set, and keeps the order of each key around what it does not', async () => {
      await startConsumer({ together });
      const [one, two] = [toMessage(makeEvent(1, 'a')), toMessage(makeEvent(2, 'b'))];
      await bus.publish([one, two, alone(3, 'a'), toMessage(makeEvent(4, 'a')), toMessage(makeEvent(5, 'b')), one]);
      expect(sets).toEqual([[1, 2, 5], [4]]);
      expect((await effects()).filter((n) => n !== 2 && n !== 5)).toEqual([1, 3, 4]);
      expect((await effects()).filter((n) => n === 2 || n === 5)).toEqual([2, 5]);
      // All of it comes once more, in another order of keys.
      await bus.publish([two, one, toMessage(makeEvent(6, 'b'))]);
      expect((await effects()).slice(5)).toEqual([6]);
      expect(dead).toEqual([]);
    });

    it('handles one by one what fails as a set: what is wrong becomes a dead letter, the others have their effect', async () => {
      await startConsumer({
        together,
        attemptsMax: 2,
        handle: async (tx, event) => {
          if (event.n === 2) throw new Error('a bug');
          await noteEffect(tx, event);
        },
      });
      await database.sql`alter table effects add check (n <> 2)`;
      await bus.publish([1, 2, 3].map((n) => toMessage(makeEvent(n))));
      expect(sets).toEqual([[1, 2, 3]]);
      expect(await effects()).toEqual([1, 3]);
      expect(dead.map(({ value }) => JSON.parse(value).n)).toEqual([2]);
    });

    it('puts aside what is older than the inbox remembers, and nothing else of the set', async () => {
      const old = toMessage(makeEvent(1));
      await startConsumer({ together });
      await database.sql`
        insert into inbox (consumer, event_id) values (${`${group} ${topic} forgotten`}, ${newId()})`;
      await bus.publish([old, toMessage(makeEvent(2)), toMessage(makeEvent(3))]);
      expect(await effects()).toEqual([2, 3]);
      expect(dead.map(({ value }) => value)).toEqual([old.value]);
    });
  });

  it('tries an event again whose first attempt fails, in order and without leftovers of the failure', async () => {
    const attempts: number[] = [];
    await startConsumer({
      handle: async (tx, event) => {
        attempts.push(event.n);
        await noteEffect(tx, event);
        if (event.n === 1 && attempts.length < 3) throw new Error('not yet');
      },
    });
    await bus.publish([toMessage(makeEvent(1)), toMessage(makeEvent(2))]);
    expect(attempts).toEqual([1, 1, 1, 2]);
    expect(await effects()).toEqual([1, 2]);
    expect(dead).toEqual([]);
  });

  it('makes an event that keeps failing a dead letter with its error, and goes on', async () => {
    let attempts = 0;
    await startConsumer({
      attemptsMax: 3,
      clock: { now: () => new Date('2026-05-04T03:02:01Z') },
      handle: async (tx, event) => {
        await noteEffect(tx, event);
        if (event.n !== 1) return;
        attempts += 1;
        await tx.execute(sql`select 1 / 0`);
      },
    });
    const poison = toMessage(makeEvent(1));
    await bus.publish([poison, toMessage(makeEvent(2))]);
    expect(attempts).toBe(3);
    expect(await effects()).toEqual([2]);
    expect(dead).toHaveLength(1);
    expect(dead[0]).toMatchObject({
      key: poison.key,
      value: poison.value,
      headers: { topic, group, position: '0:0', failedAt: '2026-05-04T03:02:01.000Z' },
    });
    expect(dead[0]?.headers.error).toContain('division by zero');
  });

  it('takes a dead letter that is published again once its fault is mended', async () => {
    let broken = true;
    await startConsumer({
      attemptsMax: 1,
      handle: async (tx, event) => {
        if (broken) throw new Error('a bug');
        await noteEffect(tx, event);
      },
    });
    await bus.publish([toMessage(makeEvent(1))]);
    broken = false;
    const letter = dead[0];
    if (!letter) throw new Error('The event did not become a dead letter.');
    await bus.publish([{ topic, key: letter.key, value: letter.value }]);
    expect(await effects()).toEqual([1]);
  });

  it('makes text that is no event a dead letter at once', async () => {
    await startConsumer();
    const noUuid = JSON.stringify({ id: 'one', type: 't', key: 'key', n: 1 });
    await bus.publish([
      { topic, key: 'key', value: '{' },
      { topic, key: 'key', value: noUuid },
      toMessage(makeEvent(2)),
    ]);
    expect(dead.map(({ value }) => value)).toEqual(['{', noUuid]);
    expect(dead[1]?.headers.error).toBe('Error: the event id "one" is not a UUID');
    expect(await effects()).toEqual([2]);
  });

  it('waits until the bus has taken a dead letter', async () => {
    let refusals = 2;
    const refusing: InProcessBus = {
      ...bus,
      publish(messages) {
        refusals -= 1;
        return refusals >= 0 ? Promise.reject(new Error('the broker is away')) : bus.publish(messages);
      },
    };
    await startConsumer({ bus: refusing });
    await bus.publish([{ topic, key: 'key', value: 'no event' }]);
    expect(dead.map(({ value }) => value)).toEqual(['no event']);
  });

  it('waits for a database that is away, longer than any number of attempts', async () => {
    let attempts = 0;
    await startConsumer({
      attemptsMax: 2,
      handle: async (tx, event) => {
        attempts += 1;
        // What a server does that shuts down: the connection breaks in the middle of the transaction.
        if (attempts <= 6) await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
        await noteEffect(tx, event);
      },
    });
    await bus.publish([toMessage(makeEvent(1))]);
    expect(attempts).toBe(7);
    expect(await effects()).toEqual([1]);
    expect(dead).toEqual([]);
  });

  it('leaves a message that still fails when it closes to the next consumer', async () => {
    const failing = createGate();
    const first = await startConsumer({
      attemptsMax: 1_000_000,
      handle: () => {
        failing.open();
        return Promise.reject(new Error('never'));
      },
    });
    const published = bus.publish([toMessage(makeEvent(1))]);
    await failing.opened;
    await first.close();
    expect(await effects()).toEqual([]);
    await startConsumer();
    await published;
    expect(await effects()).toEqual([1]);
    expect(dead).toEqual([]);
  });

  it('leaves no trace of events that it does not want', async () => {
    await startConsumer({ wants: ({ n }) => n > 1 });
    await bus.publish([toMessage(makeEvent(1)), toMessage(makeEvent(2))]);
    expect(await effects()).toEqual([2]);
    expect(await database.db.$count(inbox)).toBe(1);
  });

  it('tells those who wait that something has arrived', async () => {
    const consumer = await startConsumer();
    const found = consumer.arrivals.lookAgain(async () => (await effects()).find((n) => n === 1), 20_000);
    await bus.publish([toMessage(makeEvent(1))]);
    expect(await found).toBe(1);
  });

  it('forgets what it received long ago, and nothing else', async () => {
    const recent = newId();
    // As of now, and as of the time before an inbox had a lane for each topic.
    for (const consumer of [`${group} ${topic}`, group]) {
      await database.sql`
        insert into inbox (consumer, event_id, received_at)
        select ${consumer}, gen_random_uuid(), now() - interval '7 days 1 minute' from generate_series(1, 1300)`;
    }
    await database.sql`
      insert into inbox (consumer, event_id, received_at)
      values (${`${group} ${topic}`}, ${recent}, now() - interval '6 days'), ('other', gen_random_uuid(), now() - interval '1 year')`;
    await startConsumer();
    await waitFor(async () => (await database.db.$count(inbox)) === 2, { what: 'a pruned inbox' });
    const left = await database.sql`select event_id from inbox where consumer = ${`${group} ${topic}`}`;
    expect(left).toEqual([{ event_id: recent }]);
  });

  it('knows events again that it noted before an inbox had a lane for each topic', async () => {
    const event = makeEvent(1);
    await database.sql`insert into inbox (consumer, event_id) values (${group}, ${event.id})`;
    await startConsumer();
    await bus.publish([toMessage(event), toMessage(makeEvent(2))]);
    expect(await effects()).toEqual([2]);
  });

  describe('with an inbox that is full', () => {
    const inboxRowsMax = 20;
    const rowsMost = inboxRowsMax * 1.1;
    const handled = 100;
    const old = Array.from({ length: handled }, (_, n) => {
      const event = makeEvent(n);
      const id = newId(new Date(Date.now() - (handled - n) * 60_000));
      return { ...event, id, value: JSON.stringify({ ...JSON.parse(event.value), id }) };
    });
    const noted = async () =>
      Number((await database.sql`select count(*) as n from inbox where consumer = ${`${group} ${topic}`}`)[0]?.n);

    async function fill() {
      await startConsumer({ inboxRowsMax });
      for (const event of old) await bus.publish([toMessage(event)]);
      await waitFor(async () => (await noted()) <= rowsMost, { what: 'a pruned inbox' });
      expect(await effects()).toHaveLength(handled);
    }

    it('keeps the newest, and grows by no more than a tenth before it forgets', async () => {
      await fill();
      const left = await database.sql<{ id: string }[]>`
        select event_id as id from inbox where consumer = ${`${group} ${topic}`} order by event_id`;
      expect(left.map(({ id }) => id)).toEqual(old.slice(-left.length).map(({ id }) => id));
    });

    it('handles nothing twice and loses nothing: what it cannot know any more is put aside', async () => {
      await fill();
      await bus.publish(old.map(toMessage));
      expect(await effects()).toHaveLength(handled);
      // Every one of them is either remembered or a dead letter.
      expect(dead.length).toBeGreaterThanOrEqual(handled - rowsMost);
      expect(dead.length).toBeLessThanOrEqual(handled - inboxRowsMax);
      expect(dead.every(({ headers }) => headers.error?.startsWith('ForgottenEventError') === true)).toBe(true);
      await bus.publish([toMessage(makeEvent(handled))]);
      expect(await effects()).toHaveLength(handled + 1);
    });

    it('takes a dead letter of its own however late it is sent again, and declines those of others', async () => {
      await fill();
      const late = { ...makeEvent(handled), id: newId(new Date(Date.now() - 86_400_000)) };
      const value = JSON.stringify({ ...JSON.parse(late.value), id: late.id });
      const others = { ...toReplay({ ...toMessage(old[0] ?? late) }, ['another consumer']) };
      await bus.publish([toReplay({ topic, key: late.key, value }, [group, 'another consumer']), others]);
      expect(await effects()).toHaveLength(handled + 1);
      expect(dead).toEqual([]);
    });
  });
});

describe('outage', () => {
  it.each(['ECONNREFUSED', 'CONNECTION_CLOSED', '57P01', '53300', '08006', '40P01', '25006'])(
    'is %s, below any wrapping',
    (code) => {
      const error = Object.assign(new Error('driver'), { code });
      expect(isOutage(error)).toBe(true);
      expect(isOutage(new Error('query failed', { cause: error }))).toBe(true);
      expect(isOutage(new AggregateError([error]))).toBe(true);
    },
  );

  it.each([
    Object.assign(new Error('unique violation'), { code: '23505' }),
    Object.assign(new Error('division by zero'), { code: '22012' }),
    Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' }),
    new Error('a bug'),
    'text',
    undefined,
  ])('is not %s', (error) => {
    expect(isOutage(error)).toBe(false);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createCollector } from '@ruzlet/analytics/collect/collector';
import * as tables from '@ruzlet/analytics/storage/tables';
import { batchLimitsDefault } from '@ruzlet/analytics/collect/batcher';
import { encodeEvent } from '@ruzlet/contracts/codec';
import type { Bus } from '@ruzlet/platform/bus/bus';
import { createKafkaBus } from '@ruzlet/platform/bus/kafka-bus';
import { connectClickHouse } from '@ruzlet/platform/clickhouse/clickhouse';
import { systemClock } from '@ruzlet/platform/clock';
import { newId } from '@ruzlet/platform/ids';
import { createLogger } from '@ruzlet/platform/log';
import { connectDatabase } from '@ruzlet/platform/postgres/database';
import { waitFor } from '@ruzlet/testkit/wait';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { reviewed, testSubmitted } from '../../subgraphs/analytics/test/events.js';
import { describeProcesses, freePorts, runToEnd, services } from './commands.js';
import { processOf, runningTopology } from './config.js';

const wanted = ['kafka', 'clickhouse', 'postgres-analytics'];
const openMs = 180_000;
const attemptsOfAnHour = 720;
/** A backlog of more than 60 MB: reviews, and tests of 300 answers. */
const reviewsOfTheHour = 20_000;
const testsOfTheHour = 1_500;
const answersOfTest = 300;
/** What a subscription may hold (platform/src/bus/kafka-subscription.ts): as bytes, as text, and once as parsed rows. */
const heldBytesMax = 4 * 10_000_000;

setFlagsFromString('--expose-gc');
const collectGarbage = z.custom<() => void>((value) => typeof value === 'function').parse(runInNewContext('gc'));

function memoryBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe('a collector on Kafka while ClickHouse is away for an hour', () => {
  const env: Record<string, string> = {};
  let analytics: Record<string, string> = {};

  // Servers of its own: the topology's collector is of the same group.
  beforeAll(async () => {
    env.RUZLET_SERVICES_DIR = await mkdtemp(join(tmpdir(), 'ruzlet-slow-clickhouse-'));
    const names = [...wanted, 'kafka-controller'];
    const ports = await freePorts(names.length);
    for (const [index, name] of names.entries()) {
      env[`RUZLET_SERVICES_PORT_${name.toUpperCase().replaceAll('-', '_')}`] = ports[index] ?? '';
    }
    await services(['up', ...wanted], env);
    const processes = await describeProcesses(env);
    analytics = processes.analytics?.env ?? {};
    for (const name of ['topics', 'analytics-migrate']) {
      const done = await runToEnd({ ...processOf(runningTopology(), name), env: processes[name]?.env ?? {} });
      expect(done).toEqual({ code: 0, output: done.output });
    }
  }, openMs);
  afterAll(async () => {
    await services(['down'], env);
    await rm(env.RUZLET_SERVICES_DIR ?? '', { recursive: true, force: true });
  });

  it('holds a bounded part of the backlog, commits nothing, and counts every event once afterwards', async () => {
    const logger = createLogger({ name: 'test', level: 'silent' });
    const kafka = { brokers: [analytics.KAFKA_BROKERS ?? ''], logger };
    const publisher = createKafkaBus({ ...kafka, clientId: 'publisher' });
    const at = (index: number) => new Date(Date.now() - 60_000 - index);
    const [deckId, cardId] = [newId(), newId()];
    const users = Array.from({ length: 50 }, () => newId());
    let publishedBytes = 0;
    const publish = async (events: Parameters<typeof encodeEvent>[0][]) => {
      const messages = events
        .map((event) => encodeEvent(event))
        .map(({ topic, key, value }) => ({ topic, key, value }));
      publishedBytes += messages.reduce((sum, { value }) => sum + value.length, 0);
      await publisher.publish(messages);
    };
    const userId = (index: number) => users[index % users.length] ?? '';
    for (let from = 0; from < reviewsOfTheHour; from += 1_000) {
      const review = (index: number) =>
        reviewed({ userId: userId(index), deckId, cardId, rating: 3, reviewedAt: at(index).toISOString() });
      await publish(Array.from({ length: 1_000 }, (_, index) => review(from + index)));
    }
    for (let from = 0; from < testsOfTheHour; from += 100) {
      const test = (index: number) => {
        const event = testSubmitted({ userId: userId(index), deckId, score: 1, submittedAt: at(index) });
        const answers = Array.from({ length: answersOfTest }, () => event.data.answers).flat();
        return { ...event, data: { ...event.data, answers } };
      };
      await publish(Array.from({ length: 100 }, (_, index) => test(from + index)));
    }
    await publisher.close();
    const before = memoryBytes();
    expect(publishedBytes).toBeGreaterThan(1.5 * heldBytesMax);

    let [heldRows, heldRowsMost] = [0, 0];
    const inner = createKafkaBus({ ...kafka, clientId: 'collector', retry: { firstMs: 0, maxMs: 1 } });
    const bus: Bus = {
      ...inner,
      subscribe: (options) =>
        inner.subscribe({
          ...options,
          handle: async (batch) => {
            heldRows += batch.length;
            heldRowsMost = Math.max(heldRowsMost, heldRows);
            try {
              await options.handle(batch);
            } finally {
              heldRows -= batch.length;
            }
          },
        }),
    };
    const database = connectDatabase({ url: analytics.DATABASE_URL ?? '', schema: tables, applicationName: 'test' });
    const user = (name: string, password: string | undefined) => ({ username: name, password: password ?? '' });
    const clickhouse = connectClickHouse({
      url: analytics.CLICKHOUSE_URL ?? '',
      database: 'ruzlet',
      writer: user('analytics_writer', analytics.CLICKHOUSE_WRITER_PASSWORD),
      reader: user('analytics_reader', analytics.CLICKHOUSE_READER_PASSWORD),
    });
    let away = true;
    let refused = 0;
    const writer = new Proxy(clickhouse.writer, {
      get: (target, name) => {
        if (name !== 'insert') return Reflect.get(target, name);
        return (parameters: Parameters<typeof target.insert>[0]) => {
          if (!away) return target.insert(parameters);
          refused += 1;
          return Promise.reject(new Error('connect ECONNREFUSED'));
        };
      },
    });
    const limits = { ...batchLimitsDefault, collectBatchRowsMax: 500, collectRestFactor: 0 };
    const collector = createCollector({ bus, writer, db: database.db, clock: systemClock, logger, limits });
    await collector.start();
    await waitFor(() => refused >= attemptsOfAnHour, { what: 'an hour of refusals', timeoutMs: 120_000 });
    expect(memoryBytes() - before).toBeLessThan(heldBytesMax);
    expect(heldRowsMost).toBeLessThanOrEqual(limits.collectBatchRowsMax);

    away = false;
    const counted = async () => {
      const query = `SELECT
        (SELECT count() FROM reviews FINAL) AS reviews, (SELECT count() FROM tests FINAL) AS tests,
        (SELECT sum(reviews) FROM totals FINAL WHERE scope = 'CARD') AS ofCards`;
      const [row] = await (
        await clickhouse.reader.query({ query, format: 'JSONEachRow' })
      ).json<Record<'reviews' | 'tests' | 'ofCards', unknown>>();
      return Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, Number(value)]));
    };
    const whole = { reviews: reviewsOfTheHour, tests: testsOfTheHour, ofCards: reviewsOfTheHour };
    await waitFor(
      async () => {
        const found = await counted();
        return Object.entries(whole).every(([name, rows]) => found[name] === rows);
      },
      { what: 'all figures', timeoutMs: 120_000 },
    );
    await collector.close();
    expect(await counted()).toEqual(whole);
    await inner.close();
    await database.close();
    await clickhouse.close();
  }, 300_000);
});

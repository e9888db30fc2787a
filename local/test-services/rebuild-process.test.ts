import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type ClickHouseClient } from '@clickhouse/client';
import { eventRow } from '@ruzlet/analytics/storage/event-row';
import { insertEvents } from '@ruzlet/analytics/storage/insert-events';
import { newId } from '@ruzlet/platform/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewed } from '../../subgraphs/analytics/test/events.js';
import { describeProcesses, freePorts, runToEnd, services } from './commands.js';
import { processOf, runningTopology, type ProcessDescription } from './config.js';

const wanted = ['clickhouse', 'postgres-analytics'];
const openMs = 180_000;

describe('node subgraphs/analytics/dist/rebuild.js', () => {
  const env: Record<string, string> = {};
  let migrate: ProcessDescription;
  let rebuild: ProcessDescription;
  let writer: ClickHouseClient;

  // Servers of its own: it spoils their tables.
  beforeAll(async () => {
    env.RUZLET_SERVICES_DIR = await mkdtemp(join(tmpdir(), 'ruzlet-rebuild-'));
    const ports = await freePorts(wanted.length);
    for (const [index, name] of wanted.entries()) {
      env[`RUZLET_SERVICES_PORT_${name.toUpperCase().replaceAll('-', '_')}`] = ports[index] ?? '';
    }
    await services(['up', ...wanted], env);
    const variables = (await describeProcesses(env))['analytics-migrate']?.env ?? {};
    migrate = { ...processOf(runningTopology(), 'analytics-migrate'), env: variables };
    rebuild = { ...migrate, command: migrate.command.map((word) => word.replace(/migrate\.js$/, 'rebuild.js')) };
    expect(rebuild.command).not.toEqual(migrate.command);
    writer = createClient({
      url: variables.CLICKHOUSE_URL ?? '',
      database: 'ruzlet',
      username: 'analytics_writer',
      password: variables.CLICKHOUSE_WRITER_PASSWORD ?? '',
    });
    expect((await runToEnd(migrate)).code).toBe(0);
  }, openMs);
  afterAll(async () => {
    await writer.close();
    await services(['down'], env);
    await rm(env.RUZLET_SERVICES_DIR ?? '', { recursive: true, force: true });
  });

  async function figures() {
    const query = `SELECT (SELECT count() FROM reviews FINAL) AS reviews,
      (SELECT sum(reviews) FROM totals FINAL WHERE scope = 'CARD') AS ofCards,
      (SELECT sum(reviews) FROM totals FINAL WHERE scope = 'EVERYONE' AND period = 'ALL_TIME') AS ofLearners`;
    const [row] = await (
      await writer.query({ query, format: 'JSONEachRow' })
    ).json<Record<'reviews' | 'ofCards' | 'ofLearners', unknown>>();
    return Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, Number(value)]));
  }

  it('makes all figures anew from the raw events and ends well', async () => {
    const [userId, deckId, cardId] = [newId(), newId(), newId()];
    const reviews = Array.from({ length: 50 }, (_, index) =>
      reviewed({
        userId,
        deckId,
        cardId,
        rating: 3,
        reviewedAt: new Date(Date.now() - (index + 1) * 3_600_000).toISOString(),
      }),
    );
    await insertEvents(
      writer,
      reviews.map((event) => eventRow(event, 'learning.events', new Date())),
    );
    // Rows lost, and rows that no event stands behind.
    await writer.command({ query: 'TRUNCATE TABLE reviews' });
    await writer.command({
      query: `INSERT INTO totals (scope, scope_id, period, start, user_id, card_id, reviews, version)
        SELECT 'CARD', generateUUIDv4(), 'DAY', today(), generateUUIDv4(), generateUUIDv4(), 9, 1`,
    });
    const done = await runToEnd(rebuild);
    expect(done).toEqual({ code: 0, output: done.output });
    expect(done.output).toContain('the figures were rebuilt');
    expect(await figures()).toEqual({ reviews: 50, ofCards: 50, ofLearners: 50 });
  });

  it('says why it does not, and changes nothing, while raw events are kept for a limited time', async () => {
    await writer.command({ query: 'ALTER TABLE events MODIFY TTL toDateTime(time) + INTERVAL 365 DAY' });
    const refused = await runToEnd(rebuild);
    expect(refused.code).not.toBe(0);
    expect(refused.output).toContain('kept for 365 days only');
    expect(await figures()).toMatchObject({ reviews: 50 });
  });
});

import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { RuzletEvent } from '@ruzlet/contracts/registry';
import type { ClickHouse } from '@ruzlet/platform/clickhouse/clickhouse';
import { migrateClickHouse } from '@ruzlet/platform/clickhouse/migrate';
import { newId } from '@ruzlet/platform/ids';
import { openTestClickHouse } from '@ruzlet/testkit/clickhouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clickhouseMigrationsFolder } from '../src/create-analytics.js';
import { eventRow } from '../src/storage/event-row.js';
import { insertEvents } from '../src/storage/insert-events.js';
import { reckonTotals, touchedReviews } from '../src/storage/reckon-totals.js';
import { deckAttached, enrolled, lessonAdded, lessonCompleted, registered, reviewed, undone } from './events.js';

/** The newest migration that an installation has had before tables were copied into smaller granules. */
const before = '0009_card_changes.sql';

describe('an installation with data', () => {
  let clickhouse: ClickHouse;
  let folder: string;
  beforeAll(async () => {
    clickhouse = await openTestClickHouse();
    folder = await mkdtemp(path.join(os.tmpdir(), 'ruzlet-migrations-'));
  });
  afterAll(async () => {
    await clickhouse.close();
    await rm(folder, { recursive: true });
  });

  const [courseId, lessonId, deckId, cardId] = [newId(), newId(), newId(), newId()];
  const day = (number: number) => new Date(Date.UTC(2026, 2, number, 12));
  const study = (userId: string): RuzletEvent[] => {
    const reviews = [1, 2, 3].map((number) =>
      reviewed({ userId, deckId, cardId, rating: 3, reviewedAt: day(number).toISOString() }),
    );
    const [first] = reviews;
    return [
      registered(userId, day(1)),
      enrolled(courseId, userId, day(1)),
      lessonCompleted(courseId, lessonId, userId, day(2)),
      ...reviews,
      ...(first ? [undone(first.data, day(4))] : []),
    ];
  };

  async function collect(events: RuzletEvent[]): Promise<void> {
    const rows = events.map((event) => eventRow(event, `${event.type.split('.')[1] ?? ''}.events`, day(5)));
    await insertEvents(clickhouse.writer, rows);
    await reckonTotals(clickhouse.writer, touchedReviews(events));
  }

  const read = async <Row extends z.ZodType>(query: string, row: Row) =>
    z.array(row).parse(await (await clickhouse.reader.query({ query, format: 'JSONEachRow' })).json());

  /** Every row of every table that learners, decks and courses are read from, but for the moment of reckoning. */
  async function rows(): Promise<Map<string, string[]>> {
    const tables = await read(
      `SELECT name FROM system.tables WHERE database = currentDatabase() AND engine = 'ReplacingMergeTree'
        AND name != 'schema_migrations' ORDER BY name`,
      z.object({ name: z.string() }),
    );
    const found = new Map<string, string[]>();
    for (const { name } of tables) {
      const all = await read(`SELECT * ${name === 'totals' ? 'EXCEPT version' : ''} FROM ${name} FINAL`, z.unknown());
      found.set(name, all.map((row) => JSON.stringify(row)).sort());
    }
    return found;
  }

  it('keeps every row through the later migrations, and goes on counting after them', async () => {
    const names = (await readdir(clickhouseMigrationsFolder)).filter((name) => name.endsWith('.sql'));
    const copy = async (name: string) => copyFile(path.join(clickhouseMigrationsFolder, name), path.join(folder, name));
    for (const name of names.filter((name) => name <= before)) await copy(name);
    await migrateClickHouse(clickhouse, folder);
    await collect([
      lessonAdded(courseId, lessonId, 'Europe', day(1)),
      deckAttached(courseId, lessonId, deckId, newId(), day(1)),
      ...study(newId()),
    ]);
    const kept = await rows();
    expect(kept.get('reviews')).toHaveLength(2);
    expect(kept.get('course_decks')).toHaveLength(1);

    for (const name of names.filter((name) => name > before)) await copy(name);
    expect(await migrateClickHouse(clickhouse, folder)).toEqual(names.filter((name) => name > before).sort());
    const now = await rows();
    for (const [table, ofTable] of kept) expect([table, now.get(table)]).toEqual([table, ofTable]);

    await collect(study(newId()));
    const counted = await read(
      `SELECT toUInt32(count()) AS reviews, toUInt32(uniqExact(deck_id, card_id, user_id, review_id)) AS answers
        FROM reviews FINAL INNER JOIN deck_reviews FINAL USING (deck_id, card_id, user_id, review_id)
        WHERE deck_reviews.local_day > toDate('1970-01-01')`,
      z.object({ reviews: z.number(), answers: z.number() }),
    );
    expect(counted).toEqual([{ reviews: 4, answers: 4 }]);
    const members = await read('SELECT toUInt32(count()) AS n FROM course_members FINAL', z.object({ n: z.number() }));
    expect(members).toEqual([{ n: 2 }]);
  }, 60_000);
});

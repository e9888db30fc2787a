import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';
import type { AnalyticsDb } from './database.js';
import { beginErasure, eraseFromCopies, finishErasure } from './erasures.js';
import { noId } from './event-row.js';
import type { Feed } from './feeds.js';
import { reckonCardsOfLearner, reckonTotalsOfRange } from './reckon-totals.js';

/** What is counted, by the feed that it goes through. */
const counted: readonly [Feed, readonly string[]][] = [
  ['user_feed', ['ruzlet.user.registered.v1']],
  ['review_feed', ['ruzlet.learning.card.reviewed.v1']],
  ['learning_feed', ['ruzlet.learning.test.submitted.v1']],
  [
    'course_feed',
    [
      'ruzlet.course.lesson.completed.v1',
      'ruzlet.course.enrollment.added.v1',
      'ruzlet.course.enrollment.role_changed.v1',
      'ruzlet.course.enrollment.removed.v1',
      'ruzlet.course.deck.attached.v1',
      'ruzlet.course.deck.detached.v1',
      'ruzlet.course.assignment.created.v1',
      'ruzlet.course.assignment.updated.v1',
      'ruzlet.course.assignment.submitted.v1',
      'ruzlet.course.assignment.graded.v1',
      'ruzlet.course.assignment.excused.v1',
    ],
  ],
];

/**
 * What stays of a learner, under the anonymous id: what courses, decks and the platform count. Ids of events and reviews become
 * others, the same at each repetition; of the account only the day of its registration is left; time zones go.
 */
const keepAnonymousEvents = (feed: Feed, types: readonly string[]) => `
  INSERT INTO ${feed}
    (event_id, type, topic, source, key, subject, time, received_at, user_id, deck_id, course_id, card_id, data)
  WITH
    {anonymousId:String} AS anonymous,
    (text -> toString(reinterpretAsUUID(MD5(concat(anonymous, text))))) AS another,
    JSONExtractString(data, 'reviewId') AS review,
    JSONExtractString(data, 'testId') AS test
  SELECT
    toUUID(another(toString(event_id))),
    type, topic, source,
    replaceAll(key, {userId:String}, anonymous),
    if(topic = 'course.events', replaceAll(subject, {userId:String}, anonymous), anonymous),
    time, received_at, toUUID(anonymous), deck_id, course_id, card_id,
    multiIf(
      type = 'ruzlet.user.registered.v1',
        concat('{"userId":"', anonymous, '","registeredAt":"', JSONExtractString(data, 'registeredAt'), '"}'),
      topic = 'learning.events',
        replaceRegexpOne(replaceAll(replaceAll(replaceAll(data, {userId:String}, anonymous),
          if(review = '', ' ', review), if(review = '', ' ', another(review))),
          if(test = '', ' ', test), if(test = '', ' ', another(test))),
          '"timeZone":"[^"]*"', '"timeZone":"UTC"'),
      replaceAll(data, {userId:String}, anonymous)
    )
  FROM events FINAL
  WHERE user_id = {userId:UUID} AND type IN (${types.map((type) => `'${type}'`).join(', ')})
    AND (type != 'ruzlet.learning.card.reviewed.v1' OR JSONExtract(data, 'reviewId', 'UUID') IN (
      SELECT review_id FROM reviews FINAL WHERE user_id = {userId:UUID}
    ))
  SETTINGS optimize_move_to_prewhere_if_final = 0`;

/** Events of others that name the user: decks that were shared. */
const mentions = `user_id != {userId:UUID} AND startsWith(type, 'ruzlet.content.deck.') AND position(data, {userId:String}) > 0`;

/** Every table that has rows of learners, whatever migrations add. */
const learnerTables = `
  SELECT table FROM system.columns
  WHERE database = currentDatabase() AND name = 'user_id'
    AND table IN (SELECT name FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree')`;

/**
 * Erases a learner: copies, dead letters, raw events and every figure under the user's id. What courses, decks and the platform
 * count stays under an anonymous id that leads back to nobody: reviews, tests, completed lessons, memberships of courses.
 *
 * Can be repeated, and goes on where it broke off: rows of the same learner become the same anonymous rows. Events of the learner
 * that come later are dropped by the collector. Rows that ClickHouse no longer shows leave the disk with its next merges.
 */
export async function eraseLearner(
  { db, writer }: { db: AnalyticsDb; writer: ClickHouseClient },
  userId: string,
  at: Date,
): Promise<void> {
  const anonymousId = await beginErasure(db, userId, at);
  await eraseFromCopies(db, userId, anonymousId ?? noId);
  if (anonymousId !== null) {
    for (const [feed, types] of counted)
      await writer.command({ query: keepAnonymousEvents(feed, types), query_params: { userId, anonymousId } });
    await reckonTotalsOfRange(writer, anonymousId, anonymousId);
  }
  await eraseMentions(writer, userId);
  // What cards count was reckoned with both, the learner and the anonymous one, if somebody reviewed them just then. `reviews` goes
  // last, because it tells which cards these are, also to whoever goes on after a crash.
  const tables = await tablesWith(writer, userId);
  const erase = (table: string) =>
    writer.command({ query: `DELETE FROM ${table} WHERE user_id = {userId:UUID}`, query_params: { userId } });
  for (const table of tables) if (table !== 'reviews') await erase(table);
  if (tables.includes('reviews')) {
    await reckonCardsOfLearner(writer, userId);
    await erase('reviews');
  }
  await finishErasure(db, userId, at);
}

const tableRows = z.array(z.object({ table: z.string() }));

/** The tables that have rows of a user: a deletion that finds nothing costs as much as one that does. */
async function tablesWith(writer: ClickHouseClient, userId: string): Promise<string[]> {
  const all = await writer.query({ query: learnerTables, format: 'JSONEachRow' });
  const looks = tableRows
    .parse(await all.json())
    .map(({ table }) => `(SELECT '${table}' AS table FROM ${table} WHERE user_id = {userId:UUID} LIMIT 1)`);
  const found = await writer.query({
    query: looks.join(' UNION ALL '),
    query_params: { userId },
    format: 'JSONEachRow',
  });
  return tableRows.parse(await found.json()).map(({ table }) => table);
}

/** Rewrites parts of the table, so it is done only when there is something to rewrite. */
async function eraseMentions(writer: ClickHouseClient, userId: string): Promise<void> {
  const found = await writer.query({
    query: `SELECT 1 AS found FROM events WHERE ${mentions} LIMIT 1`,
    query_params: { userId },
    format: 'JSONEachRow',
  });
  if ((await found.json()).length === 0) return;
  await writer.command({
    query: `ALTER TABLE events UPDATE data = replaceAll(data, {userId:String}, '${noId}') WHERE ${mentions} SETTINGS mutations_sync = 1`,
    query_params: { userId },
  });
}

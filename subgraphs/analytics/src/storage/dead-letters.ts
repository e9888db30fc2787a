import { createHash } from 'node:crypto';
import { newId } from '@ruzlet/platform/ids';
import { and, asc, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { AnalyticsDb } from './database.js';
import { deadLetters } from './tables.js';

/** A message that was put aside, as it came from the dead-letter topic. */
export interface NewDeadLetter {
  topic: string;
  group: string | null;
  key: string;
  value: string;
  error: string;
  position: string | null;
}

export interface DeadLetter extends NewDeadLetter {
  id: string;
  times: number;
  firstSeenAt: Date;
  lastSeenAt: Date;
  replayedAt: Date | null;
}

/**
 * Keeps dead letters. One that comes back after a replay is the same letter and waits again. So is one that the bus only
 * delivers twice: `times` counts deliveries.
 */
export async function putDeadLetters(db: AnalyticsDb, letters: readonly NewDeadLetter[], at: Date): Promise<void> {
  if (letters.length === 0) return;
  // ON CONFLICT refuses a statement that holds the same letter twice.
  const distinct = new Map<string, { letter: NewDeadLetter; times: number }>();
  for (const letter of letters) {
    const fingerprint = fingerprintOf(letter);
    distinct.set(fingerprint, { letter, times: (distinct.get(fingerprint)?.times ?? 0) + 1 });
  }
  const rows = Array.from(distinct, ([fingerprint, { letter, times }]) => ({
    id: newId(at),
    fingerprint,
    topic: letter.topic,
    consumerGroup: letter.group,
    key: Buffer.from(letter.key),
    value: Buffer.from(letter.value),
    error: letter.error,
    position: letter.position,
    times,
    firstSeenAt: at,
    lastSeenAt: at,
  }));
  await db
    .insert(deadLetters)
    .values(rows)
    .onConflictDoUpdate({
      target: deadLetters.fingerprint,
      set: {
        error: sql`excluded.error`,
        position: sql`excluded.position`,
        times: sql`${deadLetters.times} + excluded.times`,
        lastSeenAt: at,
        replayedAt: null,
      },
    });
}

function fingerprintOf({ topic, group, key, value }: NewDeadLetter): string {
  return createHash('sha256')
    .update(JSON.stringify([topic, group, key, value]))
    .digest('hex');
}

/** Dead letters, the newest first. @param beforeId the last id of the page before. */
export async function findDeadLetters(
  db: AnalyticsDb,
  { topic, beforeId, rowsMax }: { topic: string | null; beforeId: string | null; rowsMax: number },
): Promise<DeadLetter[]> {
  const rows = await db
    .select()
    .from(deadLetters)
    .where(
      and(
        topic === null ? undefined : eq(deadLetters.topic, topic),
        beforeId === null ? undefined : lt(deadLetters.id, beforeId),
      ),
    )
    .orderBy(desc(deadLetters.id))
    .limit(rowsMax);
  return rows.map(fromRow);
}

/** Letters of a topic that wait, the oldest first. */
export async function findWaitingDeadLetters(db: AnalyticsDb, topic: string, rowsMax: number): Promise<DeadLetter[]> {
  const rows = await db
    .select()
    .from(deadLetters)
    .where(and(eq(deadLetters.topic, topic), isNull(deadLetters.replayedAt)))
    .orderBy(asc(deadLetters.id))
    .limit(rowsMax);
  return rows.map(fromRow);
}

/**
 * Marks letters as replayed, except those that came back since they were read (`times` has grown): these wait again.
 */
export async function markReplayed(db: AnalyticsDb, letters: readonly DeadLetter[], at: Date): Promise<void> {
  if (letters.length === 0) return;
  const seen = JSON.stringify(letters.map(({ id, times }) => ({ id, times })));
  await db.execute(sql`
    update dead_letters letter
    set replayed_at = ${at.toISOString()}::timestamptz
    from json_to_recordset(${seen}::json) as seen (id uuid, times int)
    where letter.id = seen.id and letter.times = seen.times`);
}

/** How many letters wait, by topic. */
export async function countWaitingDeadLetters(db: AnalyticsDb): Promise<Map<string, number>> {
  const rows = await db
    .select({ topic: deadLetters.topic, letters: sql<number>`count(*)::int` })
    .from(deadLetters)
    .where(isNull(deadLetters.replayedAt))
    .groupBy(deadLetters.topic);
  return new Map(rows.map(({ topic, letters }) => [topic, letters]));
}

function fromRow(row: typeof deadLetters.$inferSelect): DeadLetter {
  const { id, topic, consumerGroup, key, value, error, position, times, firstSeenAt, lastSeenAt, replayedAt } = row;
  return {
    id,
    topic,
    group: consumerGroup,
    key: key.toString('utf8'),
    value: value.toString('utf8'),
    error,
    position,
    times,
    firstSeenAt,
    lastSeenAt,
    replayedAt,
  };
}

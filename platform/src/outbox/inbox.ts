import { sql, type SQL } from 'drizzle-orm';
import { idTime } from '../ids.js';
import type { Db } from '../postgres/database.js';

/**
 * What consumers remember of the events that they handled, so that a repetition changes nothing. It is bounded by age and by rows;
 * ids of events are UUIDv7 and sort by time, so all that is forgotten lies below the newest forgotten id of its lane. What comes from
 * below that line and is not remembered may be new or a repetition: nobody can tell, so it is neither handled nor lost, but put aside.
 */

/** Most rows that one statement of a pruning removes (count): no long lock, no long transaction. */
const pruneBatchRowsMax = 1_000;

/** One consumer and one topic: publishers lag behind by themselves, so each topic has a line of its own. */
export interface Lane {
  consumer: string;
  topic: string;
}

export interface InboxLimits {
  /** How long a row is kept at most (days). */
  retentionDays: number;
  /** Rows of a lane after a pruning at most (count); the oldest go first. */
  rowsMax: number;
}

/** An event from so long ago that it cannot be told whether it was handled. */
export class ForgottenEventError extends Error {
  override readonly name = 'ForgottenEventError';
}

/** Rows of a lane carry this in the column `consumer`; before there were lanes it was the consumer alone. */
const laneName = ({ consumer, topic }: Lane) => `${consumer} ${topic}`;
/** The row under this name has the newest forgotten id of the lane. */
const lineName = (lane: Lane) => `${laneName(lane)} forgotten`;

/**
 * Notes the event for the consumer. False when it was noted before: its effect is already there.
 *
 * @param known true for an event of which somebody knows that the consumer did not handle it, however old it is.
 * @throws ForgottenEventError for an event from below the line.
 */
export async function receiveOnce<S extends Record<string, unknown>>(
  tx: Db<S>,
  lane: Lane,
  eventId: string,
  known = false,
): Promise<boolean> {
  const [noted, line] = await Promise.all([
    // A second delivery at the same time waits here until the first one commits or rolls back.
    tx.execute(sql`
      insert into inbox (consumer, event_id)
      select ${laneName(lane)}, ${eventId}::uuid
      where not exists (select from inbox where consumer = ${lane.consumer} and event_id = ${eventId}::uuid)
      on conflict do nothing
      returning 1`),
    // A statement of its own, after the other: it sees the line of a pruning that the other has waited for.
    tx.execute<{ forgotten: boolean }>(sql`
      select event_id >= ${eventId}::uuid as forgotten from inbox where consumer = ${lineName(lane)}`),
  ]);
  if (noted.length === 0) return false;
  if (line[0]?.forgotten === true && !known && idTime(eventId) !== undefined) {
    throw forgottenEvent(lane, eventId);
  }
  return true;
}

const forgottenEvent = ({ topic }: Lane, eventId: string) =>
  new ForgottenEventError(
    `The event ${eventId} is older than what the inbox remembers of ${topic}: it may have been handled already.`,
  );

/**
 * Notes the events for the consumer.
 *
 * @param eventIds in small letters, as the database writes them.
 * @returns those that are new to the consumer.
 * @throws ForgottenEventError when one of them is from below the line.
 */
export async function receiveAll<S extends Record<string, unknown>>(
  tx: Db<S>,
  lane: Lane,
  eventIds: string[],
): Promise<Set<string>> {
  const ids = JSON.stringify(eventIds);
  const [noted, lines] = await Promise.all([
    // In one order, so that two that note the same events wait for each other in turn.
    tx.execute<{ id: string }>(sql`
      insert into inbox (consumer, event_id)
      select ${laneName(lane)}, id from (select value::uuid as id from jsonb_array_elements_text(${ids}::jsonb)) as given
      where not exists (select from inbox where consumer = ${lane.consumer} and event_id = id)
      order by id
      on conflict do nothing
      returning event_id as id`),
    tx.execute<{ line: string }>(sql`select event_id as line from inbox where consumer = ${lineName(lane)}`),
  ]);
  const received = new Set(noted.map(({ id }) => id));
  const line = lines[0]?.line ?? '';
  const forgotten = eventIds.find((id) => received.has(id) && id <= line && idTime(id) !== undefined);
  if (forgotten !== undefined) throw forgottenEvent(lane, forgotten);
  return received;
}

/**
 * Forgets events of the lane that were received more than `retentionDays` ago, and the oldest beyond `rowsMax`. Moves the line in the
 * transaction of the deletion.
 */
export async function pruneInbox<S extends Record<string, unknown>>(
  db: Db<S>,
  lane: Lane,
  { retentionDays, rowsMax, signal }: InboxLimits & { signal: AbortSignal },
): Promise<void> {
  const tooOld = sql`received_at < now() - make_interval(days => ${retentionDays})`;
  await prune(db, lane, sql`consumer = ${laneName(lane)} and ${tooOld}`, signal);
  const [cut] = await db.execute<{ id: string }>(sql`
    select event_id as id from inbox where consumer = ${laneName(lane)} order by event_id desc offset ${rowsMax} limit 1`);
  if (cut) await prune(db, lane, sql`consumer = ${laneName(lane)} and event_id <= ${cut.id}::uuid`, signal);
  // Rows from before there were lanes: they end with their age.
  await prune(db, undefined, sql`consumer = ${lane.consumer} and ${tooOld}`, signal);
}

async function prune<S extends Record<string, unknown>>(
  db: Db<S>,
  lane: Lane | undefined,
  which: SQL,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const pruned = await db.transaction(async (tx) => {
      const gone = await tx.execute<{ id: string }>(sql`
        delete from inbox where ctid in (
          select ctid from inbox where ${which} order by event_id limit ${pruneBatchRowsMax} for update skip locked
        ) returning event_id as id`);
      const newest = gone.reduce((found, { id }) => (idTime(id) !== undefined && id > found ? id : found), '');
      if (lane && newest !== '') await moveLine(tx, lane, newest);
      return gone.length;
    });
    if (pruned < pruneBatchRowsMax) return;
  }
}

/** Never backwards, also when two prune at once. */
async function moveLine<S extends Record<string, unknown>>(tx: Db<S>, lane: Lane, eventId: string): Promise<void> {
  // One at a time: a line is one row, though its id is part of the key.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lineName(lane)}, 0))`);
  await tx.execute(sql`
    insert into inbox (consumer, event_id) values (${lineName(lane)}, ${eventId}::uuid) on conflict do nothing`);
  await tx.execute(sql`
    delete from inbox where consumer = ${lineName(lane)}
      and event_id < (select event_id from inbox where consumer = ${lineName(lane)} order by event_id desc limit 1)`);
}

import { sql } from 'drizzle-orm';
import type { Db } from '../postgres/database.js';
import { inbox } from './tables.js';

/** Most rows that one statement of a pruning removes (count): no long lock, no long transaction. */
const pruneBatchRowsMax = 1_000;

/** Notes the event for the consumer. False when it was noted before: its effect is already there. */
export async function receiveOnce<S extends Record<string, unknown>>(
  tx: Db<S>,
  consumer: string,
  eventId: string,
): Promise<boolean> {
  // A second delivery at the same time waits here until the first one commits or rolls back.
  const noted = await tx
    .insert(inbox)
    .values({ consumer, eventId })
    .onConflictDoNothing()
    .returning({ id: inbox.eventId });
  return noted.length > 0;
}

/**
 * Forgets events that the consumer received more than `retentionDays` ago. The bus must not deliver an event again after that
 * time, so its retention has to be the same or shorter.
 */
export async function pruneInbox<S extends Record<string, unknown>>(
  db: Db<S>,
  options: { consumer: string; retentionDays: number; signal: AbortSignal },
): Promise<void> {
  while (!options.signal.aborted) {
    const pruned = await db.execute<{ pruned: number }>(sql`
      with old as (
        select ctid from inbox
        where received_at < now() - make_interval(days => ${options.retentionDays}) and consumer = ${options.consumer}
        limit ${pruneBatchRowsMax}
      ), pruned as (
        delete from inbox where ctid in (select ctid from old) returning 1
      )
      select count(*)::int as pruned from pruned`);
    if ((pruned[0]?.pruned ?? 0) < pruneBatchRowsMax) return;
  }
}

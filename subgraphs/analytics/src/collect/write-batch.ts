import type { ClickHouseClient } from '@clickhouse/client';
import type { RuzletEvent } from '@ruzlet/contracts/registry';
import type { Clock } from '@ruzlet/platform/clock';
import type { AnalyticsDb } from '../storage/database.js';
import { eraseLearner } from '../storage/erase-learner.js';
import { findErased } from '../storage/erasures.js';
import { noId, type EventRow } from '../storage/event-row.js';
import { insertEvents } from '../storage/insert-events.js';
import { usersOf } from './users-of-event.js';
import { reckonTotals, touchedReviews } from '../storage/reckon-totals.js';

/** An event on its way into ClickHouse. */
export interface Collected {
  event: RuzletEvent;
  row: EventRow;
}

/**
 * Writes a batch: raw events, with them what materialized views make of them, then the totals that it touched. Each step can be
 * repeated, so a crash anywhere in between only brings the batch again.
 *
 * Events of an erased learner and of what they owned are dropped, and events of others no longer name the learner. One whose erasure begins while the
 * batch is being written is erased once more afterwards: either this looks first and finds the note, or the erasure finds the rows.
 */
export async function writeBatch(
  { writer, db, clock }: { writer: ClickHouseClient; db: AnalyticsDb; clock: Clock },
  batch: readonly Collected[],
): Promise<void> {
  const users = batch.flatMap(({ event }) => usersOf(event));
  const erased = await findErased(db, users);
  const kept = batch.flatMap(({ event, row }) => {
    if (isAbout(event, erased)) return [];
    return [{ event, row: usersOf(event).some((user) => erased.has(user)) ? withoutNames(row, erased) : row }];
  });
  if (kept.length === 0) return;
  await insertEvents(
    writer,
    kept.map(({ row }) => row),
  );
  await reckonTotals(writer, touchedReviews(kept.map(({ event }) => event)));
  for (const userId of await findErased(db, users)) {
    if (!erased.has(userId)) await eraseLearner({ db, writer }, userId, clock.now());
  }
}

/** True for what the erasure deletes too: acts of the user, and states of their decks and courses, whose titles are their words. */
function isAbout({ data }: RuzletEvent, erased: ReadonlySet<string>): boolean {
  return ('userId' in data && erased.has(data.userId)) || ('ownerId' in data && erased.has(data.ownerId));
}

function withoutNames(row: EventRow, erased: ReadonlySet<string>): EventRow {
  let { data } = row;
  for (const userId of erased) data = data.replaceAll(userId, noId);
  return { ...row, data, user_id: erased.has(row.user_id) ? noId : row.user_id };
}

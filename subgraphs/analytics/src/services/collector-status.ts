import { topics } from '@ruzlet/contracts/topics';
import { runQuery } from '../queries/run-query.js';
import { topicArrivals } from '../queries/topic-arrivals.js';
import { countWaitingDeadLetters } from '../storage/dead-letters.js';
import { requireAdmin } from './require-admin.js';
import type { Scope } from './scope.js';

/** How the collector keeps up with each topic, for administrators. */
export async function collectorStatusOf({ viewer, reader, db, clock }: Scope) {
  requireAdmin(viewer);
  const [rows, waiting] = await Promise.all([
    runQuery(reader, topicArrivals, { now: clock.now().getTime() }),
    countWaitingDeadLetters(db),
  ]);
  const arrivals = new Map(rows.map((row) => [row.topic, row]));
  return {
    topics: topics.map((topic) => {
      const row = arrivals.get(topic);
      return {
        topic,
        eventsLastHour: row?.events_last_hour ?? 0,
        eventsPerSecond: (row?.events_last_minute ?? 0) / 60,
        lagMs: row?.lag_ms ?? null,
        lastReceivedAt: row?.last_received_at ?? null,
        deadLetters: waiting.get(topic) ?? 0,
      };
    }),
  };
}

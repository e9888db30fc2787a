import { and, eq, inArray, sql } from 'drizzle-orm';
import type { DayCounts } from '../domain/study-queue.js';
import type { DecksDb } from './database.js';
import { studyDays } from './tables.js';

/** What learners did of decks on their days. */

export interface DayChange extends DayCounts {
  deckId: string;
  localDay: string;
}

/** Counts of one day by deck; decks not studied on it are absent. */
export async function findDayCounts(
  db: DecksDb,
  userId: string,
  deckIds: readonly string[],
  localDay: string,
): Promise<Map<string, DayCounts>> {
  if (deckIds.length === 0) return new Map();
  const rows = await db
    .select({ deckId: studyDays.deckId, newCount: studyDays.newCount, reviewCount: studyDays.reviewCount })
    .from(studyDays)
    .where(
      and(eq(studyDays.userId, userId), inArray(studyDays.deckId, [...deckIds]), eq(studyDays.localDay, localDay)),
    );
  return new Map(rows.map((row) => [row.deckId, row]));
}

/** Counts of one day over all decks, or of one. */
export async function sumDayCounts(
  db: DecksDb,
  userId: string,
  deckId: string | null,
  localDay: string,
): Promise<DayCounts> {
  const [row] = await db
    .select({
      newCount: sql<number>`coalesce(sum(${studyDays.newCount}), 0)::int`,
      reviewCount: sql<number>`coalesce(sum(${studyDays.reviewCount}), 0)::int`,
    })
    .from(studyDays)
    .where(
      and(
        eq(studyDays.userId, userId),
        eq(studyDays.localDay, localDay),
        deckId === null ? undefined : eq(studyDays.deckId, deckId),
      ),
    );
  return row ?? { newCount: 0, reviewCount: 0 };
}

/** Adds to the counts of days; negative numbers take away. Each deck and day occurs once. */
export async function addToDays(tx: DecksDb, userId: string, changes: readonly DayChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx
    .insert(studyDays)
    .values(changes.map((change) => ({ ...change, userId })))
    .onConflictDoUpdate({
      target: [studyDays.userId, studyDays.deckId, studyDays.localDay],
      set: {
        newCount: sql`greatest(0, ${studyDays.newCount} + excluded.new_count)`,
        reviewCount: sql`greatest(0, ${studyDays.reviewCount} + excluded.review_count)`,
      },
    });
}

import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { AssignmentKind } from '../domain/assignment.js';
import { forgettingDecay, forgettingFactor } from '../domain/forgetting.js';
import { assignments, courses, deckCardCounts, enrollments, memoryCopies } from './tables.js';
import type { AssignmentRow, MemoryCopyRow, TeachingDb } from './teaching-db.js';

/** What learners remember of decks, and which assignments wait for it. */

/** A learner and a deck. */
interface Pair {
  userId: string;
  deckId: string;
}

/** One string for a learner and a deck. */
export const nameOf = ({ userId, deckId }: Pair) => `${userId} ${deckId}`;

/** Notes what reviews left, in one statement; of each card the latest counts, and none that is older than what is there. */
export async function putMemories(db: TeachingDb, memories: MemoryCopyRow[]): Promise<void> {
  const latest = new Map<string, MemoryCopyRow>();
  for (const memory of memories) {
    const name = `${nameOf(memory)} ${memory.cardId}`;
    const other = latest.get(name);
    if (!other || other.reviewedAt <= memory.reviewedAt) latest.set(name, memory);
  }
  if (latest.size === 0) return;
  // Rows are locked in one order, so that two such statements wait for each other in turn.
  const rows = [...latest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, memory]) => memory);
  await db.execute(sql`
    insert into ${memoryCopies} (user_id, deck_id, card_id, stability, reviewed_at, review_id, stability_before, reviewed_before)
    select "userId", "deckId", "cardId", stability, "reviewedAt", "reviewId", "stabilityBefore", "reviewedBefore"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(
      "userId" uuid, "deckId" uuid, "cardId" uuid, stability float8, "reviewedAt" timestamptz, "reviewId" uuid,
      "stabilityBefore" float8, "reviewedBefore" timestamptz)
    on conflict (user_id, deck_id, card_id) do update set
      stability = excluded.stability, reviewed_at = excluded.reviewed_at, review_id = excluded.review_id,
      stability_before = excluded.stability_before, reviewed_before = excluded.reviewed_before
    where ${memoryCopies.reviewedAt} <= excluded.reviewed_at`);
}

/** The memory that a late review left, beside the time of the last one, which stays. */
export async function mergeMemory(
  db: TeachingDb,
  of: { userId: string; deckId: string; cardId: string; stability: number },
): Promise<void> {
  await db
    .update(memoryCopies)
    .set({ stability: of.stability })
    .where(
      and(eq(memoryCopies.userId, of.userId), eq(memoryCopies.deckId, of.deckId), eq(memoryCopies.cardId, of.cardId)),
    );
}

/**
 * Takes back the last review of a card: what it found is the memory again. A review before that one cannot be taken back here, for what it
 * found is not kept: the card then counts as not studied until the next review, which says too little and never too much.
 */
export async function undoMemory(
  db: TeachingDb,
  of: { userId: string; deckId: string; cardId: string; reviewId: string },
): Promise<void> {
  const ofCard = and(
    eq(memoryCopies.userId, of.userId),
    eq(memoryCopies.deckId, of.deckId),
    eq(memoryCopies.cardId, of.cardId),
  );
  const restored = await db
    .update(memoryCopies)
    .set({
      stability: sql`${memoryCopies.stabilityBefore}`,
      reviewedAt: sql`${memoryCopies.reviewedBefore}`,
      stabilityBefore: null,
      reviewedBefore: null,
    })
    .where(
      and(
        ofCard,
        eq(memoryCopies.reviewId, of.reviewId),
        sql`${memoryCopies.stabilityBefore} is not null and ${memoryCopies.reviewedBefore} is not null`,
      ),
    )
    .returning({ cardId: memoryCopies.cardId });
  if (restored.length === 0) await db.delete(memoryCopies).where(ofCard);
}

export async function forgetMemory(db: TeachingDb, userId: string, cardIds: readonly string[]): Promise<void> {
  await db.delete(memoryCopies).where(and(eq(memoryCopies.userId, userId), inArray(memoryCopies.cardId, [...cardIds])));
}

export async function forgetCards(db: TeachingDb, cardIds: readonly string[]): Promise<void> {
  await db.delete(memoryCopies).where(inArray(memoryCopies.cardId, [...cardIds]));
}

/** Writes the count, unless a newer event has been there already. */
export async function putCardCount(db: TeachingDb, of: typeof deckCardCounts.$inferInsert): Promise<void> {
  const { cardCount, changedAt } = of;
  await db
    .insert(deckCardCounts)
    .values(of)
    .onConflictDoUpdate({
      target: deckCardCounts.deckId,
      set: { cardCount, changedAt },
      setWhere: lte(deckCardCounts.changedAt, changedAt),
    });
}

const meanRow = z.object({ mean: z.number().nullable() });

/**
 * Mean probability of recall over a deck's cards at a time, 0 to 1, by the curve of `domain/forgetting`; a card never studied counts as 0.
 * Null for a deck without cards, or of which none was told.
 */
export async function meanRetrievability(
  db: TeachingDb,
  of: { userId: string; deckId: string; at: Date },
): Promise<number | null> {
  const days = sql`greatest(0, extract(epoch from (${of.at.toISOString()}::timestamptz - ${memoryCopies.reviewedAt})) / 86400)`;
  const [row] = await db.execute(sql`
    select least(1, coalesce((
      select sum(power((1 + ${forgettingFactor}::float8 * ${days} / greatest(${memoryCopies.stability}, 1e-6))::float8, ${-forgettingDecay}::float8))
      from ${memoryCopies} where ${memoryCopies.userId} = ${of.userId} and ${memoryCopies.deckId} = ${of.deckId}
    ), 0) / nullif(${deckCardCounts.cardCount}, 0)) as mean
    from ${deckCardCounts} where ${deckCardCounts.deckId} = ${of.deckId}`);
  return row === undefined ? null : meanRow.parse(row).mean;
}

/** Of assignments with their courses and members: what students can complete. */
const isOfStudents = (kind: AssignmentKind) =>
  and(
    eq(assignments.kind, kind),
    eq(assignments.published, true),
    eq(courses.state, 'PUBLISHED'),
    eq(enrollments.role, 'STUDENT'),
  );

/** Published assignments of one kind on a deck, in published courses in which the user is a student. */
export async function findAssignmentsOnDeck(
  db: TeachingDb,
  of: { userId: string; deckId: string; kind: AssignmentKind },
): Promise<AssignmentRow[]> {
  const rows = await db
    .select({ assignment: assignments })
    .from(assignments)
    .innerJoin(courses, eq(courses.id, assignments.courseId))
    .innerJoin(enrollments, eq(enrollments.courseId, courses.id))
    .where(and(isOfStudents(of.kind), eq(assignments.deckId, of.deckId), eq(enrollments.userId, of.userId)))
    .orderBy(assignments.id);
  return rows.map(({ assignment }) => assignment);
}

/** Of these learners and decks, those that an assignment of study waits for: `nameOf` them. */
export async function findAwaitedDecks(db: TeachingDb, pairs: Pair[]): Promise<Set<string>> {
  const given = new Map(pairs.map(({ userId, deckId }) => [nameOf({ userId, deckId }), { userId, deckId }]));
  const wanted = JSON.stringify([...given.values()]);
  const found = await db
    .selectDistinct({ userId: enrollments.userId, deckId: assignments.deckId })
    .from(assignments)
    .innerJoin(courses, eq(courses.id, assignments.courseId))
    .innerJoin(enrollments, eq(enrollments.courseId, courses.id))
    .where(
      and(
        isOfStudents('STUDY'),
        sql`(${enrollments.userId}, ${assignments.deckId}) in (
          select "userId", "deckId" from jsonb_to_recordset(${wanted}::jsonb) as wanted("userId" uuid, "deckId" uuid))`,
      ),
    );
  return new Set(found.flatMap(({ userId, deckId }) => (deckId === null ? [] : nameOf({ userId, deckId }))));
}

/** How many cards a deck has; undefined when none was told. */
export async function findCardCount(db: TeachingDb, deckId: string): Promise<number | undefined> {
  const [row] = await db
    .select({ cardCount: deckCardCounts.cardCount })
    .from(deckCardCounts)
    .where(eq(deckCardCounts.deckId, deckId));
  return row?.cardCount;
}

import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { PracticeTestRecord } from '../domain/practice-test.js';
import type { Paper } from '../domain/test-paper.js';
import type { PaperAnswer, PaperOutcome } from '../domain/test-grading.js';
import type { DecksDb } from './database.js';
import { answerSchema, policySchema, questionOutcomeSchema, questionSchema } from './paper-schema.js';
import { cards, cardStars, practiceTests } from './tables.js';

/** Practice tests. */

const paperSchema: z.ZodType<Paper> = z.object({ policy: policySchema, questions: z.array(questionSchema) });

const outcomeSchema: z.ZodType<PaperOutcome> = z.object({
  questions: z.array(questionOutcomeSchema),
  score: z.number(),
  correctCount: z.number(),
});

function fromRow(row: typeof practiceTests.$inferSelect): PracticeTestRecord {
  return {
    ...row,
    paper: paperSchema.parse(row.paper),
    outcome: row.outcome === null ? null : outcomeSchema.parse(row.outcome),
    draft: row.draft === null ? null : z.array(answerSchema).parse(row.draft),
  };
}

/** Adds a test unless its id is taken. @returns false when it was. */
export async function insertPracticeTest(tx: DecksDb, test: PracticeTestRecord): Promise<boolean> {
  const rows = await tx.insert(practiceTests).values(test).onConflictDoNothing().returning({ id: practiceTests.id });
  return rows.length > 0;
}

/** A test, whoever made it. */
export async function findPracticeTest(db: DecksDb, id: string): Promise<PracticeTestRecord | undefined> {
  const [row] = await db.select().from(practiceTests).where(eq(practiceTests.id, id));
  return row && fromRow(row);
}

/** Keeps the outcome of a test that was open. @returns false when it was submitted before. */
export async function savePracticeTestOutcome(
  tx: DecksDb,
  id: string,
  submission: { outcome: PaperOutcome; submittedAt: Date; answersFingerprint: string },
): Promise<boolean> {
  const { outcome, submittedAt, answersFingerprint } = submission;
  const rows = await tx
    .update(practiceTests)
    .set({ outcome, submittedAt, answersFingerprint, score: outcome.score, correctCount: outcome.correctCount })
    .where(and(eq(practiceTests.id, id), isNull(practiceTests.submittedAt)))
    .returning({ id: practiceTests.id });
  return rows.length > 0;
}

/** Keeps answers of a test that is open. @returns false when it was submitted. */
export async function savePracticeTestDraft(tx: DecksDb, id: string, draft: readonly PaperAnswer[]): Promise<boolean> {
  const rows = await tx
    .update(practiceTests)
    .set({ draft })
    .where(and(eq(practiceTests.id, id), isNull(practiceTests.submittedAt)))
    .returning({ id: practiceTests.id });
  return rows.length > 0;
}

/** How a learner's tests on a deck went. */
export interface PracticeTestSummary {
  submittedCount: number;
  /** 0..1; null before the first test. */
  best: number | null;
  average: number | null;
  latest: number | null;
  latestAt: Date | null;
}

/** Scores of the submitted tests of a deck in one row. */
export async function summarisePracticeTests(
  db: DecksDb,
  userId: string,
  deckId: string,
): Promise<PracticeTestSummary> {
  const [row] = await db.execute<{
    submitted: number;
    best: number | null;
    average: number | null;
    latest: number | null;
    latest_at: string | null;
  }>(sql`
    select count(*)::int as submitted, max(score) as best, avg(score) as average,
      (array_agg(score order by submitted_at desc, id desc))[1] as latest, max(submitted_at) as latest_at
    from practice_tests where user_id = ${userId} and deck_id = ${deckId} and submitted_at is not null`);
  return {
    submittedCount: row?.submitted ?? 0,
    best: row?.best ?? null,
    average: row?.average ?? null,
    latest: row?.latest ?? null,
    latestAt: typeof row?.latest_at === 'string' ? new Date(row.latest_at) : null,
  };
}

/** A learner's tests, the newest first, after the given start and id. */
export async function listPracticeTests(
  db: DecksDb,
  userId: string,
  options: { deckId: string | null; after: [startedAt: string, id: string] | null; limit: number },
): Promise<PracticeTestRecord[]> {
  const { deckId, after } = options;
  const conditions: (SQL | undefined)[] = [
    eq(practiceTests.userId, userId),
    deckId === null ? undefined : eq(practiceTests.deckId, deckId),
    after
      ? sql`(${practiceTests.startedAt}, ${practiceTests.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
      : undefined,
  ];
  const rows = await db
    .select()
    .from(practiceTests)
    .where(and(...conditions))
    .orderBy(desc(practiceTests.startedAt), desc(practiceTests.id))
    .limit(options.limit);
  return rows.map(fromRow);
}

/** Cards of a deck drawn by lot: the same seed draws the same cards in the same order. Without a seed, in the deck's order. */
export async function drawCards(
  db: DecksDb,
  deckId: string,
  options: { starredBy: string | null; seed: string | null; limit: number },
) {
  const { starredBy, seed, limit } = options;
  const starred = sql`exists (select 1 from ${cardStars} where ${cardStars.cardId} = ${cards.id} and ${cardStars.userId} = ${starredBy})`;
  return db
    .select({
      id: cards.id,
      term: cards.term,
      definition: cards.definition,
      acceptedAnswers: cards.acceptedAnswers,
      distractors: cards.distractors,
    })
    .from(cards)
    .where(and(eq(cards.deckId, deckId), isNull(cards.deletedAt), starredBy === null ? undefined : starred))
    .orderBy(
      seed === null ? cards.sortKey : sql`hashtextextended(${cards.id}::text, hashtextextended(${seed}, 0))`,
      cards.id,
    )
    .limit(limit);
}

import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { PracticeTestRecord } from '../domain/practice-test.js';
import type { Paper } from '../domain/test-paper.js';
import type { PaperOutcome } from '../domain/test-grading.js';
import type { DecksDb } from './database.js';
import { cards, cardStars, practiceTests } from './tables.js';

/** Practice tests. */

const option = z.object({ id: z.string(), text: z.string() });
const asked = { id: z.string(), cardId: z.string(), prompt: z.string(), expected: z.string() };

const paperSchema: z.ZodType<Paper> = z.object({
  policy: z.object({
    language: z.string().nullable(),
    splitAlternatives: z.boolean(),
    lenientDiacritics: z.boolean(),
    allowTypos: z.boolean(),
  }),
  questions: z.array(
    z.discriminatedUnion('kind', [
      z.object({ ...asked, kind: z.literal('WRITTEN'), accepted: z.array(z.string()) }),
      z.object({ ...asked, kind: z.literal('MULTIPLE_CHOICE'), options: z.array(option), rightOptionId: z.string() }),
      z.object({ ...asked, kind: z.literal('TRUE_FALSE'), statement: z.string(), isTrue: z.boolean() }),
      z.object({
        id: z.string(),
        kind: z.literal('MATCHING'),
        prompts: z.array(option.extend({ cardId: z.string(), rightOptionId: z.string() })),
        options: z.array(option),
      }),
    ]),
  ),
});

const outcomeSchema: z.ZodType<PaperOutcome> = z.object({
  questions: z.array(
    z.object({
      questionId: z.string(),
      verdict: z.enum(['EXACT', 'ALTERNATIVE', 'TYPO', 'DIACRITIC', 'PARTIAL', 'WRONG', 'EMPTY']),
      correct: z.boolean(),
      score: z.number(),
      answer: z
        .object({
          questionId: z.string(),
          text: z.string().nullable(),
          optionId: z.string().nullable(),
          isTrue: z.boolean().nullable(),
          pairs: z.array(z.object({ promptId: z.string(), optionId: z.string() })),
          timeMs: z.number().nullable(),
        })
        .nullable(),
    }),
  ),
  score: z.number(),
  correctCount: z.number(),
});

function fromRow(row: typeof practiceTests.$inferSelect): PracticeTestRecord {
  return {
    ...row,
    paper: paperSchema.parse(row.paper),
    outcome: row.outcome === null ? null : outcomeSchema.parse(row.outcome),
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

/** Cards of a deck drawn by lot; the same seed draws the same cards in the same order. */
export async function drawCards(
  db: DecksDb,
  deckId: string,
  options: { starredBy: string | null; seed: string; limit: number },
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
    .orderBy(sql`hashtextextended(${cards.id}::text, hashtextextended(${seed}, 0))`, cards.id)
    .limit(limit);
}

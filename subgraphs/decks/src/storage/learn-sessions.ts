import { and, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { LearnProgress } from '../domain/learn.js';
import type { LearnAnswerRecord, LearnSessionRecord } from '../domain/learn-session.js';
import type { DecksDb } from './database.js';
import { policySchema, poolSchema, questionOutcomeSchema, questionSchema } from './paper-schema.js';
import { learnAnswers, learnSessions } from './tables.js';

/** Learn sessions and their answers. */

const levelSchema = z.union([z.literal(-1), z.literal(0), z.literal(1), z.literal(2)]);
const progressSchema: z.ZodType<LearnProgress> = z.object({
  cards: z.array(z.object({ cardId: z.string(), level: levelSchema, introducedRound: z.number().nullable() })),
  round: z.number(),
  queue: z.array(z.string()),
});

function sessionFromRow(row: typeof learnSessions.$inferSelect): LearnSessionRecord {
  return {
    ...row,
    policy: policySchema.parse(row.policy),
    pool: poolSchema.parse(row.pool),
    progress: progressSchema.parse(row.progress),
    question: row.question === null ? null : questionSchema.parse(row.question),
  };
}

function answerFromRow(row: typeof learnAnswers.$inferSelect): LearnAnswerRecord {
  const { id, sessionId, userId, cardId, round, levelBefore, levelAfter, answeredAt, overriddenAt } = row;
  return {
    id,
    sessionId,
    userId,
    cardId,
    round,
    levelBefore,
    levelAfter,
    answeredAt,
    overriddenAt,
    question: questionSchema.parse(row.question),
    outcome: questionOutcomeSchema.parse(row.outcome),
  };
}

/** Adds a session unless its id is taken. @returns false when it was. */
export async function insertLearnSession(tx: DecksDb, session: LearnSessionRecord): Promise<boolean> {
  const rows = await tx.insert(learnSessions).values(session).onConflictDoNothing().returning({ id: learnSessions.id });
  return rows.length > 0;
}

/** A session, whoever's it is. */
export async function findLearnSession(db: DecksDb, id: string): Promise<LearnSessionRecord | undefined> {
  const [row] = await db.select().from(learnSessions).where(eq(learnSessions.id, id));
  return row && sessionFromRow(row);
}

/** The newest session of a learner's deck that is not finished. */
export async function findOpenLearnSession(
  db: DecksDb,
  userId: string,
  deckId: string,
): Promise<LearnSessionRecord | undefined> {
  const [row] = await db
    .select()
    .from(learnSessions)
    .where(and(eq(learnSessions.userId, userId), eq(learnSessions.deckId, deckId), isNull(learnSessions.finishedAt)))
    .orderBy(desc(learnSessions.startedAt), desc(learnSessions.id))
    .limit(1);
  return row && sessionFromRow(row);
}

/** Keeps where a session stands. */
export async function saveLearnSession(tx: DecksDb, session: LearnSessionRecord): Promise<void> {
  const { progress, question, updatedAt, finishedAt } = session;
  await tx
    .update(learnSessions)
    .set({ progress, question, updatedAt, finishedAt })
    .where(eq(learnSessions.id, session.id));
}

export async function insertLearnAnswer(tx: DecksDb, answer: LearnAnswerRecord): Promise<void> {
  await tx.insert(learnAnswers).values(answer);
}

/** An answer, whoever gave it. */
export async function findLearnAnswer(db: DecksDb, id: string): Promise<LearnAnswerRecord | undefined> {
  const [row] = await db.select().from(learnAnswers).where(eq(learnAnswers.id, id));
  return row && answerFromRow(row);
}

/** Id of the latest answer to a card in a session. */
export async function findLatestLearnAnswerId(
  db: DecksDb,
  sessionId: string,
  cardId: string,
): Promise<string | undefined> {
  const [row] = await db
    .select({ id: learnAnswers.id })
    .from(learnAnswers)
    .where(and(eq(learnAnswers.sessionId, sessionId), eq(learnAnswers.cardId, cardId)))
    .orderBy(desc(learnAnswers.seq))
    .limit(1);
  return row?.id;
}

/** Notes that the learner overrode the verdict, and the level that this led to. */
export async function markLearnAnswerOverridden(tx: DecksDb, answer: LearnAnswerRecord): Promise<void> {
  await tx
    .update(learnAnswers)
    .set({ overriddenAt: answer.overriddenAt, levelAfter: answer.levelAfter })
    .where(eq(learnAnswers.id, answer.id));
}

import { and, count, eq, exists, notExists, sql } from 'drizzle-orm';
import { lessonCompletions, lessons } from './tables.js';
import type { TeachingDb } from './teaching-db.js';

/** True when the lesson was not completed by the user before. */
export async function insertCompletion(
  db: TeachingDb,
  completion: typeof lessonCompletions.$inferInsert,
): Promise<boolean> {
  const rows = await db
    .insert(lessonCompletions)
    .values(completion)
    .onConflictDoNothing()
    .returning({ lessonId: lessonCompletions.lessonId });
  return rows.length > 0;
}

/** A lesson or module, and who is asked about. */
export interface StudyPart {
  userId: string;
  id: string;
}

/** Which of these users have completed which of these lessons. */
export async function findCompletedLessons(db: TeachingDb, parts: readonly StudyPart[]): Promise<StudyPart[]> {
  return db
    .select({ userId: lessonCompletions.userId, id: lessonCompletions.lessonId })
    .from(lessonCompletions)
    .where(
      sql`(${lessonCompletions.userId}, ${lessonCompletions.lessonId}) in (
        select wanted."userId", wanted.id
        from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as wanted("userId" uuid, id uuid))`,
    );
}

/** Which of these modules still have a lesson that the user has not completed. */
export async function findUnfinishedModules(db: TeachingDb, parts: readonly StudyPart[]): Promise<StudyPart[]> {
  const userId = sql<string>`wanted."userId"`;
  const completion = db
    .select({ one: sql`1` })
    .from(lessonCompletions)
    .where(and(eq(lessonCompletions.lessonId, lessons.id), eq(lessonCompletions.userId, userId)));
  const unfinished = db
    .select({ one: sql`1` })
    .from(lessons)
    .where(and(eq(lessons.moduleId, sql`wanted.id`), notExists(completion)));
  return db
    .select({ userId, id: sql<string>`wanted.id` })
    .from(sql`jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as wanted("userId" uuid, id uuid)`)
    .where(exists(unfinished));
}

/** How many lessons of a course each of these members has completed; pairs without any are left out. */
export async function countCompletions(
  db: TeachingDb,
  members: readonly { courseId: string; userId: string }[],
): Promise<{ courseId: string; userId: string; count: number }[]> {
  const wanted = JSON.stringify(members);
  return db
    .select({ courseId: lessonCompletions.courseId, userId: lessonCompletions.userId, count: count() })
    .from(lessonCompletions)
    .where(
      sql`(${lessonCompletions.courseId}, ${lessonCompletions.userId}) in (
        select wanted."courseId", wanted."userId"
        from jsonb_to_recordset(${wanted}::jsonb) as wanted("courseId" uuid, "userId" uuid))`,
    )
    .groupBy(lessonCompletions.courseId, lessonCompletions.userId);
}

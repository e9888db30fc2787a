import { and, count, eq, inArray, notExists, sql } from 'drizzle-orm';
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

/** Which of these lessons the user has completed. */
export async function findCompletedLessons(
  db: TeachingDb,
  userId: string,
  lessonIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .select({ lessonId: lessonCompletions.lessonId })
    .from(lessonCompletions)
    .where(and(eq(lessonCompletions.userId, userId), inArray(lessonCompletions.lessonId, [...lessonIds])));
  return rows.map((row) => row.lessonId);
}

/** Which of these modules still have a lesson that the user has not completed. */
export async function findUnfinishedModules(
  db: TeachingDb,
  userId: string | null,
  moduleIds: readonly string[],
): Promise<string[]> {
  const completion = db
    .select({ one: sql`1` })
    .from(lessonCompletions)
    .where(
      and(
        eq(lessonCompletions.lessonId, lessons.id),
        userId === null ? sql`false` : eq(lessonCompletions.userId, userId),
      ),
    );
  const rows = await db
    .selectDistinct({ moduleId: lessons.moduleId })
    .from(lessons)
    .where(and(inArray(lessons.moduleId, [...moduleIds]), notExists(completion)));
  return rows.map((row) => row.moduleId);
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

import { and, asc, eq } from 'drizzle-orm';
import type { DecksDb } from './database.js';
import { courseDecks, courseExams, courseMembers } from './tables.js';

/** Exams of courses, each as one learner set it, and what of the course they need. */

export type CourseExamRecord = typeof courseExams.$inferSelect;

export async function findCourseExam(
  db: DecksDb,
  userId: string,
  courseId: string,
): Promise<CourseExamRecord | undefined> {
  const [exam] = await db
    .select()
    .from(courseExams)
    .where(and(eq(courseExams.userId, userId), eq(courseExams.courseId, courseId)));
  return exam;
}

export async function saveCourseExam(db: DecksDb, exam: CourseExamRecord): Promise<void> {
  const { examDate, targetRetention, minutesPerDay, updatedAt } = exam;
  await db
    .insert(courseExams)
    .values(exam)
    .onConflictDoUpdate({
      target: [courseExams.userId, courseExams.courseId],
      set: { examDate, targetRetention, minutesPerDay, updatedAt },
    });
}

export async function removeCourseExam(db: DecksDb, userId: string, courseId: string): Promise<void> {
  await db.delete(courseExams).where(and(eq(courseExams.userId, userId), eq(courseExams.courseId, courseId)));
}

export async function isCourseMember(db: DecksDb, userId: string, courseId: string): Promise<boolean> {
  const [member] = await db
    .select({ courseId: courseMembers.courseId })
    .from(courseMembers)
    .where(and(eq(courseMembers.courseId, courseId), eq(courseMembers.userId, userId)));
  return member !== undefined;
}

/** Ids of the decks that a course uses, each once. */
export async function findCourseDeckIds(db: DecksDb, courseId: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ deckId: courseDecks.deckId })
    .from(courseDecks)
    .where(eq(courseDecks.courseId, courseId))
    .orderBy(asc(courseDecks.deckId))
    .limit(limit);
  return rows.map(({ deckId }) => deckId);
}

import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { SubjectColumn, Tally } from '@ruzlet/platform/subject-data/subject-rows';
import type { CourseRow, TeachingDb } from './teaching-db.js';
import { assignments, courses, enrollments, lessons } from './tables.js';

/** A course of somebody who goes. */
export interface CourseOfUser {
  course: CourseRow;
  /** Whether anybody else belongs to it. */
  shared: boolean;
  /** The teacher who has been there longest, to take it over. */
  heirId: string | null;
}

const standing = z.array(z.object({ id: z.string(), shared: z.boolean(), heir_id: z.string().nullable() }));

/** The courses of a user, locked until the transaction ends. */
export async function lockCoursesOfUser(tx: TeachingDb, userId: string): Promise<CourseOfUser[]> {
  const owned = await tx.select().from(courses).where(eq(courses.ownerId, userId)).orderBy(courses.id).for('update');
  if (owned.length === 0) return [];
  const rows = standing.parse([
    ...(await tx.execute(sql`
      select course.id,
        exists (select from enrollments other where other.course_id = course.id and other.user_id <> ${userId}) as shared,
        (
          select teacher.user_id from enrollments teacher
          where teacher.course_id = course.id and teacher.user_id <> ${userId} and teacher.role = 'TEACHER'
          order by teacher.joined_at, teacher.id limit 1
        ) as heir_id
      from courses course where course.owner_id = ${userId}`)),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return owned.map((course) => {
    const row = byId.get(course.id);
    return { course, shared: row?.shared ?? false, heirId: row?.heir_id ?? null };
  });
}

export async function removeCourses(tx: TeachingDb, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.delete(courses).where(inArray(courses.id, [...ids]));
}

export async function changeCourse(
  tx: TeachingDb,
  id: string,
  change: Partial<Pick<CourseRow, 'ownerId' | 'state' | 'listed' | 'updatedAt'>>,
): Promise<CourseRow | undefined> {
  const [row] = await tx.update(courses).set(change).where(eq(courses.id, id)).returning();
  return row;
}

export async function findLessonsOfCourses(
  tx: TeachingDb,
  courseIds: readonly string[],
): Promise<{ lessonId: string; moduleId: string; courseId: string; title: string }[]> {
  if (courseIds.length === 0) return [];
  return tx
    .select({ lessonId: lessons.id, moduleId: lessons.moduleId, courseId: lessons.courseId, title: lessons.title })
    .from(lessons)
    .where(inArray(lessons.courseId, [...courseIds]));
}

export async function findAssignmentIdsOfCourses(
  tx: TeachingDb,
  courseIds: readonly string[],
): Promise<{ assignmentId: string; courseId: string }[]> {
  if (courseIds.length === 0) return [];
  return tx
    .select({ assignmentId: assignments.id, courseId: assignments.courseId })
    .from(assignments)
    .where(inArray(assignments.courseId, [...courseIds]));
}

export async function makeOwner(tx: TeachingDb, courseId: string, userId: string): Promise<void> {
  await tx
    .update(enrollments)
    .set({ role: 'OWNER' })
    .where(and(eq(enrollments.courseId, courseId), eq(enrollments.userId, userId)));
}

/** Puts somebody else in the place of a user, in every column that names one. @returns how many rows of which table. */
export async function replaceAuthor(
  tx: TeachingDb,
  columns: readonly SubjectColumn[],
  userId: string,
  replacement: string,
): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const { table, column } of columns) {
    const name = sql.identifier(column);
    const { count } = await tx.execute(
      sql`update ${sql.identifier(table)} set ${name} = ${replacement} where ${name} = ${userId}`,
    );
    if (count > 0) tallies.push({ kind: `${table}.${column}`, count });
  }
  return tallies;
}

/** Takes a user out of the copies of decks. */
export async function eraseFromDeckCopies(tx: TeachingDb, userId: string): Promise<void> {
  await tx.execute(sql`
    update deck_copies
    set editor_ids = array_remove(editor_ids, ${userId}::uuid), viewer_ids = array_remove(viewer_ids, ${userId}::uuid)
    where ${userId}::uuid = any(editor_ids) or ${userId}::uuid = any(viewer_ids)`);
}

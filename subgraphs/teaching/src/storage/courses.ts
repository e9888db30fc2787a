import { and, desc, eq, inArray, lt, ne, or, sql } from 'drizzle-orm';
import type { CourseRole } from '../domain/course.js';
import { courses, enrollments } from './tables.js';
import type { CourseRow, TeachingDb } from './teaching-db.js';

/** The row as inserted; undefined when there is a course with this id already. */
export async function insertCourse(
  db: TeachingDb,
  course: typeof courses.$inferInsert,
): Promise<CourseRow | undefined> {
  const [row] = await db.insert(courses).values(course).onConflictDoNothing({ target: courses.id }).returning();
  return row;
}

export async function findCoursesByIds(db: TeachingDb, ids: readonly string[]): Promise<CourseRow[]> {
  return db
    .select()
    .from(courses)
    .where(inArray(courses.id, [...ids]));
}

/**
 * The course, locked until the transaction ends. `CHANGE` keeps other changes of the course and its structure out;
 * `STATE` only keeps the state as it is, so that many can join at once.
 */
export async function lockCourse(db: TeachingDb, id: string, lock: 'CHANGE' | 'STATE'): Promise<CourseRow | undefined> {
  const [row] = await db
    .select()
    .from(courses)
    .where(eq(courses.id, id))
    .for(lock === 'CHANGE' ? 'no key update' : 'share');
  return row;
}

export async function findCourseIdByJoinCode(db: TeachingDb, joinCode: string): Promise<string | undefined> {
  const [row] = await db.select({ id: courses.id }).from(courses).where(eq(courses.joinCode, joinCode));
  return row?.id;
}

export async function updateCourseRow(
  db: TeachingDb,
  id: string,
  patch: Partial<Omit<typeof courses.$inferInsert, 'id'>>,
): Promise<CourseRow> {
  const [row] = await db.update(courses).set(patch).where(eq(courses.id, id)).returning();
  if (!row) throw new Error(`Course ${id} was locked and is gone.`);
  return row;
}

/** A course of which somebody is a member, and since when: what `myCourses` pages over. */
export interface Membership {
  course: CourseRow;
  enrollmentId: string;
  joinedAt: Date;
}

/** Courses of a member, the newest membership first; a student's drafts are left out. */
export async function pageMemberships(
  db: TeachingDb,
  page: { userId: string; role: CourseRole | null; limit: number; after: { joinedAt: Date; id: string } | null },
): Promise<Membership[]> {
  const { after } = page;
  return db
    .select({ course: courses, enrollmentId: enrollments.id, joinedAt: enrollments.joinedAt })
    .from(enrollments)
    .innerJoin(courses, eq(courses.id, enrollments.courseId))
    .where(
      and(
        eq(enrollments.userId, page.userId),
        page.role === null ? undefined : eq(enrollments.role, page.role),
        or(ne(enrollments.role, 'STUDENT'), ne(courses.state, 'DRAFT')),
        after === null
          ? undefined
          : or(
              lt(enrollments.joinedAt, after.joinedAt),
              and(eq(enrollments.joinedAt, after.joinedAt), lt(enrollments.id, after.id)),
            ),
      ),
    )
    .orderBy(desc(enrollments.joinedAt), desc(enrollments.id))
    .limit(page.limit);
}

/** Published and listed courses whose title and description hold every word, the newest first. */
export async function pagePublicCourses(
  db: TeachingDb,
  page: { words: readonly string[]; limit: number; after: { publishedAt: Date; id: string } | null },
): Promise<CourseRow[]> {
  const { after } = page;
  return db
    .select()
    .from(courses)
    .where(
      and(
        eq(courses.state, 'PUBLISHED'),
        eq(courses.listed, true),
        ...page.words.map(
          (word) =>
            sql`(${courses.title} || ' ' || coalesce(${courses.description}, '')) ilike ${`%${escapeLike(word)}%`}`,
        ),
        after === null
          ? undefined
          : or(
              lt(courses.publishedAt, after.publishedAt),
              and(eq(courses.publishedAt, after.publishedAt), lt(courses.id, after.id)),
            ),
      ),
    )
    .orderBy(desc(courses.publishedAt), desc(courses.id))
    .limit(page.limit);
}

function escapeLike(word: string): string {
  return word.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

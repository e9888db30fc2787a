import { and, asc, count, eq, gt, inArray, or, sql } from 'drizzle-orm';
import type { CourseRole } from '../domain/course.js';
import type { Member } from './batch.js';
import { courses, enrollments } from './tables.js';
import type { CourseRow, EnrollmentRow, TeachingDb } from './teaching-db.js';

/** The row as inserted; undefined when the user belongs to the course already. */
export async function insertEnrollment(db: TeachingDb, row: EnrollmentRow): Promise<EnrollmentRow | undefined> {
  const [inserted] = await db
    .insert(enrollments)
    .values(row)
    .onConflictDoNothing({ target: [enrollments.courseId, enrollments.userId] })
    .returning();
  return inserted;
}

export async function findEnrollment(
  db: TeachingDb,
  courseId: string,
  userId: string,
): Promise<EnrollmentRow | undefined> {
  const [row] = await db.select().from(enrollments).where(isMember(courseId, userId));
  return row;
}

/** The enrolment, locked until the transaction ends. */
export async function lockEnrollment(
  db: TeachingDb,
  courseId: string,
  userId: string,
): Promise<EnrollmentRow | undefined> {
  const [row] = await db.select().from(enrollments).where(isMember(courseId, userId)).for('no key update');
  return row;
}

/** The enrolments of these people in these courses; who is no member is left out. */
export async function findEnrollments(db: TeachingDb, members: readonly Member[]): Promise<EnrollmentRow[]> {
  const wanted = JSON.stringify(members);
  return db
    .select()
    .from(enrollments)
    .where(
      sql`(${enrollments.courseId}, ${enrollments.userId}) in (
        select wanted."courseId", wanted."userId"
        from jsonb_to_recordset(${wanted}::jsonb) as wanted("courseId" uuid, "userId" uuid))`,
    );
}

/** What decides about access to a course, of one moment. */
export interface CourseDoor {
  course: Pick<CourseRow, 'state' | 'listed'>;
  /** Null for who is no member. */
  role: CourseRole | null;
}

/** The doors that these people stand before: by one statement, however many. Courses that are gone are left out. */
export async function findCourseDoors(db: TeachingDb, members: readonly Member[]): Promise<(Member & CourseDoor)[]> {
  const courseId = sql<string>`wanted."courseId"`;
  const userId = sql<string>`wanted."userId"`;
  const rows = await db
    .select({ courseId, userId, state: courses.state, listed: courses.listed, role: enrollments.role })
    .from(sql`jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as wanted("courseId" uuid, "userId" uuid)`)
    .innerJoin(courses, eq(courses.id, courseId))
    .leftJoin(enrollments, and(eq(enrollments.courseId, courses.id), eq(enrollments.userId, userId)));
  return rows.map(({ state, listed, role, ...member }) => ({ ...member, course: { state, listed }, role }));
}

export async function countStudentsOfCourses(
  db: TeachingDb,
  courseIds: readonly string[],
): Promise<{ courseId: string; count: number }[]> {
  return db
    .select({ courseId: enrollments.courseId, count: count() })
    .from(enrollments)
    .where(and(inArray(enrollments.courseId, [...courseIds]), eq(enrollments.role, 'STUDENT')))
    .groupBy(enrollments.courseId);
}

/** A page of members for each course, in the order in which they joined. */
export async function pageEnrollmentsOfCourses(
  db: TeachingDb,
  page: {
    courseIds: readonly string[];
    role: CourseRole | null;
    limit: number;
    after: { joinedAt: Date; id: string } | null;
  },
): Promise<EnrollmentRow[]> {
  const { after } = page;
  const ofCourse = db
    .select()
    .from(enrollments)
    .where(
      and(
        eq(enrollments.courseId, courses.id),
        page.role === null ? undefined : eq(enrollments.role, page.role),
        after === null
          ? undefined
          : or(
              gt(enrollments.joinedAt, after.joinedAt),
              and(eq(enrollments.joinedAt, after.joinedAt), gt(enrollments.id, after.id)),
            ),
      ),
    )
    .orderBy(asc(enrollments.joinedAt), asc(enrollments.id))
    .limit(page.limit)
    .as('of_course');
  return db
    .select({
      id: ofCourse.id,
      courseId: ofCourse.courseId,
      userId: ofCourse.userId,
      role: ofCourse.role,
      joinedAt: ofCourse.joinedAt,
    })
    .from(courses)
    .innerJoinLateral(ofCourse, sql`true`)
    .where(inArray(courses.id, [...page.courseIds]))
    .orderBy(asc(ofCourse.joinedAt), asc(ofCourse.id));
}

export async function updateRole(
  db: TeachingDb,
  courseId: string,
  userId: string,
  role: CourseRole,
): Promise<EnrollmentRow | undefined> {
  const [row] = await db.update(enrollments).set({ role }).where(isMember(courseId, userId)).returning();
  return row;
}

/** The enrolment that was ended; undefined when there was none. */
export async function deleteEnrollment(
  db: TeachingDb,
  courseId: string,
  userId: string,
): Promise<EnrollmentRow | undefined> {
  const [row] = await db.delete(enrollments).where(isMember(courseId, userId)).returning();
  return row;
}

function isMember(courseId: string, userId: string) {
  return and(eq(enrollments.courseId, courseId), eq(enrollments.userId, userId));
}

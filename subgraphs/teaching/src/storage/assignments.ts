import { and, asc, count, eq, getTableColumns, gt, inArray, or, sql } from 'drizzle-orm';
import { assignmentOverrides, assignments, courses, enrollments, submissions } from './tables.js';
import type { AssignmentOverrideRow, AssignmentRow, TeachingDb } from './teaching-db.js';

/** Where an assignment stands in a list. */
export interface AssignmentPlace {
  orderAt: Date;
  id: string;
}

/** The row as inserted; undefined when there is an assignment with this id already. */
export async function insertAssignment(
  db: TeachingDb,
  row: typeof assignments.$inferInsert,
): Promise<AssignmentRow | undefined> {
  const [inserted] = await db
    .insert(assignments)
    .values(row)
    .onConflictDoNothing({ target: assignments.id })
    .returning();
  return inserted;
}

export async function findAssignmentsByIds(db: TeachingDb, ids: readonly string[]): Promise<AssignmentRow[]> {
  return db
    .select()
    .from(assignments)
    .where(inArray(assignments.id, [...ids]));
}

/** The assignments of these courses in the order in which they are due. */
export async function findAssignmentsOfCourses(db: TeachingDb, courseIds: readonly string[]): Promise<AssignmentRow[]> {
  return db
    .select()
    .from(assignments)
    .where(inArray(assignments.courseId, [...courseIds]))
    .orderBy(asc(assignments.orderAt), asc(assignments.id));
}

export async function countAssignmentsOfCourse(db: TeachingDb, courseId: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(assignments).where(eq(assignments.courseId, courseId));
  return row?.count ?? 0;
}

export async function updateAssignmentRow(
  db: TeachingDb,
  id: string,
  patch: Partial<Omit<typeof assignments.$inferInsert, 'id'>>,
): Promise<AssignmentRow> {
  const [row] = await db
    .update(assignments)
    .set({ ...patch, version: sql`${assignments.version} + 1` })
    .where(eq(assignments.id, id))
    .returning();
  if (!row) throw new Error(`Assignment ${id} is gone although its course is locked.`);
  return row;
}

export async function deleteAssignmentRow(db: TeachingDb, id: string): Promise<void> {
  await db.delete(assignments).where(eq(assignments.id, id));
}

function isAfter(after: AssignmentPlace | null) {
  return after === null
    ? undefined
    : or(
        gt(assignments.orderAt, after.orderAt),
        and(eq(assignments.orderAt, after.orderAt), gt(assignments.id, after.id)),
      );
}

/** A page of what somebody has to do as a student, over all their published courses. */
export async function pageAssignmentsOfStudent(
  db: TeachingDb,
  page: { userId: string; onlyOpenAt: Date | null; limit: number; after: AssignmentPlace | null },
): Promise<AssignmentRow[]> {
  const { userId, onlyOpenAt } = page;
  const closesAt = sql`coalesce(${assignmentOverrides.closesAt}, ${assignments.closesAt})`;
  const dueAt = sql`coalesce(${assignmentOverrides.dueAt}, ${assignments.dueAt})`;
  const rows = await db
    .select({ assignment: assignments })
    .from(enrollments)
    .innerJoin(courses, eq(courses.id, enrollments.courseId))
    .innerJoin(assignments, eq(assignments.courseId, courses.id))
    .leftJoin(
      assignmentOverrides,
      and(eq(assignmentOverrides.assignmentId, assignments.id), eq(assignmentOverrides.studentId, userId)),
    )
    .leftJoin(submissions, and(eq(submissions.assignmentId, assignments.id), eq(submissions.studentId, userId)))
    .where(
      and(
        eq(enrollments.userId, userId),
        eq(enrollments.role, 'STUDENT'),
        eq(courses.state, 'PUBLISHED'),
        eq(assignments.published, true),
        onlyOpenAt === null
          ? undefined
          : // A grade that is hidden must not be told by what is left out: what counts is what the student sees.
            sql`(coalesce(${submissions.state}, 'OPEN') = 'OPEN' or (
                ${submissions.state} = 'GRADED' and not ${assignments.gradesPosted} and ${submissions.submittedAt} is null))
              and (${closesAt} is null or ${closesAt} >= ${onlyOpenAt.toISOString()}::timestamptz)
              and (${assignments.lateAccepted} or ${dueAt} is null
                or ${dueAt} + ${assignments.graceMinutes} * interval '1 minute' >= ${onlyOpenAt.toISOString()}::timestamptz)`,
        isAfter(page.after),
      ),
    )
    .orderBy(asc(assignments.orderAt), asc(assignments.id))
    .limit(page.limit);
  return rows.map(({ assignment }) => assignment);
}

/** What is set for one student in each of these assignments; pairs without anything are left out. */
export async function findOverrides(
  db: TeachingDb,
  pairs: readonly { assignmentId: string; studentId: string }[],
): Promise<AssignmentOverrideRow[]> {
  const wanted = JSON.stringify(pairs);
  return db
    .select()
    .from(assignmentOverrides)
    .where(
      sql`(${assignmentOverrides.assignmentId}, ${assignmentOverrides.studentId}) in (
        select wanted."assignmentId", wanted."studentId"
        from jsonb_to_recordset(${wanted}::jsonb) as wanted("assignmentId" uuid, "studentId" uuid))`,
    );
}

/** What is set for these students in their courses. */
export async function findOverridesOfStudents(
  db: TeachingDb,
  members: readonly { courseId: string; userId: string }[],
): Promise<(AssignmentOverrideRow & { courseId: string })[]> {
  const wanted = JSON.stringify(members);
  return db
    .select({ ...getTableColumns(assignmentOverrides), courseId: assignments.courseId })
    .from(assignmentOverrides)
    .innerJoin(assignments, eq(assignments.id, assignmentOverrides.assignmentId))
    .where(
      sql`(${assignments.courseId}, ${assignmentOverrides.studentId}) in (
        select wanted."courseId", wanted."userId"
        from jsonb_to_recordset(${wanted}::jsonb) as wanted("courseId" uuid, "userId" uuid))`,
    );
}

export async function pageOverrides(
  db: TeachingDb,
  page: { assignmentIds: readonly string[]; limit: number; after: string | null },
): Promise<AssignmentOverrideRow[]> {
  const ofAssignment = db
    .select()
    .from(assignmentOverrides)
    .where(
      and(
        eq(assignmentOverrides.assignmentId, assignments.id),
        page.after === null ? undefined : gt(assignmentOverrides.studentId, page.after),
      ),
    )
    .orderBy(asc(assignmentOverrides.studentId))
    .limit(page.limit)
    .as('of_assignment');
  return db
    .select({
      assignmentId: ofAssignment.assignmentId,
      studentId: ofAssignment.studentId,
      opensAt: ofAssignment.opensAt,
      dueAt: ofAssignment.dueAt,
      closesAt: ofAssignment.closesAt,
      attemptsMax: ofAssignment.attemptsMax,
    })
    .from(assignments)
    .innerJoinLateral(ofAssignment, sql`true`)
    .where(inArray(assignments.id, [...page.assignmentIds]))
    .orderBy(asc(ofAssignment.studentId));
}

export async function putOverride(db: TeachingDb, row: AssignmentOverrideRow): Promise<void> {
  const { assignmentId, studentId, ...dates } = row;
  await db
    .insert(assignmentOverrides)
    .values({ assignmentId, studentId, ...dates })
    .onConflictDoUpdate({ target: [assignmentOverrides.assignmentId, assignmentOverrides.studentId], set: dates });
}

export async function deleteOverride(db: TeachingDb, assignmentId: string, studentId: string): Promise<void> {
  await db
    .delete(assignmentOverrides)
    .where(and(eq(assignmentOverrides.assignmentId, assignmentId), eq(assignmentOverrides.studentId, studentId)));
}

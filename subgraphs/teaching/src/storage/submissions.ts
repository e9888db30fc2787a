import { and, asc, eq, getTableColumns, gt, inArray, or, sql } from 'drizzle-orm';
import type { SubmissionState } from '../domain/assignment.js';
import { assignments, enrollments, submissionAttempts, submissions } from './tables.js';
import type { SubmissionAttemptRow, SubmissionRow, TeachingDb } from './teaching-db.js';

type Patch = Partial<Omit<typeof submissions.$inferInsert, 'id' | 'assignmentId' | 'studentId'>>;

/** The student's submission, made when there is none, locked until the transaction ends. */
export async function lockSubmission(
  tx: TeachingDb,
  wanted: { id: string; assignmentId: string; courseId: string; studentId: string; now: Date },
): Promise<SubmissionRow> {
  const { now, ...ids } = wanted;
  await tx
    .insert(submissions)
    .values({ ...ids, state: 'OPEN', criteria: [], createdAt: now, updatedAt: now })
    .onConflictDoNothing({ target: [submissions.assignmentId, submissions.studentId] });
  const [row] = await tx
    .select()
    .from(submissions)
    .where(and(eq(submissions.assignmentId, wanted.assignmentId), eq(submissions.studentId, wanted.studentId)))
    .for('update');
  if (!row) throw new Error(`The submission of ${wanted.studentId} to ${wanted.assignmentId} is gone at once.`);
  return row;
}

export async function findSubmissionsByIds(db: TeachingDb, ids: readonly string[]): Promise<SubmissionRow[]> {
  return db
    .select()
    .from(submissions)
    .where(inArray(submissions.id, [...ids]));
}

export async function updateSubmission(db: TeachingDb, id: string, patch: Patch): Promise<SubmissionRow> {
  const [row] = await db.update(submissions).set(patch).where(eq(submissions.id, id)).returning();
  if (!row) throw new Error(`Submission ${id} was locked and is gone.`);
  return row;
}

/** What these students have done in their courses. */
export async function findSubmissionsOfStudents(
  db: TeachingDb,
  members: readonly { courseId: string; userId: string }[],
): Promise<SubmissionRow[]> {
  const wanted = JSON.stringify(members);
  return db
    .select()
    .from(submissions)
    .where(
      sql`(${submissions.courseId}, ${submissions.studentId}) in (
        select wanted."courseId", wanted."userId"
        from jsonb_to_recordset(${wanted}::jsonb) as wanted("courseId" uuid, "userId" uuid))`,
    );
}

/** What these students have done for these assignments. */
export async function findSubmissions(
  db: TeachingDb,
  parts: readonly { assignmentId: string; studentId: string }[],
): Promise<SubmissionRow[]> {
  const wanted = JSON.stringify(parts);
  return db
    .select()
    .from(submissions)
    .where(
      sql`(${submissions.assignmentId}, ${submissions.studentId}) in (
        select wanted."assignmentId", wanted."studentId"
        from jsonb_to_recordset(${wanted}::jsonb) as wanted("assignmentId" uuid, "studentId" uuid))`,
    );
}

/** A page of submissions for each assignment, in the order in which they began. */
export async function pageSubmissions(
  db: TeachingDb,
  page: {
    assignmentIds: readonly string[];
    state: SubmissionState | null;
    limit: number;
    after: { createdAt: Date; id: string } | null;
  },
): Promise<SubmissionRow[]> {
  const { after } = page;
  const place = db
    .select({ id: submissions.id })
    .from(submissions)
    .where(
      and(
        eq(submissions.assignmentId, assignments.id),
        page.state === null ? undefined : eq(submissions.state, page.state),
        after === null
          ? undefined
          : or(
              gt(submissions.createdAt, after.createdAt),
              and(eq(submissions.createdAt, after.createdAt), gt(submissions.id, after.id)),
            ),
      ),
    )
    .orderBy(asc(submissions.createdAt), asc(submissions.id))
    .limit(page.limit)
    .as('place');
  return db
    .select(getTableColumns(submissions))
    .from(assignments)
    .innerJoinLateral(place, sql`true`)
    .innerJoin(submissions, eq(submissions.id, place.id))
    .where(inArray(assignments.id, [...page.assignmentIds]))
    .orderBy(asc(submissions.createdAt), asc(submissions.id));
}

export interface SubmissionCountRow {
  assignmentId: string;
  submitted: number;
  graded: number;
  excused: number;
  late: number;
}

export async function countSubmissions(
  db: TeachingDb,
  assignmentIds: readonly string[],
): Promise<SubmissionCountRow[]> {
  const ofState = (state: SubmissionState) =>
    sql<number>`count(*) filter (where ${submissions.state} = ${state})`.mapWith(Number);
  return (
    db
      .select({
        assignmentId: submissions.assignmentId,
        submitted: ofState('SUBMITTED'),
        graded: ofState('GRADED'),
        excused: ofState('EXCUSED'),
        late: sql<number>`count(*) filter (where ${submissions.late})`.mapWith(Number),
      })
      .from(submissions)
      // Who left keeps what they handed in, and is none of the course's students.
      .innerJoin(
        enrollments,
        and(
          eq(enrollments.courseId, submissions.courseId),
          eq(enrollments.userId, submissions.studentId),
          eq(enrollments.role, 'STUDENT'),
        ),
      )
      .where(inArray(submissions.assignmentId, [...assignmentIds]))
      .groupBy(submissions.assignmentId)
  );
}

export async function findAttempt(
  db: TeachingDb,
  submissionId: string,
  id: string,
): Promise<SubmissionAttemptRow | undefined> {
  const [row] = await db
    .select()
    .from(submissionAttempts)
    .where(and(eq(submissionAttempts.submissionId, submissionId), eq(submissionAttempts.id, id)));
  return row;
}

export async function insertAttempt(db: TeachingDb, row: typeof submissionAttempts.$inferInsert): Promise<void> {
  await db.insert(submissionAttempts).values(row);
}

/** Keeps the grade beside the attempt that it was given for. */
export async function gradeAttempt(
  db: TeachingDb,
  submissionId: string,
  number: number,
  grade: { score: number | null; feedback: string | null },
): Promise<void> {
  await db
    .update(submissionAttempts)
    .set(grade)
    .where(and(eq(submissionAttempts.submissionId, submissionId), eq(submissionAttempts.number, number)));
}

export async function findAttemptsOfSubmissions(
  db: TeachingDb,
  submissionIds: readonly string[],
): Promise<SubmissionAttemptRow[]> {
  return db
    .select()
    .from(submissionAttempts)
    .where(inArray(submissionAttempts.submissionId, [...submissionIds]))
    .orderBy(asc(submissionAttempts.number));
}

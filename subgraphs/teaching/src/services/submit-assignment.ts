import { requireViewer, type Viewer } from '@ruzlet/platform/access/viewer';
import { badInput, conflict } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import type { AssignmentDates } from '../domain/assignment.js';
import { isLate, penaltyPercent, windowAt } from '../domain/assignment-dates.js';
import { attemptsMax as attemptsLimit, submissionTextCharactersMax } from '../domain/limits.js';
import {
  findAttempt,
  findSubmissions,
  insertAttempt,
  lockSubmission,
  updateSubmission,
} from '../storage/submissions.js';
import type { AssignmentRow, SubmissionAttemptRow, SubmissionRow, TeachingDb } from '../storage/teaching-db.js';
import { datesOfStudent, enterAssignment, latePolicyOf } from './assignment-access.js';
import { completeByStudy } from './complete-assignment.js';
import { inCourseTransaction, type CourseTransaction } from './course-transaction.js';
import { id, optional, text } from './inputs.js';
import type { ChangeScope } from './scope.js';

/** What a student does with an assignment: keep a draft, hand in. */

const draftInput = z.object({
  assignmentId: z.string(),
  text: text({ charactersMax: submissionTextCharactersMax }),
});

/** Keeps what the viewer has written so far. */
export async function saveSubmissionDraft(scope: ChangeScope, input: unknown): Promise<SubmissionRow> {
  const viewer = requireViewer(scope.viewer);
  const wanted = parseInput(draftInput, input);
  return inCourseTransaction(scope, async (transaction) => {
    const { tx, now } = transaction;
    const door = { viewer, assignmentId: wanted.assignmentId, action: 'SUBMIT', lock: 'STATE' } as const;
    const { assignment } = await enterAssignment(tx, door);
    demandWritten(assignment);
    demandOpen(assignment, await datesOfStudent(tx, assignment, viewer.userId), now);
    const submission = await begin(transaction, assignment, viewer.userId);
    return updateSubmission(tx, submission.id, { draft: wanted.text, updatedAt: now });
  });
}

const submitInput = z.object({
  id: optional(id),
  assignmentId: z.string(),
  text: optional(text({ charactersMax: submissionTextCharactersMax })),
});

/** Hands in an attempt. Sent again with the same id, it answers what is there, whatever the time. */
export async function submitAssignment(scope: ChangeScope, input: unknown): Promise<SubmissionRow> {
  const viewer = requireViewer(scope.viewer);
  const wanted = parseInput(submitInput, input);
  return inCourseTransaction(scope, async (transaction) => {
    const { tx, now } = transaction;
    const door = { viewer, assignmentId: wanted.assignmentId, lock: 'STATE' } as const;
    const repeated = wanted.id !== undefined && (await findRepeated(tx, door, { ...wanted, id: wanted.id }));
    if (repeated) return repeated;
    const { assignment } = await enterAssignment(tx, { ...door, action: 'SUBMIT' });
    if (assignment.kind === 'TEST') {
      throw conflict('This assignment is handed in by a practice test of its deck.');
    }
    const submission = await begin(transaction, assignment, viewer.userId);
    const attemptId = wanted.id ?? newId(now);
    // The same attempt sent twice at once: the second waited for the first.
    const attempt = await findAttempt(tx, submission.id, attemptId);
    if (attempt) return demandSame(submission, attempt, wanted.text);
    const dates = await datesOfStudent(tx, assignment, viewer.userId);
    demandOpen(assignment, dates, now);
    if (assignment.kind === 'STUDY') {
      return completeByStudy(transaction, assignment, { studentId: viewer.userId, attemptId, at: now });
    }
    return handIn(transaction, assignment, submission, { attemptId, dates, text: wanted.text });
  });
}

/** The submission when the viewer has sent this attempt before: it is answered also when the course is over by now. */
async function findRepeated(
  tx: TeachingDb,
  door: { viewer: Viewer; assignmentId: string; lock: 'STATE' },
  wanted: { id: string; text: string | undefined },
): Promise<SubmissionRow | undefined> {
  const { assignment } = await enterAssignment(tx, { ...door, action: 'READ_CONTENT' });
  const [submission] = await findSubmissions(tx, [{ assignmentId: assignment.id, studentId: door.viewer.userId }]);
  const attempt = submission && (await findAttempt(tx, submission.id, wanted.id));
  return attempt && demandSame(submission, attempt, wanted.text);
}

/** @throws AppError CONFLICT when another text was handed in by this id: what the student wrote would be lost unseen. */
function demandSame(submission: SubmissionRow, attempt: SubmissionAttemptRow, text: string | undefined): SubmissionRow {
  // A goal that is reached by studying has no text.
  if (text === undefined || attempt.text === null || text === attempt.text) return submission;
  throw conflict(`Another text was handed in by the id ${attempt.id}: make another id.`);
}

async function handIn(
  { tx, now, emit }: CourseTransaction,
  assignment: AssignmentRow,
  submission: SubmissionRow,
  what: { attemptId: string; dates: AssignmentDates; text: string | undefined },
): Promise<SubmissionRow> {
  const { attemptId, dates } = what;
  const written = what.text ?? submission.draft ?? '';
  if (written === '') throw badInput([{ path: ['input', 'text'], message: 'must not be empty: there is no draft' }]);
  const allowed = dates.attemptsMax ?? attemptsLimit;
  if (submission.attempts >= allowed) throw conflict(`All ${String(allowed)} attempts are used.`);
  const policy = latePolicyOf(assignment);
  const late = isLate(dates, policy, now);
  const number = submission.attempts + 1;
  const { id: submissionId, studentId } = submission;
  await insertAttempt(tx, { id: attemptId, submissionId, studentId, number, text: written, submittedAt: now, late });
  const { courseId, id: assignmentId } = assignment;
  const submittedAt = now.toISOString();
  emit('ruzlet.course.assignment.submitted.v1', {
    courseId,
    assignmentId,
    submissionId,
    userId: studentId,
    attempt: number,
    late,
    submittedAt,
  });
  return updateSubmission(tx, submissionId, {
    state: 'SUBMITTED',
    draft: null,
    text: written,
    attempts: number,
    submittedAt: now,
    late,
    penaltyPercent: penaltyPercent(dates, policy, now),
    // The grade of the attempt before stays with it.
    scoreBeforePenalty: null,
    score: null,
    feedback: null,
    criteria: [],
    gradedBy: null,
    gradedAt: null,
    updatedAt: now,
  });
}

async function begin(
  { tx, now }: CourseTransaction,
  assignment: AssignmentRow,
  studentId: string,
): Promise<SubmissionRow> {
  const { id: assignmentId, courseId } = assignment;
  const submission = await lockSubmission(tx, { id: newId(now), assignmentId, courseId, studentId, now });
  if (submission.state === 'EXCUSED') throw conflict('You are excused from this assignment.');
  return submission;
}

function demandWritten({ kind }: AssignmentRow): void {
  if (kind !== 'WRITTEN') throw conflict(`An assignment of kind ${kind} has no draft.`);
}

function demandOpen(assignment: AssignmentRow, dates: AssignmentDates, now: Date): void {
  switch (windowAt(dates, latePolicyOf(assignment), now)) {
    case 'OPEN':
      return;
    case 'NOT_YET':
      throw conflict(`The assignment opens at ${dates.opensAt?.toISOString() ?? 'a later time'}.`);
    case 'CLOSED':
      throw conflict('The assignment is closed: nothing is taken any more.');
  }
}

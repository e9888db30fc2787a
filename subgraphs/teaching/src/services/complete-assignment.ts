import { newId } from '@ruzlet/platform/ids';
import { afterPenalty, isLate, penaltyPercent, windowAt } from '../domain/assignment-dates.js';
import { attemptsMax as attemptsLimit } from '../domain/limits.js';
import { meanRetrievability } from '../storage/memory-copies.js';
import { findAttempt, insertAttempt, lockSubmission, updateSubmission } from '../storage/submissions.js';
import type { AssignmentRow, SubmissionRow } from '../storage/teaching-db.js';
import { datesOfStudent, latePolicyOf } from './assignment-access.js';
import type { CourseTransaction } from './course-transaction.js';

/** Assignments that complete by themselves: what was studied or tested is what was handed in. */

interface Deed {
  studentId: string;
  /** The practice test, or the review that reached the goal: so that it counts once. */
  attemptId: string;
  /** When it arrived here, by our clock: the learner's own may be set back to before the due date. */
  at: Date;
}

/** Reckons how near the goal of a `STUDY` assignment is, and completes it when it is reached. */
export async function completeByStudy(
  transaction: CourseTransaction,
  assignment: AssignmentRow,
  deed: Deed,
): Promise<SubmissionRow> {
  const { tx, now } = transaction;
  const submission = await lock(transaction, assignment, deed.studentId);
  const { deckId, goalRetrievability: goal } = assignment;
  // Reached once is reached: forgetting takes nothing back, and what a person has graded stays.
  if (submission.state !== 'OPEN' || deckId === null || goal === null) return submission;
  const dates = await datesOfStudent(tx, assignment, deed.studentId);
  if (windowAt(dates, latePolicyOf(assignment), deed.at) !== 'OPEN') return submission;
  const mean = (await meanRetrievability(tx, { userId: deed.studentId, deckId, at: deed.at })) ?? 0;
  const progress = Math.min(1, mean / goal);
  if (progress >= 1) return grade(transaction, assignment, submission, { ...deed, share: 1, progress });
  if (progress === submission.progress) return submission;
  return updateSubmission(tx, submission.id, { progress, updatedAt: now });
}

/** Counts a practice test for a `TEST` assignment; the best attempt is the one that counts. */
export async function completeByTest(
  transaction: CourseTransaction,
  assignment: AssignmentRow,
  deed: Deed & { share: number },
): Promise<SubmissionRow> {
  const { tx } = transaction;
  const submission = await lock(transaction, assignment, deed.studentId);
  if (submission.state === 'EXCUSED' || (await findAttempt(tx, submission.id, deed.attemptId))) return submission;
  const dates = await datesOfStudent(tx, assignment, deed.studentId);
  if (windowAt(dates, latePolicyOf(assignment), deed.at) !== 'OPEN') return submission;
  if (submission.attempts >= (dates.attemptsMax ?? attemptsLimit)) return submission;
  const goal = assignment.goalTestScore ?? 0;
  const progress = goal === 0 ? 1 : Math.min(1, deed.share / goal);
  return grade(transaction, assignment, submission, { ...deed, progress });
}

async function lock(
  { tx, now }: CourseTransaction,
  { id: assignmentId, courseId }: AssignmentRow,
  studentId: string,
): Promise<SubmissionRow> {
  return lockSubmission(tx, { id: newId(now), assignmentId, courseId, studentId, now });
}

async function grade(
  { tx, now, emit }: CourseTransaction,
  assignment: AssignmentRow,
  submission: SubmissionRow,
  deed: Deed & { share: number; progress: number },
): Promise<SubmissionRow> {
  const { id: submissionId, studentId } = submission;
  const dates = await datesOfStudent(tx, assignment, studentId);
  const policy = latePolicyOf(assignment);
  const late = isLate(dates, policy, deed.at);
  const percent = penaltyPercent(dates, policy, deed.at);
  const scoreBeforePenalty = Math.round(assignment.points * deed.share * 100) / 100;
  const score = afterPenalty(scoreBeforePenalty, percent);
  const number = submission.attempts + 1;
  await insertAttempt(tx, {
    id: deed.attemptId,
    submissionId,
    studentId,
    number,
    submittedAt: deed.at,
    late,
    score,
  });
  const who = { courseId: assignment.courseId, assignmentId: assignment.id, submissionId, userId: studentId };
  emit('ruzlet.course.assignment.submitted.v1', { ...who, attempt: number, late, submittedAt: deed.at.toISOString() });
  const progress = Math.max(submission.progress ?? 0, deed.progress);
  const attempted = { attempts: number, submittedAt: deed.at, progress, updatedAt: now };
  // A grade that a person gave, and a better one before, stay.
  const better = submission.gradedBy === null && (submission.score === null || score > submission.score);
  if (!better) return updateSubmission(tx, submissionId, attempted);
  emit('ruzlet.course.assignment.graded.v1', {
    ...who,
    attempt: number,
    score,
    points: assignment.points,
    automatic: true,
    visible: assignment.gradesPosted,
    gradedAt: now.toISOString(),
  });
  return updateSubmission(tx, submissionId, {
    ...attempted,
    state: 'GRADED',
    late,
    penaltyPercent: percent,
    scoreBeforePenalty,
    score,
    gradedAt: now,
  });
}

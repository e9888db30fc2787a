import { attemptsMax as attemptsLimit } from '../domain/limits.js';
import { isStaff } from '../domain/course.js';
import { datesFor } from '../domain/assignment-dates.js';
import type { SubmissionAttemptRow, SubmissionRow } from '../storage/teaching-db.js';
import { standingIn } from './enter-course.js';
import { readPart } from './read-part.js';
import type { ReadScope } from './scope.js';

/** What of a submission the viewer sees: staff everything but the draft, the student the grade once it is posted. */

/** The submission without what is hidden from the viewer. */
export async function shownSubmission(scope: ReadScope, submission: SubmissionRow): Promise<SubmissionRow> {
  const draft = scope.viewer?.userId === submission.studentId ? submission.draft : null;
  if (await seesGrades(scope, submission)) return { ...submission, draft };
  return {
    ...submission,
    draft,
    state: submission.state === 'GRADED' ? (submission.submittedAt ? 'SUBMITTED' : 'OPEN') : submission.state,
    scoreBeforePenalty: null,
    score: null,
    feedback: null,
    criteria: [],
    gradedBy: null,
    gradedAt: null,
  };
}

/** Whether the viewer may see the grades of an assignment. */
export async function seesGrades(
  scope: ReadScope,
  { courseId, assignmentId }: { courseId: string; assignmentId: string },
): Promise<boolean> {
  if (isStaff(await standingIn(scope, courseId))) return true;
  return (await readPart(scope.loaders.assignment, assignmentId)).gradesPosted;
}

/** The viewer's own submission to an assignment; null when there is none. */
export async function readViewerSubmission(scope: ReadScope, assignmentId: string): Promise<SubmissionRow | null> {
  const submission = await scope.loaders.viewerSubmission.load(assignmentId);
  return submission && shownSubmission(scope, submission);
}

/** Attempts that are left; null without a limit. */
export async function readAttemptsLeft(scope: ReadScope, submission: SubmissionRow): Promise<number | null> {
  const { assignmentId, studentId } = submission;
  const [assignment, own] = await Promise.all([
    readPart(scope.loaders.assignment, assignmentId),
    scope.loaders.override.load({ assignmentId, studentId }),
  ]);
  const { attemptsMax } = datesFor(assignment, own);
  return attemptsMax === null ? null : Math.max(0, Math.min(attemptsMax, attemptsLimit) - submission.attempts);
}

/** Every attempt, with its grade as far as the viewer may see it. */
export async function readHistory(scope: ReadScope, submission: SubmissionRow): Promise<SubmissionAttemptRow[]> {
  const [attempts, graded] = await Promise.all([
    scope.loaders.attemptsOfSubmission.load(submission.id),
    seesGrades(scope, submission),
  ]);
  return graded ? attempts : attempts.map((attempt) => ({ ...attempt, score: null, feedback: null }));
}

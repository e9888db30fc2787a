import { requireViewer } from '@ruzlet/platform/access/viewer';
import { badInput, conflict, notFound } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { afterPenalty } from '../domain/assignment-dates.js';
import type { CriterionGrade } from '../domain/assignment.js';
import { faultOfCriteria, sumOfPoints } from '../domain/grading.js';
import { criterionCommentCharactersMax, feedbackCharactersMax, rubricCriteriaMax } from '../domain/limits.js';
import { findSubmissionsByIds, gradeAttempt, lockSubmission, updateSubmission } from '../storage/submissions.js';
import type { AssignmentRow, SubmissionRow, TeachingDb } from '../storage/teaching-db.js';
import { demandStudent, enterAssignment } from './assignment-access.js';
import { points } from './assignment-inputs.js';
import { inCourseTransaction } from './course-transaction.js';
import { emptyToNull, id, optional, parseId, text } from './inputs.js';
import type { ChangeScope } from './scope.js';

const gradeInput = z.object({
  submissionId: optional(z.string()),
  assignmentId: optional(z.string()),
  studentId: optional(z.string()),
  attempt: optional(z.int()),
  score: optional(points),
  criteria: optional(
    z
      .array(
        z.object({
          criterionId: id,
          points,
          comment: optional(text({ charactersMax: criterionCommentCharactersMax })),
        }),
      )
      .max(rubricCriteriaMax, `must have at most ${String(rubricCriteriaMax)} grades`),
  ),
  feedback: optional(text({ charactersMax: feedbackCharactersMax })),
  waivePenalty: optional(z.boolean()),
});
type GradeInput = z.output<typeof gradeInput>;

/** Grades the latest attempt of a student, or anew. The same grade again changes nothing and tells nobody. */
export async function gradeSubmission(scope: ChangeScope, input: unknown): Promise<SubmissionRow> {
  const viewer = requireViewer(scope.viewer);
  const wanted = parseInput(gradeInput, input);
  return inCourseTransaction(scope, async ({ tx, now, emit }) => {
    const target = await targetOf(tx, wanted);
    const door = { viewer, assignmentId: target.assignmentId, action: 'GRADE', lock: 'STATE' } as const;
    const { assignment } = await enterAssignment(tx, door);
    const studentId = target.known ? target.studentId : await demandStudent(tx, assignment.courseId, target.studentId);
    const { courseId, id: assignmentId } = assignment;
    const submission = await lockSubmission(tx, { id: newId(now), assignmentId, courseId, studentId, now });
    if (submission.state === 'EXCUSED') throw conflict('The student is excused: take that back first.');
    if (wanted.attempt !== undefined && wanted.attempt !== submission.attempts) {
      throw conflict(`The latest attempt of the student is ${String(submission.attempts)}: read it first.`);
    }
    const grade = gradeOf(assignment, submission, wanted);
    if (isSame(submission, grade)) return submission;
    const { score, feedback } = grade;
    if (submission.attempts > 0) await gradeAttempt(tx, submission.id, submission.attempts, { score, feedback });
    emit('ruzlet.course.assignment.graded.v1', {
      courseId,
      assignmentId,
      submissionId: submission.id,
      userId: studentId,
      attempt: submission.attempts,
      score,
      points: assignment.points,
      automatic: false,
      visible: assignment.gradesPosted,
      gradedAt: now.toISOString(),
    });
    const gradedBy = viewer.userId;
    return updateSubmission(tx, submission.id, { ...grade, state: 'GRADED', gradedBy, gradedAt: now, updatedAt: now });
  });
}

/** Whose submission to what is meant. @throws AppError BAD_USER_INPUT or NOT_FOUND. */
async function targetOf(
  tx: TeachingDb,
  wanted: GradeInput,
): Promise<{ assignmentId: string; studentId: string; known: boolean }> {
  const { submissionId, assignmentId, studentId } = wanted;
  if (submissionId !== undefined && assignmentId === undefined && studentId === undefined) {
    const [found] = await findSubmissionsByIds(tx, [parseId(submissionId, 'submission')]);
    if (!found) throw notFound('submission');
    return { assignmentId: found.assignmentId, studentId: found.studentId, known: true };
  }
  if (submissionId === undefined && assignmentId !== undefined && studentId !== undefined) {
    return { assignmentId, studentId, known: false };
  }
  throw badInput([{ path: ['input', 'submissionId'], message: 'or else assignmentId and studentId are needed' }]);
}

/** @throws AppError BAD_USER_INPUT for what is not in the rubric, or no points at all. */
function gradeOf(assignment: AssignmentRow, submission: SubmissionRow, wanted: GradeInput) {
  const criteria: CriterionGrade[] = (wanted.criteria ?? []).map(({ comment, ...criterion }) => ({
    ...criterion,
    comment: emptyToNull(comment),
  }));
  const fault = faultOfCriteria(assignment.rubric, criteria);
  if (fault) throw badInput([{ path: ['input', 'criteria', fault.index], message: fault.message }]);
  const sum = criteria.length === 0 ? undefined : sumOfPoints(criteria.map((criterion) => criterion.points));
  const scoreBeforePenalty = wanted.score ?? sum;
  if (scoreBeforePenalty === undefined) {
    throw badInput([{ path: ['input', 'score'], message: 'is needed where no criteria are graded' }]);
  }
  const penaltyPercent = wanted.waivePenalty === true ? 0 : submission.penaltyPercent;
  const score = afterPenalty(scoreBeforePenalty, penaltyPercent);
  return { scoreBeforePenalty, penaltyPercent, score, criteria, feedback: emptyToNull(wanted.feedback) };
}

function isSame(submission: SubmissionRow, grade: ReturnType<typeof gradeOf>): boolean {
  const { scoreBeforePenalty, penaltyPercent, score, criteria, feedback } = submission;
  const before = { scoreBeforePenalty, penaltyPercent, score, criteria: criteria.map(inOrder), feedback };
  const after = { ...grade, criteria: grade.criteria.map(inOrder) };
  return (
    submission.gradedBy !== null && submission.state === 'GRADED' && JSON.stringify(before) === JSON.stringify(after)
  );
}

/** The database orders the names of what it keeps as JSON by itself. */
function inOrder({ criterionId, points: given, comment }: CriterionGrade) {
  return [criterionId, given, comment];
}

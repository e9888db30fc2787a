import { requireViewer } from '@ruzlet/platform/access/viewer';
import { newId } from '@ruzlet/platform/ids';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import type { SubmissionState } from '../domain/assignment.js';
import { lockSubmission, updateSubmission } from '../storage/submissions.js';
import type { SubmissionRow } from '../storage/teaching-db.js';
import { demandStudent, enterAssignment } from './assignment-access.js';
import { inCourseTransaction } from './course-transaction.js';
import type { ChangeScope } from './scope.js';

const excuseInput = z.object({ assignmentId: z.string(), studentId: z.string(), excused: z.boolean().default(true) });

/** Excuses a student from an assignment, or takes that back: then it stands as it stood. */
export async function excuseStudent(scope: ChangeScope, input: unknown): Promise<SubmissionRow> {
  const viewer = requireViewer(scope.viewer);
  const { excused, ...wanted } = parseInput(excuseInput, input);
  return inCourseTransaction(scope, async ({ tx, now, emit }) => {
    const door = { viewer, assignmentId: wanted.assignmentId, action: 'GRADE', lock: 'STATE' } as const;
    const { assignment } = await enterAssignment(tx, door);
    const studentId = await demandStudent(tx, assignment.courseId, wanted.studentId);
    const { courseId, id: assignmentId } = assignment;
    const submission = await lockSubmission(tx, { id: newId(now), assignmentId, courseId, studentId, now });
    if ((submission.state === 'EXCUSED') === excused) return submission;
    emit('ruzlet.course.assignment.excused.v1', {
      courseId,
      assignmentId,
      userId: studentId,
      excused,
      changedAt: now.toISOString(),
    });
    return updateSubmission(tx, submission.id, {
      state: excused ? 'EXCUSED' : stateWithoutExcuse(submission),
      excusedBy: excused ? viewer.userId : null,
      updatedAt: now,
    });
  });
}

function stateWithoutExcuse({ gradedAt, submittedAt }: SubmissionRow): SubmissionState {
  if (gradedAt) return 'GRADED';
  return submittedAt ? 'SUBMITTED' : 'OPEN';
}

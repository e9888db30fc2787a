import { requireViewer } from '@ruzlet/platform/access/viewer';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { datesFor } from '../domain/assignment-dates.js';
import { deleteOverride, putOverride } from '../storage/assignments.js';
import type { AssignmentRow } from '../storage/teaching-db.js';
import { demandStudent, enterAssignment } from './assignment-access.js';
import { attemptsInput, date, demandOrder } from './assignment-inputs.js';
import { inCourseTransaction } from './course-transaction.js';
import { optional, parseId } from './inputs.js';
import type { ChangeScope } from './scope.js';

const ofStudent = z.object({ assignmentId: z.string(), studentId: z.string() });
const overrideInput = ofStudent.extend({
  opensAt: optional(date),
  dueAt: optional(date),
  closesAt: optional(date),
  attemptsMax: optional(attemptsInput),
});

/** Gives one student other dates or attempts. */
export async function setAssignmentOverride(scope: ChangeScope, input: unknown): Promise<AssignmentRow> {
  const viewer = requireViewer(scope.viewer);
  const wanted = parseInput(overrideInput, input);
  return inCourseTransaction(scope, async ({ tx }) => {
    const door = { viewer, assignmentId: wanted.assignmentId, action: 'EDIT', lock: 'STATE' } as const;
    const { assignment } = await enterAssignment(tx, door);
    const studentId = await demandStudent(tx, assignment.courseId, wanted.studentId);
    const own = {
      opensAt: wanted.opensAt ?? null,
      dueAt: wanted.dueAt ?? null,
      closesAt: wanted.closesAt ?? null,
      attemptsMax: wanted.attemptsMax ?? null,
    };
    demandOrder(datesFor(assignment, own));
    await putOverride(tx, { assignmentId: assignment.id, studentId, ...own });
    return assignment;
  });
}

/** Takes back what was set for one student. */
export async function removeAssignmentOverride(scope: ChangeScope, input: unknown): Promise<AssignmentRow> {
  const viewer = requireViewer(scope.viewer);
  const wanted = parseInput(ofStudent, input);
  const studentId = parseId(wanted.studentId, 'student of the course');
  return inCourseTransaction(scope, async ({ tx }) => {
    const door = { viewer, assignmentId: wanted.assignmentId, action: 'EDIT', lock: 'STATE' } as const;
    const { assignment } = await enterAssignment(tx, door);
    await deleteOverride(tx, assignment.id, studentId);
    return assignment;
  });
}

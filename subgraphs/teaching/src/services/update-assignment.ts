import { requireViewer } from '@ruzlet/platform/access/viewer';
import { conflict } from '@ruzlet/platform/errors';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { assignmentInstructionsCharactersMax, assignmentTitleCharactersMax } from '../domain/limits.js';
import { deleteAssignmentRow, updateAssignmentRow } from '../storage/assignments.js';
import type { AssignmentRow, CourseRow } from '../storage/teaching-db.js';
import { enterAssignment } from './assignment-access.js';
import {
  assignmentState,
  attemptsInput,
  date,
  demandOrder,
  goalColumns,
  goalInput,
  lateColumns,
  latePolicyInput,
  orderOf,
  points,
  rubricInput,
  rubricOf,
} from './assignment-inputs.js';
import { inCourseTransaction } from './course-transaction.js';
import { emptyToNull, optional, text } from './inputs.js';
import type { ChangeScope } from './scope.js';

const updateAssignmentInput = z.object({
  id: z.string(),
  expectedVersion: optional(z.int()),
  title: optional(text({ charactersMin: 1, charactersMax: assignmentTitleCharactersMax })),
  instructions: text({ charactersMax: assignmentInstructionsCharactersMax }).nullish(),
  opensAt: date.nullish(),
  dueAt: date.nullish(),
  closesAt: date.nullish(),
  points: optional(points),
  goal: optional(goalInput),
  attemptsMax: attemptsInput.nullish(),
  latePolicy: optional(latePolicyInput),
  rubric: optional(rubricInput),
});

/** Changes an assignment. Grades stay as they were given. */
export async function updateAssignment(scope: ChangeScope, input: unknown): Promise<AssignmentRow> {
  const viewer = requireViewer(scope.viewer);
  const wanted = parseInput(updateAssignmentInput, input);
  return inCourseTransaction(scope, async ({ tx, now, emit }) => {
    const { assignment } = await enterAssignment(tx, { viewer, assignmentId: wanted.id, action: 'EDIT' });
    const { expectedVersion } = wanted;
    if (expectedVersion !== undefined && expectedVersion !== assignment.version) {
      throw conflict(`The assignment has changed since: it has version ${String(assignment.version)}. Read it again.`);
    }
    const dates = {
      opensAt: wanted.opensAt === undefined ? assignment.opensAt : wanted.opensAt,
      dueAt: wanted.dueAt === undefined ? assignment.dueAt : wanted.dueAt,
      closesAt: wanted.closesAt === undefined ? assignment.closesAt : wanted.closesAt,
      attemptsMax: wanted.attemptsMax === undefined ? assignment.attemptsMax : wanted.attemptsMax,
    };
    demandOrder(dates);
    const worth = { kind: assignment.kind, points: wanted.points ?? assignment.points };
    const updated = await updateAssignmentRow(tx, assignment.id, {
      ...(wanted.title !== undefined && { title: wanted.title }),
      ...(wanted.instructions !== undefined && { instructions: emptyToNull(wanted.instructions) }),
      ...dates,
      orderAt: orderOf(dates.dueAt),
      points: worth.points,
      ...(wanted.goal !== undefined && goalColumns(assignment.kind, wanted.goal)),
      ...(wanted.latePolicy !== undefined && lateColumns(wanted.latePolicy)),
      rubric: rubricOf(wanted.rubric ?? inputOf(assignment), worth, now),
      updatedAt: now,
    });
    emit('ruzlet.course.assignment.updated.v1', assignmentState(updated));
    return updated;
  });
}

/** The rubric that stands, to be held against the points again. */
function inputOf({ rubric }: AssignmentRow) {
  return rubric.map(({ description, ...criterion }) => ({ ...criterion, description: description ?? undefined }));
}

/** Shows an assignment to the students. */
export async function publishAssignment(scope: ChangeScope, id: string): Promise<AssignmentRow> {
  const viewer = requireViewer(scope.viewer);
  return inCourseTransaction(scope, async ({ tx, now, emit }) => {
    const { assignment } = await enterAssignment(tx, { viewer, assignmentId: id, action: 'EDIT' });
    if (assignment.published) return assignment;
    const updated = await updateAssignmentRow(tx, assignment.id, { published: true, updatedAt: now });
    emit('ruzlet.course.assignment.updated.v1', assignmentState(updated));
    return updated;
  });
}

/** Deletes an assignment with all that was handed in for it. */
export async function deleteAssignment(scope: ChangeScope, id: string): Promise<CourseRow> {
  const viewer = requireViewer(scope.viewer);
  return inCourseTransaction(scope, async ({ tx, emit }) => {
    const { assignment, course } = await enterAssignment(tx, { viewer, assignmentId: id, action: 'EDIT' });
    await deleteAssignmentRow(tx, assignment.id);
    emit('ruzlet.course.assignment.deleted.v1', { courseId: course.id, assignmentId: assignment.id });
    return course;
  });
}

/** Shows the grades to the students, or hides them until they are posted. */
export async function showGrades(scope: ChangeScope, id: string, gradesPosted: boolean): Promise<AssignmentRow> {
  const viewer = requireViewer(scope.viewer);
  return inCourseTransaction(scope, async ({ tx, now, emit }) => {
    const { assignment } = await enterAssignment(tx, { viewer, assignmentId: id, action: 'GRADE' });
    if (assignment.gradesPosted === gradesPosted) return assignment;
    const updated = await updateAssignmentRow(tx, assignment.id, { gradesPosted, updatedAt: now });
    if (gradesPosted) {
      const { courseId, id: assignmentId } = updated;
      emit('ruzlet.course.grades.posted.v1', { courseId, assignmentId, postedAt: now.toISOString() });
    }
    return updated;
  });
}

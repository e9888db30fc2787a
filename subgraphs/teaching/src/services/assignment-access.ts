import { requireViewer, type Viewer } from '@ruzlet/platform/access/viewer';
import { notFound } from '@ruzlet/platform/errors';
import { isUuid } from '@ruzlet/platform/ids';
import type { AssignmentDates, LatePolicy } from '../domain/assignment.js';
import { datesFor, windowAt } from '../domain/assignment-dates.js';
import { isStaff, type Standing } from '../domain/course.js';
import type { CourseAction } from '../domain/course-access.js';
import { isReadableThroughCourse } from '../domain/deck-grant.js';
import { findAssignmentsByIds, findOverrides } from '../storage/assignments.js';
import { findEnrollment } from '../storage/enrollments.js';
import type { AssignmentRow, CourseRow, TeachingDb } from '../storage/teaching-db.js';
import { enterCourse, standingIn } from './enter-course.js';
import { parseId } from './inputs.js';
import { allows } from './read-course.js';
import type { ReadScope } from './scope.js';

/** Who may see an assignment, and when it takes something from whom. */

/** The assignment: for staff, and for students once it is published; null for everybody else. */
export async function findReadableAssignment(scope: ReadScope, id: string): Promise<AssignmentRow | null> {
  if (!isUuid(id)) return null;
  const assignment = await scope.loaders.assignment.load(id.toLowerCase());
  if (!assignment) return null;
  const course = await scope.loaders.course.load(assignment.courseId);
  if (!course || !(await allows(scope, course, 'READ_CONTENT'))) return null;
  return assignment.published || isStaff(await standingIn(scope, course.id)) ? assignment : null;
}

/** @throws AppError NOT_FOUND for what the viewer may not see. */
export async function readAssignment(scope: ReadScope, id: string): Promise<AssignmentRow> {
  requireViewer(scope.viewer);
  const assignment = await findReadableAssignment(scope, id);
  if (!assignment) throw notFound('assignment');
  return assignment;
}

/**
 * Locks the course of an assignment for a change and checks that the viewer may make it.
 *
 * @throws AppError NOT_FOUND, FORBIDDEN or CONFLICT.
 */
export async function enterAssignment(
  tx: TeachingDb,
  door: { viewer: Viewer; assignmentId: string; action: CourseAction; lock?: 'CHANGE' | 'STATE' },
): Promise<{ course: CourseRow; assignment: AssignmentRow; standing: Standing }> {
  const { assignmentId, ...rest } = door;
  const id = parseId(assignmentId, 'assignment');
  const [found] = await findAssignmentsByIds(tx, [id]);
  if (!found) throw notFound('assignment');
  const { viewer, action } = rest;
  // A student does not learn that there is a draft, whatever they try with it.
  if (!found.published) await demandStaff(tx, found.courseId, viewer.userId);
  const entered = await enterCourse(tx, { ...rest, viewer, action, courseId: found.courseId, thing: 'assignment' });
  const [assignment] = await findAssignmentsByIds(tx, [id]);
  if (!assignment) throw notFound('assignment');
  return { ...entered, assignment };
}

async function demandStaff(tx: TeachingDb, courseId: string, userId: string): Promise<void> {
  const enrollment = await findEnrollment(tx, courseId, userId);
  if (!enrollment || !isStaff(enrollment.role)) throw notFound('assignment');
}

/** @throws AppError NOT_FOUND for who is no student of the course. */
export async function demandStudent(tx: TeachingDb, courseId: string, studentId: string): Promise<string> {
  const userId = parseId(studentId, 'student of the course');
  const enrollment = await findEnrollment(tx, courseId, userId);
  if (enrollment?.role !== 'STUDENT') throw notFound('student of the course');
  return userId;
}

export function latePolicyOf(assignment: AssignmentRow): LatePolicy {
  const { lateAccepted: accepted, graceMinutes, penaltyPercentPerDay, penaltyPercentMax } = assignment;
  return { accepted, graceMinutes, penaltyPercentPerDay, penaltyPercentMax };
}

/** The dates and attempts that hold for one student, read inside a transaction. */
export async function datesOfStudent(
  tx: TeachingDb,
  assignment: AssignmentRow,
  studentId: string,
): Promise<AssignmentDates> {
  const [own] = await findOverrides(tx, [{ assignmentId: assignment.id, studentId }]);
  return datesFor(assignment, own ?? null);
}

export interface DatesModel extends AssignmentDates {
  open: boolean;
}

/** The dates and attempts that hold for the viewer. */
export async function readViewerDates(scope: ReadScope, assignment: AssignmentRow): Promise<DatesModel> {
  const { viewer } = scope;
  const own = viewer && (await scope.loaders.override.load({ assignmentId: assignment.id, studentId: viewer.userId }));
  return withOpen(scope, assignment, datesFor(assignment, own));
}

export function withOpen(
  { clock }: Pick<ReadScope, 'clock'>,
  assignment: AssignmentRow,
  dates: AssignmentDates,
): DatesModel {
  return { ...dates, open: assignment.published && windowAt(dates, latePolicyOf(assignment), clock.now()) === 'OPEN' };
}

/** What is to be done: for staff always, for a student once the assignment opens. */
export async function readInstructions(scope: ReadScope, assignment: AssignmentRow): Promise<string | null> {
  if (assignment.instructions === null) return null;
  if (isStaff(await standingIn(scope, assignment.courseId))) return assignment.instructions;
  const { opensAt } = await readViewerDates(scope, assignment);
  return opensAt === null || opensAt <= scope.clock.now() ? assignment.instructions : null;
}

/** The id of the deck, for who can read it. */
export async function readAssignmentDeck(scope: ReadScope, assignment: AssignmentRow): Promise<string | null> {
  const { deckId, attachedBy } = assignment;
  if (deckId === null || attachedBy === null || !scope.viewer) return null;
  const deck = await scope.loaders.deckCopy.load(deckId);
  return deck && isReadableThroughCourse(deck, attachedBy, scope.viewer.userId) ? deckId : null;
}

import { requireViewer } from '@ruzlet/platform/access/viewer';
import { badInput, conflict, forbidden, notFound } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { assignmentKinds } from '../domain/assignment.js';
import { decideAttachment } from '../domain/deck-grant.js';
import {
  assignmentInstructionsCharactersMax,
  assignmentsPerCourseMax,
  assignmentTitleCharactersMax,
} from '../domain/limits.js';
import { countAssignmentsOfCourse, findAssignmentsByIds, insertAssignment } from '../storage/assignments.js';
import type { AssignmentRow } from '../storage/teaching-db.js';
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
import { checkCourseAction, enterCourse } from './enter-course.js';
import { emptyToNull, id, optional, parseId, text } from './inputs.js';
import { demandSameContent, isSameTime } from './repeated-create.js';
import type { ChangeScope, Scope } from './scope.js';

const createAssignmentInput = z.object({
  id: optional(id),
  courseId: z.string(),
  title: text({ charactersMin: 1, charactersMax: assignmentTitleCharactersMax }),
  instructions: optional(text({ charactersMax: assignmentInstructionsCharactersMax })),
  kind: z.enum(assignmentKinds),
  deckId: optional(z.string()),
  opensAt: optional(date),
  dueAt: optional(date),
  closesAt: optional(date),
  points,
  goal: optional(goalInput),
  attemptsMax: optional(attemptsInput),
  latePolicy: optional(latePolicyInput),
  rubric: optional(rubricInput),
  gradesPosted: optional(z.boolean()),
  publish: optional(z.boolean()),
});

/** Makes an assignment. Sent again with the same id, it answers what is there. */
export async function createAssignment(
  scope: ChangeScope & Pick<Scope, 'arrivals'>,
  input: unknown,
): Promise<AssignmentRow> {
  const viewer = requireViewer(scope.viewer);
  const wanted = parseInput(createAssignmentInput, input);
  const courseId = parseId(wanted.courseId, 'course');
  await checkCourseAction(scope, courseId, 'EDIT');
  const dates = {
    opensAt: wanted.opensAt ?? null,
    dueAt: wanted.dueAt ?? null,
    closesAt: wanted.closesAt ?? null,
    attemptsMax: wanted.attemptsMax ?? null,
  };
  demandOrder(dates);
  const goal = goalColumns(wanted.kind, wanted.goal);
  // Waits for a fresh deck, so it stands before the transaction.
  const deckId = await demandDeck(scope, wanted, viewer.userId);

  return inCourseTransaction(scope, async ({ tx, now, emit }) => {
    await enterCourse(tx, { viewer, courseId, action: 'EDIT' });
    const assignmentId = wanted.id ?? newId(now);
    const [existing] = await findAssignmentsByIds(tx, [assignmentId]);
    if (existing) {
      if (existing.courseId !== courseId || existing.createdBy !== viewer.userId) {
        throw conflict(`The id ${assignmentId} is taken: make another.`);
      }
      const same =
        existing.title === wanted.title &&
        existing.instructions === emptyToNull(wanted.instructions) &&
        existing.kind === wanted.kind &&
        existing.deckId === deckId &&
        existing.points === wanted.points &&
        isSameTime(existing.opensAt, dates.opensAt) &&
        isSameTime(existing.dueAt, dates.dueAt) &&
        isSameTime(existing.closesAt, dates.closesAt);
      demandSameContent({ id: assignmentId, unchanged: existing.version === 1 }, same);
      return existing;
    }
    if ((await countAssignmentsOfCourse(tx, courseId)) >= assignmentsPerCourseMax) {
      throw conflict(`A course has at most ${String(assignmentsPerCourseMax)} assignments.`);
    }
    const assignment = await insertAssignment(tx, {
      id: assignmentId,
      courseId,
      createdBy: viewer.userId,
      kind: wanted.kind,
      title: wanted.title,
      instructions: emptyToNull(wanted.instructions),
      deckId,
      attachedBy: deckId === null ? null : viewer.userId,
      ...dates,
      orderAt: orderOf(dates.dueAt),
      points: wanted.points,
      ...goal,
      ...lateColumns(wanted.latePolicy ?? latePolicyInput.parse({})),
      rubric: rubricOf(wanted.rubric ?? [], wanted, now),
      published: wanted.publish ?? false,
      gradesPosted: wanted.gradesPosted ?? true,
      createdAt: now,
      updatedAt: now,
    });
    // Lost to somebody who took the id between the look and the insert: not in this course, which is locked.
    if (!assignment) throw conflict(`The id ${assignmentId} is taken: make another.`);
    emit('ruzlet.course.assignment.created.v1', assignmentState(assignment));
    return assignment;
  });
}

/** @throws AppError BAD_USER_INPUT, NOT_FOUND or FORBIDDEN. */
async function demandDeck(
  scope: Pick<Scope, 'arrivals'>,
  wanted: { kind: 'STUDY' | 'TEST' | 'WRITTEN'; deckId?: string | undefined },
  userId: string,
): Promise<string | null> {
  if (wanted.deckId === undefined) {
    if (wanted.kind === 'WRITTEN') return null;
    throw badInput([{ path: ['input', 'deckId'], message: `is required for ${wanted.kind}` }]);
  }
  const deckId = parseId(wanted.deckId, 'deck');
  const deck = await scope.arrivals.deck(deckId);
  const decision = deck ? decideAttachment(deck, userId) : 'HIDDEN';
  if (decision === 'HIDDEN') throw notFound('deck');
  if (decision === 'FORBIDDEN') throw forbidden('Only who may edit a private deck can give it to a course.');
  return deckId;
}

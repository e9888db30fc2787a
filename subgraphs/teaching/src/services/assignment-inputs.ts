import { badInput } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import type { EventData } from '@ruzlet/contracts/registry';
import { z } from 'zod';
import { faultOfDates } from '../domain/assignment-dates.js';
import type { AssignmentDates, AssignmentKind, RubricCriterion } from '../domain/assignment.js';
import { rubricPoints } from '../domain/grading.js';
import {
  assignmentPointsMax,
  attemptsMax as attemptsLimit,
  criterionDescriptionCharactersMax,
  criterionTitleCharactersMax,
  goalQuestionsDefault,
  goalQuestionsMax,
  goalRetrievabilityMax,
  goalRetrievabilityMin,
  goalTestScoreDefault,
  graceMinutesMax,
  rubricCriteriaMax,
} from '../domain/limits.js';
import type { AssignmentRow } from '../storage/teaching-db.js';
import { emptyToNull, id, optional, text } from './inputs.js';

/** The pieces that an assignment is made of, as clients send them. */

const between = (min: number, max: number) =>
  z
    .number('must be a number')
    .min(min, `must be at least ${String(min)}`)
    .max(max, `must be at most ${String(max)}`);

export const points = between(0, assignmentPointsMax);
export const attemptsInput = z
  .int('must be a whole number')
  .min(1, 'must be at least 1')
  .max(attemptsLimit, `must be at most ${String(attemptsLimit)}`);
export const date = z.date('must be a time');

export const goalInput = z.object({
  retrievability: optional(between(goalRetrievabilityMin, goalRetrievabilityMax)),
  testScore: optional(between(0, 1)),
  questionsMin: optional(
    z
      .int()
      .min(1, 'must be at least 1')
      .max(goalQuestionsMax, `must be at most ${String(goalQuestionsMax)}`),
  ),
});

export const latePolicyInput = z.object({
  accepted: z.boolean().default(true),
  graceMinutes: z
    .int()
    .min(0, 'must not be negative')
    .max(graceMinutesMax, `must be at most ${String(graceMinutesMax)}`)
    .default(0),
  penaltyPercentPerDay: between(0, 100).default(0),
  penaltyPercentMax: between(0, 100).default(100),
});

export const rubricInput = z
  .array(
    z.object({
      id: optional(id),
      title: text({ charactersMin: 1, charactersMax: criterionTitleCharactersMax }),
      description: optional(text({ charactersMax: criterionDescriptionCharactersMax })),
      points,
    }),
  )
  .max(rubricCriteriaMax, `must have at most ${String(rubricCriteriaMax)} criteria`);

/** The columns of a late policy. */
export function lateColumns(policy: z.output<typeof latePolicyInput>) {
  const { accepted: lateAccepted, ...rest } = policy;
  return { lateAccepted, ...rest };
}

/** @throws AppError BAD_USER_INPUT when a criterion is there twice, or the points are not their sum. */
export function rubricOf(
  input: z.output<typeof rubricInput>,
  assignment: { kind: AssignmentKind; points: number },
  now: Date,
): RubricCriterion[] {
  const rubric = input.map((criterion) => ({
    id: criterion.id ?? newId(now),
    title: criterion.title,
    description: emptyToNull(criterion.description),
    points: criterion.points,
  }));
  if (rubric.length === 0) return rubric;
  if (assignment.kind !== 'WRITTEN') throw badInput([{ path: ['input', 'rubric'], message: 'is for WRITTEN alone' }]);
  if (new Set(rubric.map((criterion) => criterion.id)).size < rubric.length) {
    throw badInput([{ path: ['input', 'rubric'], message: 'has a criterion twice' }]);
  }
  const sum = rubricPoints(rubric);
  if (Math.abs(sum - assignment.points) > 1e-6) {
    throw badInput([{ path: ['input', 'points'], message: `must be the sum of the rubric, ${String(sum)}` }]);
  }
  return rubric;
}

/** The columns of a goal. @throws AppError BAD_USER_INPUT for a goal that does not fit the kind. */
export function goalColumns(
  kind: AssignmentKind,
  goal: z.output<typeof goalInput> | undefined,
): Pick<AssignmentRow, 'goalRetrievability' | 'goalTestScore' | 'goalQuestionsMin'> {
  const fault = (part: string, message: string) => badInput([{ path: ['input', 'goal', part], message }]);
  if (kind !== 'STUDY' && goal?.retrievability !== undefined) throw fault('retrievability', 'is for STUDY alone');
  if (kind !== 'TEST' && goal?.testScore !== undefined) throw fault('testScore', 'is for TEST alone');
  if (kind !== 'TEST' && goal?.questionsMin !== undefined) throw fault('questionsMin', 'is for TEST alone');
  if (kind === 'STUDY' && goal?.retrievability === undefined) throw fault('retrievability', 'is required for STUDY');
  return {
    goalRetrievability: goal?.retrievability ?? null,
    goalTestScore: kind === 'TEST' ? (goal?.testScore ?? goalTestScoreDefault) : null,
    goalQuestionsMin: kind === 'TEST' ? (goal?.questionsMin ?? goalQuestionsDefault) : null,
  };
}

/** @throws AppError BAD_USER_INPUT for dates out of their order. */
export function demandOrder(dates: AssignmentDates): void {
  const fault = faultOfDates(dates);
  if (fault === 'dueAt') throw badInput([{ path: ['input', fault], message: 'must be after opensAt' }]);
  if (fault === 'closesAt')
    throw badInput([{ path: ['input', fault], message: 'must not be before it is due or opens' }]);
}

/** After every due date: where assignments without one stand. */
const endOfTime = new Date('9999-12-31T00:00:00.000Z');

export function orderOf(dueAt: Date | null): Date {
  return dueAt ?? endOfTime;
}

/** An assignment as events tell it. */
export function assignmentState(row: AssignmentRow): EventData<'ruzlet.course.assignment.updated.v1'> {
  const { courseId, id: assignmentId, title, kind, points: worth, published, deckId, attachedBy } = row;
  return {
    courseId,
    assignmentId,
    title,
    kind,
    points: worth,
    published,
    ...(deckId !== null && { deckId }),
    ...(attachedBy !== null && { attachedBy }),
    ...(row.opensAt && { opensAt: row.opensAt.toISOString() }),
    ...(row.dueAt && { dueAt: row.dueAt.toISOString() }),
    ...(row.closesAt && { closesAt: row.closesAt.toISOString() }),
  };
}

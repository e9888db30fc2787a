import { notFound } from '@ruzlet/platform/errors';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import type { DeckRecord } from '../domain/deck.js';
import { defaultStudySettings } from '../domain/study-settings.js';
import {
  type CourseExamRecord,
  findCourseDeckIds,
  findCourseExam,
  isCourseMember,
  removeCourseExam,
  saveCourseExam,
} from '../storage/course-exams.js';
import type { DecksDb } from '../storage/database.js';
import { courseExamEvent } from './learning-events.js';
import { findVisibleDeck, requireSignIn } from './deck-access.js';
import { type DatedPlan, planFor } from './forecast-study.js';
import { idInput } from './inputs.js';
import type { ReviewContext } from './review-cards.js';
import { courseExamInput } from './study-inputs.js';

/** The exam of a course: one plan over all its decks. Each learner sets date, target and minutes for themselves. */

/** Decks of a course that a plan looks at (count). */
const courseDecksMax = 200;

export interface CourseExamPlanResult extends DatedPlan {
  courseId: string;
  decks: DeckRecord[];
}

/**
 * Sets or takes away the exam of a course for the viewer; what the input leaves out stays, or has its default.
 *
 * @throws AppError NOT_FOUND when the viewer is no member of the course.
 */
export async function setCourseExam(ctx: ReviewContext, input: unknown): Promise<CourseExamPlanResult | null> {
  const { userId } = requireSignIn(ctx);
  const { courseId, examDate, targetRetention, minutesPerDay } = parseInput(courseExamInput, input);
  await requireMember(ctx, userId, courseId);
  const current = await findCourseExam(ctx.db, userId, courseId);
  const date = examDate === undefined ? current?.examDate : examDate;
  if (date === null || date === undefined) {
    if (!current) return null;
    await ctx.db.transaction(async (tx) => {
      await removeCourseExam(tx, userId, courseId);
      await tell(tx, ctx, { ...current, examDate: undefined });
    });
    return null;
  }
  const exam: CourseExamRecord = {
    userId,
    courseId,
    examDate: date,
    targetRetention: targetRetention ?? current?.targetRetention ?? defaultStudySettings.targetRetention,
    minutesPerDay: minutesPerDay ?? current?.minutesPerDay ?? defaultStudySettings.minutesPerDay,
    updatedAt: ctx.clock.now(),
  };
  await ctx.db.transaction(async (tx) => {
    await saveCourseExam(tx, exam);
    await tell(tx, ctx, exam);
  });
  return planOf(ctx, exam);
}

async function tell(
  tx: DecksDb,
  { requestId, clock }: Pick<ReviewContext, 'requestId' | 'clock'>,
  exam: Omit<CourseExamRecord, 'examDate'> & { examDate: string | undefined },
): Promise<void> {
  const now = clock.now();
  const { userId, courseId, examDate, targetRetention, minutesPerDay } = exam;
  const data = { userId, courseId, ...(examDate !== undefined && { examDate }), targetRetention, minutesPerDay };
  await appendEvents(tx, [courseExamEvent({ ...data, updatedAt: now.toISOString() }, { requestId, now })]);
}

/** The viewer's plan for the exam of a course, made anew at each reading; null without an exam, and from its day on. */
export async function courseExamPlan(ctx: ReviewContext, id: string): Promise<CourseExamPlanResult | null> {
  const { userId } = requireSignIn(ctx);
  const courseId = parseInput(idInput, id, ['courseId']);
  await requireMember(ctx, userId, courseId);
  const exam = await findCourseExam(ctx.db, userId, courseId);
  return exam ? planOf(ctx, exam) : null;
}

async function planOf(ctx: ReviewContext, exam: CourseExamRecord): Promise<CourseExamPlanResult | null> {
  const { courseId, examDate, targetRetention, minutesPerDay } = exam;
  const ids = await findCourseDeckIds(ctx.db, courseId, courseDecksMax);
  const found = await Promise.all(ids.map((id) => findVisibleDeck(ctx, id)));
  const decks = found.filter((deck) => deck !== null);
  const deckIds = decks.map(({ id }) => id);
  const plan = await planFor(ctx, deckIds, { examDate, targetRetention, minutesPerDay });
  return plan && { ...plan, courseId, decks };
}

async function requireMember(ctx: ReviewContext, userId: string, courseId: string): Promise<void> {
  if (!(await isCourseMember(ctx.db, userId, courseId))) throw notFound('course');
}

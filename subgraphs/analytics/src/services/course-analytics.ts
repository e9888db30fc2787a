import { pageArgs } from '@ruzlet/platform/pagination';
import { riskReasons } from '../domain/at-risk.js';
import type { DayRange } from '../domain/day-range.js';
import { dayRangeOf } from './day-range.js';
import { share } from './learning.js';
import type { Scope } from './scope.js';

/** Figures of one course in a range of days; the viewer may see them. */
export interface CourseFigures {
  courseId: string;
  range: DayRange;
}

/** How the students of a course do, for its staff. */
export async function courseAnalyticsOf(
  { access }: Scope,
  courseId: string,
  range: DayRange | null | undefined,
): Promise<CourseFigures | null> {
  const days = dayRangeOf(range);
  return (await access.course.load(courseId)) ? { courseId, range: days } : null;
}

const nothing = { students: 0, active_students: 0, reviews: 0, correct: 0, study_time_ms: 0 };

export async function courseTotals({ figures }: Scope, { courseId, range }: CourseFigures) {
  const [row = nothing] = await figures.courseTotals.load({ id: courseId, range });
  const { students, active_students, reviews, correct, study_time_ms } = row;
  return {
    students,
    activeStudents: active_students,
    reviews,
    accuracy: share(correct, reviews),
    studyTimeMs: study_time_ms,
  };
}

export async function completionFunnel(scope: Scope, course: CourseFigures) {
  const [rows, { students }] = await Promise.all([
    scope.figures.courseFunnel.load({ id: course.courseId }),
    courseTotals(scope, course),
  ]);
  return rows.map(({ lesson_id, title, completed }) => ({
    lesson: { id: lesson_id },
    title,
    completed,
    share: share(completed, students),
  }));
}

/** The days of the range on which students were active, with the share of the students who are in the course now. */
export async function courseParticipation(scope: Scope, course: CourseFigures) {
  const [rows, { students }] = await Promise.all([
    scope.figures.courseDays.load({ id: course.courseId, range: course.range }),
    courseTotals(scope, course),
  ]);
  return rows.map(({ day, active_students, reviews, study_time_ms, lessons_completed }) => ({
    day,
    activeStudents: active_students,
    share: share(active_students, students),
    reviews,
    studyTimeMs: study_time_ms,
    lessonsCompleted: lessons_completed,
  }));
}

/** How students answer the course's cards, the hardest first. @throws AppError BAD_USER_INPUT when `first` is outside 1..100. */
export async function courseItemAnalysis({ figures }: Scope, { courseId, range }: CourseFigures, wanted: number) {
  const { first } = pageArgs({ first: wanted });
  const rows = await figures.courseItems.load({ id: courseId, range, first });
  return rows.map((row) => ({
    card: { id: row.card_id, deck: { id: row.deck_id } },
    learners: row.learners,
    reviews: row.reviews,
    errorRate: row.error_rate,
    firstErrorRate: row.first_error_rate,
    lastErrorRate: row.last_error_rate,
    medianAnswerTimeMs: row.median_answer_time_ms,
  }));
}

/** Students with a reason to worry, those with most reasons first, then those who were away longest. */
export async function studentsAtRisk({ figures, clock }: Scope, { courseId }: CourseFigures, wanted: number) {
  const { first } = pageArgs({ first: wanted });
  const now = clock.now();
  const rows = await figures.courseStudents.load({ id: courseId, now });
  return rows
    .map((row) => {
      const lastActiveAt = row.last_active_at.getTime() === 0 ? null : row.last_active_at;
      const activity = {
        enrolledAt: row.enrolled_at,
        lastActiveAt,
        lessonsCompleted: row.lessons_completed,
        recentReviews: row.recent_reviews,
        recentCorrect: row.recent_correct,
      };
      return {
        student: { id: row.user_id },
        reasons: riskReasons(activity, row.lessons_total, now),
        lastActiveAt,
        lessonsCompleted: row.lessons_completed,
        accuracy: share(row.recent_correct, row.recent_reviews),
      };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort(
      (a, b) =>
        b.reasons.length - a.reasons.length || (a.lastActiveAt?.getTime() ?? 0) - (b.lastActiveAt?.getTime() ?? 0),
    )
    .slice(0, first);
}

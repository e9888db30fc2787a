import { parseInput } from '@ruzlet/platform/validation';
import { heatmapYearSchema, yearRange, type DayRange } from '../domain/day-range.js';
import { streakOf, type Streak } from '../domain/streak.js';
import type { RowsOf } from '../queries/loaders.js';
import { retentionWindows } from '../queries/learner-retention.js';
import { dayRangeOf } from './day-range.js';
import { learnerToday } from './learner-today.js';
import type { Scope } from './scope.js';

/** Figures of one learner in a range of days; the viewer may see them. */
export interface Learning {
  userId: string;
  range: DayRange;
}

/** How a user learns, for those who may see it: the user, staff of the user's courses, administrators. */
export async function learningOf(
  { access }: Scope,
  userId: string,
  range: DayRange | null | undefined,
): Promise<Learning | null> {
  const days = dayRangeOf(range);
  return (await access.learner.load(userId)) ? { userId, range: days } : null;
}

/** A share, or null of nothing. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

const noReviews = { reviews: 0, again: 0, hard: 0, good: 0, easy: 0, study_time_ms: 0 };

export async function learningTotals({ figures }: Scope, { userId, range }: Learning) {
  const [row = noReviews] = await figures.learnerTotals.load({ id: userId, range });
  const { reviews, again, hard, good, easy } = row;
  return {
    reviews,
    studyTimeMs: row.study_time_ms,
    accuracy: share(reviews - again, reviews),
    ratings: { again, hard, good, easy },
  };
}

export async function learningTests({ figures }: Scope, { userId, range }: Learning) {
  const [row] = await figures.learnerTests.load({ id: userId, range });
  return { testsSubmitted: row?.tests ?? 0, averageTestScore: row?.average_score ?? null };
}

export async function learningDays({ figures }: Scope, { userId, range }: Learning) {
  const rows = await figures.learnerDays.load({ id: userId, range });
  return rows.map(({ day, reviews, correct, new_cards, study_time_ms }) => ({
    day,
    reviews,
    correct,
    newCards: new_cards,
    studyTimeMs: study_time_ms,
  }));
}

/** @throws AppError BAD_USER_INPUT for a year outside of 1970 to 2148. */
export async function learningYear(scope: Scope, { userId }: Learning, year: number) {
  const range = yearRange(parseInput(heatmapYearSchema, year, ['year']));
  return learningDays(scope, { userId, range });
}

export async function learningHours({ figures }: Scope, { userId, range }: Learning) {
  const rows = new Map((await figures.learnerHours.load({ id: userId, range })).map((row) => [row.hour, row]));
  return Array.from({ length: 24 }, (_, hour) => {
    const { reviews, correct } = rows.get(hour) ?? { reviews: 0, correct: 0 };
    return { hour, reviews, accuracy: share(correct, reviews) };
  });
}

export async function learningStreak(scope: Scope, { userId }: Learning): Promise<Streak> {
  const [[row], today] = await Promise.all([
    scope.figures.learnerStudyDays.load({ id: userId }),
    learnerToday(scope, userId),
  ]);
  return streakOf(row?.days ?? [], today);
}

/** Reviews of the present day as a share of the daily goal; null without a goal. */
export async function learningGoalProgress(scope: Scope, { userId }: Learning): Promise<number | null> {
  const goal = (await scope.access.learnerDays.load(userId))?.dailyGoalReviews ?? 0;
  if (goal === 0) return null;
  const today = await learnerToday(scope, userId);
  const [row] = await scope.figures.learnerTotals.load({ id: userId, range: { from: today, to: today } });
  return (row?.reviews ?? 0) / goal;
}

type RetentionWindowRow = RowsOf<'learnerRetention'>[number];

export async function learningRetention(scope: Scope, { userId, range }: Learning) {
  const today = await learnerToday(scope, userId);
  const rows = await scope.figures.learnerRetention.load({ id: userId, range, today });
  const byWindow = new Map(rows.map((row) => [row.window, row]));
  return { rows: retentionWindows.map((window) => ({ window, ...retentionRow(byWindow.get(window)) })) };
}

function retentionRow(row: RetentionWindowRow | undefined) {
  const young = retentionCounts(row?.young_passed ?? 0, row?.young_failed ?? 0);
  const mature = retentionCounts(row?.mature_passed ?? 0, row?.mature_failed ?? 0);
  return { young, mature, total: retentionCounts(young.passed + mature.passed, young.failed + mature.failed) };
}

function retentionCounts(passed: number, failed: number) {
  return { passed, failed, rate: share(passed, passed + failed) };
}

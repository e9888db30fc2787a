import { addDays } from '@ruzlet/platform/localtime';
import { parseInput } from '@ruzlet/platform/validation';
import { allDays, heatmapYearSchema, rangeDaysMax, yearRange, type DayRange } from '../domain/day-range.js';
import { streakOf, type Streak } from '../domain/streak.js';
import type { SpanList, SpanRow } from '../queries/learner-spans.js';
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

/**
 * Spans of the learner's days, undefined where nothing was done. Every figure waits for the learner's present day, whether it needs it or
 * not: so all that a request asks is asked at one time, and is one statement.
 */
async function spansOf(
  scope: Scope,
  userId: string,
  list: SpanList,
  rangesFrom: (today: string) => DayRange[],
): Promise<(SpanRow | undefined)[]> {
  const today = await learnerToday(scope, userId);
  return Promise.all(
    rangesFrom(today).map(({ from, to }) => scope.figures.learnerSpans.load({ id: userId, from, to, list })),
  );
}

async function spanOf(scope: Scope, { userId, range }: Learning, list: SpanList): Promise<SpanRow | undefined> {
  const [row] = await spansOf(scope, userId, list, () => [range]);
  return row;
}

const noReviews = { reviews: 0, again: 0, hard: 0, good: 0, easy: 0, study_time_ms: 0 };

export async function learningTotals(scope: Scope, learning: Learning) {
  const row = (await spanOf(scope, learning, 'NOTHING')) ?? noReviews;
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

/** The days with reviews in the range, in order; the latest `rangeDaysMax` of them. */
export async function learningDays(scope: Scope, learning: Learning) {
  const row = await spanOf(scope, learning, 'DAYS');
  return (row?.days ?? []).slice(-rangeDaysMax).map(([day, [reviews, correct, newCards, studyTimeMs]]) => ({
    day,
    reviews,
    correct,
    newCards,
    studyTimeMs,
  }));
}

/** @throws AppError BAD_USER_INPUT for a year outside of 1970 to 2148. */
export async function learningYear(scope: Scope, { userId }: Learning, year: number) {
  const range = yearRange(parseInput(heatmapYearSchema, year, ['year']));
  return learningDays(scope, { userId, range });
}

export async function learningHours(scope: Scope, learning: Learning) {
  const [hours, reviews, correct] = (await spanOf(scope, learning, 'HOURS'))?.hours ?? [[], [], []];
  return Array.from({ length: 24 }, (_, hour) => {
    const place = hours.indexOf(hour);
    const ofHour = reviews[place] ?? 0;
    return { hour, reviews: ofHour, accuracy: share(correct[place] ?? 0, ofHour) };
  });
}

export async function learningStreak(scope: Scope, { userId }: Learning): Promise<Streak> {
  const row = await spanOf(scope, { userId, range: allDays }, 'STUDY_DAYS');
  return streakOf(row?.study_days ?? [], await learnerToday(scope, userId));
}

/** Reviews of the present day as a share of the daily goal; null without a goal. */
export async function learningGoalProgress(scope: Scope, { userId }: Learning): Promise<number | null> {
  const goal = (await scope.access.learnerDays.load(userId))?.dailyGoalReviews ?? 0;
  if (goal === 0) return null;
  const [row] = await spansOf(scope, userId, 'NOTHING', (today) => [{ from: today, to: today }]);
  return (row?.reviews ?? 0) / goal;
}

/** The windows of true retention, each with both its ends. */
const retentionWindows = {
  RANGE: (_, range) => range,
  TODAY: (today) => ({ from: today, to: today }),
  YESTERDAY: (today) => ({ from: addDays(today, -1), to: addDays(today, -1) }),
  LAST_7_DAYS: (today) => ({ from: addDays(today, -6), to: today }),
  LAST_30_DAYS: (today) => ({ from: addDays(today, -29), to: today }),
  LAST_365_DAYS: (today) => ({ from: addDays(today, -364), to: today }),
  ALL_TIME: () => allDays,
} as const satisfies Record<string, (today: string, range: DayRange) => DayRange>;

type RetentionWindow = keyof typeof retentionWindows;
const isWindow = (name: string): name is RetentionWindow => name in retentionWindows;

export async function learningRetention(scope: Scope, { userId, range }: Learning) {
  const windows = Object.keys(retentionWindows).filter(isWindow);
  const spans = await spansOf(scope, userId, 'NOTHING', (today) =>
    windows.map((window) => retentionWindows[window](today, range)),
  );
  return { rows: windows.map((window, index) => ({ window, ...retentionRow(spans[index]) })) };
}

function retentionRow(row: SpanRow | undefined) {
  const young = retentionCounts(row?.young_passed ?? 0, row?.young_failed ?? 0);
  const mature = retentionCounts(row?.mature_passed ?? 0, row?.mature_failed ?? 0);
  return { young, mature, total: retentionCounts(young.passed + mature.passed, young.failed + mature.failed) };
}

function retentionCounts(passed: number, failed: number) {
  return { passed, failed, rate: share(passed, passed + failed) };
}

import type { DayRange } from '../domain/day-range.js';
import { platformDays, platformTotals } from '../queries/platform-totals.js';
import { runQuery } from '../queries/run-query.js';
import { dayRangeOf } from './day-range.js';
import { requireAdmin } from './require-admin.js';
import type { Scope } from './scope.js';

/** Figures of the whole platform, for administrators. */
export async function platformStatsOf({ viewer, reader }: Scope, wanted: DayRange) {
  requireAdmin(viewer);
  const range = dayRangeOf(wanted);
  const [row] = await runQuery(reader, platformTotals, { ...range });
  return {
    range,
    activeLearners: row?.active_learners ?? 0,
    newUsers: row?.new_users ?? 0,
    reviews: row?.reviews ?? 0,
    studyTimeMs: row?.study_time_ms ?? 0,
    testsSubmitted: row?.tests ?? 0,
    lessonsCompleted: row?.lessons ?? 0,
  };
}

export type PlatformFigures = Awaited<ReturnType<typeof platformStatsOf>>;

export async function platformDaysOf({ reader }: Scope, { range }: PlatformFigures) {
  return runQuery(reader, platformDays, { ...range });
}

import type { AssignmentDates, LatePolicy } from './assignment.js';

/** When an assignment takes something from a student, and what lateness costs. */

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** What holds for one student: what is set for them, and else what is set for all. */
export function datesFor(all: AssignmentDates, own: AssignmentDates | null): AssignmentDates {
  return {
    opensAt: own?.opensAt ?? all.opensAt,
    dueAt: own?.dueAt ?? all.dueAt,
    closesAt: own?.closesAt ?? all.closesAt,
    attemptsMax: own?.attemptsMax ?? all.attemptsMax,
  };
}

/** What is wrong with dates; undefined when they are in their order. */
export function faultOfDates({ opensAt, dueAt, closesAt }: AssignmentDates): 'dueAt' | 'closesAt' | undefined {
  if (opensAt && dueAt && dueAt <= opensAt) return 'dueAt';
  const start = dueAt ?? opensAt;
  if (closesAt && start && closesAt < start) return 'closesAt';
  return undefined;
}

export type Window = 'OPEN' | 'NOT_YET' | 'CLOSED';

/** Whether something handed in at `at` is taken. */
export function windowAt(dates: AssignmentDates, policy: LatePolicy, at: Date): Window {
  if (dates.opensAt && at < dates.opensAt) return 'NOT_YET';
  if (dates.closesAt && at > dates.closesAt) return 'CLOSED';
  return !policy.accepted && isLate(dates, policy, at) ? 'CLOSED' : 'OPEN';
}

/** Whether something handed in at `at` is late: after the due date and its grace. */
export function isLate({ dueAt }: AssignmentDates, policy: LatePolicy, at: Date): boolean {
  return dueAt !== null && at.getTime() > dueAt.getTime() + policy.graceMinutes * minuteMs;
}

/** What lateness costs, in percent of the points given; each day begun after the due date counts. */
export function penaltyPercent(dates: AssignmentDates, policy: LatePolicy, at: Date): number {
  if (dates.dueAt === null || !isLate(dates, policy, at)) return 0;
  const days = Math.ceil((at.getTime() - dates.dueAt.getTime()) / dayMs);
  return Math.min(policy.penaltyPercentMax, days * policy.penaltyPercentPerDay);
}

/** Points after lateness, to a hundredth of a point. */
export function afterPenalty(points: number, percent: number): number {
  return Math.round(points * (100 - percent)) / 100;
}

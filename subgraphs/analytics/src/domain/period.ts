import { addDays } from '@ruzlet/platform/localtime';
import { allDays, type DayRange } from './day-range.js';

export type Period = 'DAY' | 'WEEK' | 'MONTH' | 'ALL_TIME';

/**
 * The days of the period that `today` lies in: all of a week or month, because learners east of the viewer may be a day ahead, and no day
 * of the next, which would count for them twice. Weeks begin on Monday (ISO 8601).
 */
export function periodRange(period: Period, today: string): DayRange {
  switch (period) {
    case 'DAY':
      return { from: today, to: today };
    case 'WEEK': {
      const monday = addDays(today, -daysSinceMonday(today));
      return { from: monday, to: addDays(monday, 6) };
    }
    case 'MONTH':
      return { from: `${today.slice(0, 8)}01`, to: lastOfMonth(today) };
    case 'ALL_TIME':
      return allDays;
  }
}

function daysSinceMonday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function lastOfMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  // The day before the first of the next month.
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

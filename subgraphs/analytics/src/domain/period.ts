import { addDays } from '@ruzlet/platform/localtime';
import { allDays, type DayRange } from './day-range.js';

export type Period = 'DAY' | 'WEEK' | 'MONTH' | 'ALL_TIME';

/**
 * The days of a leaderboard's period up to `today`. Weeks begin on Monday (ISO 8601). Open at the end, because learners
 * east of the viewer may be a day ahead.
 */
export function periodRange(period: Period, today: string): DayRange {
  switch (period) {
    case 'DAY':
      return { from: today, to: allDays.to };
    case 'WEEK':
      return { from: addDays(today, -daysSinceMonday(today)), to: allDays.to };
    case 'MONTH':
      return { from: `${today.slice(0, 8)}01`, to: allDays.to };
    case 'ALL_TIME':
      return allDays;
  }
}

function daysSinceMonday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

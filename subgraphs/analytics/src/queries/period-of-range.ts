import { allDays, type DayRange } from '../domain/day-range.js';

/** Which rows of `totals` answer for a range: all days are one row of each learner, any other range is a row for each day. */
export function periodOfRange({ from, to }: DayRange): 'ALL_TIME' | 'DAY' {
  return from === allDays.from && to === allDays.to ? 'ALL_TIME' : 'DAY';
}

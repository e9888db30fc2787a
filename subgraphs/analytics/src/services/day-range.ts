import { parseInput } from '@ruzlet/platform/validation';
import { allDays, dayRangeSchema, type DayRange } from '../domain/day-range.js';

/** The argument `range` of a field; without it, all days. @throws AppError BAD_USER_INPUT when it is not a range. */
export function dayRangeOf(range: DayRange | null | undefined): DayRange {
  return range ? parseInput(dayRangeSchema, range, ['range']) : allDays;
}

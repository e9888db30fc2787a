import { daysBetween } from '@ruzlet/platform/localtime';
import { z } from 'zod';

/** Days of one range at most: ten years. */
export const rangeDaysMax = 3_660;

/** Whole days as text `YYYY-MM-DD`, both ends included. */
export interface DayRange {
  from: string;
  to: string;
}

/** The days that a ClickHouse `Date` can hold. */
export const firstDay = '1970-01-01';
export const lastDay = '2149-06-06';

/** Every day there can be: what a missing range stands for. */
export const allDays: DayRange = { from: firstDay, to: lastDay };

const day = z.iso
  .date()
  .refine((value) => value >= firstDay && value <= lastDay, `must lie between ${firstDay} and ${lastDay}`);

/** A range that a client sent. */
export const dayRangeSchema = z
  .object({ from: day, to: day })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before `from`' })
  .refine(({ from, to }) => daysBetween(from, to) < rangeDaysMax, {
    path: ['to'],
    message: `the range may have at most ${String(rangeDaysMax)} days`,
  });

/** Calendar years that `Date` holds completely. */
export const heatmapYearSchema = z.int().min(1970).max(2148);

/** The days of a calendar year. */
export function yearRange(year: number): DayRange {
  return { from: `${String(year)}-01-01`, to: `${String(year)}-12-31` };
}

import { addDays, daysBetween } from '@ruzlet/platform/localtime';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { bucketsOf, retrievabilityBounds, stabilityBoundsDays } from '../domain/memory-buckets.js';
import { learnerDay } from './learner-today.js';
import { share, type Learning } from './learning.js';
import type { Scope } from './scope.js';

/** Days of a forecast at most: a year. */
export const forecastDaysMax = 366;

const forecastDays = z.int().min(1).max(forecastDaysMax);

/** How many cards are due on the learner's coming days, from the present one. @throws AppError BAD_USER_INPUT for other numbers of days. */
export async function learningForecast(scope: Scope, { userId }: Learning, wanted: number) {
  const days = parseInput(forecastDays, wanted, ['days']);
  const { today, timeZone, dayStartsAt } = await learnerDay(scope, userId);
  const to = addDays(today, days - 1);
  const rows = await scope.figures.learnerForecast.load({ id: userId, today, to, timeZone, dayStartsAt });
  const byDay = new Map(rows.map((row) => [daysBetween(today, row.day), row.cards]));
  return {
    overdue: byDay.get(-1) ?? 0,
    later: byDay.get(days) ?? 0,
    days: Array.from({ length: days }, (_, index) => ({ day: addDays(today, index), due: byDay.get(index) ?? 0 })),
  };
}

/** What is remembered of the cards that the learner has reviewed. */
export async function learningMemory(scope: Scope, { userId }: Learning) {
  const rows = await scope.figures.learnerMemory.load({ id: userId, now: scope.clock.now() });
  const sum = (value: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + value(row), 0);
  const cards = sum((row) => row.cards);
  const remembered = sum((row) => row.retrievability_sum);
  return {
    cards,
    remembered,
    averageStabilityDays: share(
      sum((row) => row.stability_sum),
      cards,
    ),
    averageRetrievability: share(remembered, cards),
    stability: bucketsOf(stabilityBoundsDays, null).map(({ from, to }, bucket) => ({
      fromDays: from,
      toDays: to,
      cards: sum((row) => (row.stability_bucket === bucket ? row.cards : 0)),
    })),
    retrievability: bucketsOf(retrievabilityBounds, 1).map(({ from, to }, bucket) => ({
      from,
      to: to ?? 1,
      cards: sum((row) => (row.retrievability_bucket === bucket ? row.cards : 0)),
    })),
  };
}

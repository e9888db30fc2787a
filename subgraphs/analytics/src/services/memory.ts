import { addDays } from '@ruzlet/platform/localtime';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { bucketsOf, retrievabilityBounds, stabilityBoundsDays } from '../domain/memory-buckets.js';
import { cellOf, forecastDaysMax } from '../queries/learner-memory.js';
import { learnerDay } from './learner-today.js';
import { share, type Learning } from './learning.js';
import type { Scope } from './scope.js';

const forecastDays = z.int().min(1).max(forecastDaysMax);

/** The learner's cards as they stand now; forecast and memory of a request come from one load. */
async function knownCards(scope: Scope, { userId }: Learning) {
  const day = await learnerDay(scope, userId);
  const [row] = await scope.figures.learnerMemory.load({ id: userId, ...day, now: scope.clock.now() });
  return { today: day.today, row };
}

/** How many cards are due on the learner's coming days, from the present one. @throws AppError BAD_USER_INPUT for other numbers of days. */
export async function learningForecast(scope: Scope, learning: Learning, wanted: number) {
  const days = parseInput(forecastDays, wanted, ['days']);
  const { today, row } = await knownCards(scope, learning);
  const [dueIn, cards] = row?.due ?? [[], []];
  const sum = (from: number, to = from) =>
    cards.reduce((total, count, index) => {
      const inDays = dueIn[index] ?? 0;
      return inDays >= from && inDays <= to ? total + count : total;
    }, 0);
  return {
    overdue: sum(-1),
    later: sum(days, forecastDaysMax),
    days: Array.from({ length: days }, (_, index) => ({ day: addDays(today, index), due: sum(index) })),
  };
}

/** What is remembered of the cards that the learner has reviewed. */
export async function learningMemory(scope: Scope, learning: Learning) {
  const { row } = await knownCards(scope, learning);
  const [cells, counts, stabilities, chances] = row?.known ?? [[], [], [], []];
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const cards = sum(counts);
  const remembered = sum(chances);
  const inBucket = (kind: 'stability' | 'retrievability', bucket: number) =>
    sum(counts.filter((_, index) => cellOf(cells[index] ?? 0)[kind] === bucket));
  return {
    cards,
    remembered,
    averageStabilityDays: share(sum(stabilities), cards),
    averageRetrievability: share(remembered, cards),
    stability: bucketsOf(stabilityBoundsDays, null).map(({ from, to }, bucket) => ({
      fromDays: from,
      toDays: to,
      cards: inBucket('stability', bucket),
    })),
    retrievability: bucketsOf(retrievabilityBounds, 1).map(({ from, to }, bucket) => ({
      from,
      to: to ?? 1,
      cards: inBucket('retrievability', bucket),
    })),
  };
}

import { get_fuzz_range } from 'ts-fsrs';
import { seededRandom } from './random.js';

/**
 * Where within its fuzz an interval ends: on a day that has few cards and is no easy day. Chance decides by weights, so that
 * no day is filled to the brim before the next gets anything. Pure: loads and the seed are arguments.
 */
export interface DayLoads {
  /** Cards that are due so many days from today (counts); days that are absent have none. Null when loads do not matter. */
  cardsByDay: Pick<ReadonlyMap<number, number>, 'get'> | null;
  /** Share of the usual load from Monday to Sunday, 0..1. */
  easyDays: readonly number[];
  /** The learner's day, `YYYY-MM-DD`. */
  today: string;
}

/** Shorter intervals are never fuzzed (days); the bound of FSRS. */
const fuzzedIntervalDaysMin = 2.5;

/**
 * @param interval what the scheduler gives without fuzz (days).
 * @param intervalMin a longer interval than that of the rating below (days).
 */
export function balancedInterval(
  interval: number,
  bounds: { elapsedDays: number; maximumIntervalDays: number; intervalMin: number },
  loads: DayLoads,
  seed: string,
): number {
  const { elapsedDays, maximumIntervalDays, intervalMin } = bounds;
  const least = Math.min(Math.max(interval, intervalMin), maximumIntervalDays);
  if (interval < fuzzedIntervalDaysMin) return least;
  const { min_ivl: low, max_ivl: high } = get_fuzz_range(interval, elapsedDays, maximumIntervalDays);
  const days = Array.from({ length: high - low + 1 }, (_, index) => low + index).filter((day) => day >= intervalMin);
  const weights = days.map((day) => shareOn(loads, day) / (1 + (loads.cardsByDay?.get(day) ?? 0)) ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // Nothing but days off within the fuzz: the interval stays as it is.
  if (total <= 0) return least;
  let rest = seededRandom(seed)() * total;
  for (const [index, day] of days.entries()) {
    rest -= weights[index] ?? 0;
    if (rest < 0) return day;
  }
  return days.at(-1) ?? least;
}

/** Days that are filled anew, beginning with none, by cards whose intervals begin on different days. */
export interface EmptyDays {
  /** How full the days after this one are so far. */
  after(day: string): DayLoads;
  /** One card more, due so many days after this one. */
  add(day: string, intervalDays: number): void;
}

/** @param settings.loadBalance false: only easy days count. */
export function emptyDays({ loadBalance, easyDays }: { loadBalance: boolean; easyDays: readonly number[] }): EmptyDays {
  const cards = new Map<number, number>();
  return {
    after(day) {
      const first = dayNumber(day);
      return {
        cardsByDay: loadBalance ? { get: (ahead) => cards.get(first + ahead) } : null,
        easyDays,
        today: day,
      };
    },
    add(day, intervalDays) {
      const due = dayNumber(day) + intervalDays;
      cards.set(due, (cards.get(due) ?? 0) + 1);
    },
  };
}

const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

function shareOn({ easyDays, today }: DayLoads, daysAhead: number): number {
  // Sunday is 0 in JavaScript; lists of a learner's week begin with Monday.
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6 + daysAhead) % 7;
  return easyDays[weekday] ?? 1;
}

import { addDays, daysBetween } from '@ruzlet/platform/localtime';

/** Freezes that a learner keeps at most (count). */
export const streakFreezesMax = 2;
/** Days that count in a streak earn a freeze each time they reach a multiple of this (days). */
export const streakFreezeEveryDays = 10;

export interface Streak {
  /** Days with reviews in the present streak. */
  current: number;
  longest: number;
  freezesLeft: number;
  /** The latest day with reviews, `YYYY-MM-DD`. */
  lastDay: string | null;
}

/**
 * The streak of a learner, from all days with at least one review.
 *
 * A day without reviews spends a freeze and the streak goes on, without growing; with no freeze left it breaks, and
 * freezes are earned anew. Today can only lengthen a streak: it is missed when it is over.
 *
 * @param studyDays in any order, repetitions allowed.
 * @param today the learner's present day. A later study day (the learner travelled west) counts as the present day.
 */
export function streakOf(studyDays: readonly string[], today: string): Streak {
  const days = [...new Set(studyDays)].sort();
  let current = 0;
  let longest = 0;
  let freezes = 0;
  let lastDay: string | null = null;

  const miss = (missed: number) => {
    if (missed > freezes) {
      current = 0;
      freezes = 0;
    } else {
      freezes -= missed;
    }
  };

  for (const day of days) {
    if (lastDay !== null) miss(daysBetween(lastDay, day) - 1);
    current += 1;
    longest = Math.max(longest, current);
    if (current % streakFreezeEveryDays === 0) freezes = Math.min(streakFreezesMax, freezes + 1);
    lastDay = day;
  }
  if (lastDay !== null) miss(Math.max(0, daysBetween(lastDay, addDays(today, -1))));
  return { current, longest, freezesLeft: freezes, lastDay };
}

import { addDays } from '@ruzlet/platform/localtime';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streakFreezesMax, streakOf } from '../src/domain/streak.js';

const today = '2026-03-18';
/** Days before today, 0 for today. */
const daysAgo = (...counts: number[]) => counts.map((count) => addDays(today, -count));
const run = (from: number, length: number) => daysAgo(...Array.from({ length }, (_, index) => from + index));

/** The rule once more, day by day instead of by gaps. */
function slowStreak(days: string[], until: string) {
  const studied = new Set(days);
  let current = 0;
  let longest = 0;
  let freezes = 0;
  const sorted = [...studied].sort();
  const [first] = sorted;
  const last = sorted.at(-1) ?? null;
  if (first === undefined || last === null) return { current, longest, freezesLeft: 0, lastDay: null };
  for (let day = first; day <= (last > until ? last : until); day = addDays(day, 1)) {
    if (studied.has(day)) {
      current += 1;
      longest = Math.max(longest, current);
      if (current % 10 === 0 && freezes < 2) freezes += 1;
    } else if (day < until || day < last) {
      if (freezes > 0) freezes -= 1;
      else current = 0;
    }
  }
  return { current, longest, freezesLeft: freezes, lastDay: last };
}

describe('streakOf', () => {
  it('counts days in a row up to today', () => {
    expect(streakOf(run(0, 5), today)).toEqual({ current: 5, longest: 5, freezesLeft: 0, lastDay: today });
  });

  it('keeps the streak while today is not over', () => {
    expect(streakOf(run(1, 5), today)).toMatchObject({ current: 5, freezesLeft: 0 });
  });

  it('breaks when yesterday was missed and no freeze is left', () => {
    expect(streakOf(run(2, 5), today)).toMatchObject({ current: 0, longest: 5 });
  });

  it('spends a freeze for a missed day, which does not count', () => {
    expect(streakOf([...run(2, 10), ...daysAgo(0)], today)).toMatchObject({ current: 11, freezesLeft: 0 });
  });

  it('earns a freeze for every ten days and keeps two at most', () => {
    expect(streakOf(run(0, 45), today)).toMatchObject({ current: 45, freezesLeft: streakFreezesMax });
  });

  it('is nothing without reviews', () => {
    expect(streakOf([], today)).toEqual({ current: 0, longest: 0, freezesLeft: 0, lastDay: null });
  });

  const studyDays = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 4 })), { maxLength: 12 })
    .map((blocks) => {
      const days: string[] = [];
      let day = '2025-01-01';
      for (const [length, gap] of blocks) {
        for (let index = 0; index < length; index += 1) {
          days.push(day);
          day = addDays(day, 1);
        }
        day = addDays(day, gap);
      }
      return { days, end: day };
    });

  it('agrees with the same rule told day by day', () => {
    fc.assert(
      fc.property(studyDays, fc.integer({ min: -2, max: 6 }), ({ days, end }, later) => {
        const until = addDays(end, later);
        expect(streakOf(days, until)).toEqual(slowStreak(days, until));
      }),
    );
  });

  it('does not depend on order or repetition of days', () => {
    fc.assert(
      fc.property(studyDays, fc.infiniteStream(fc.nat()), ({ days, end }, numbers) => {
        const shuffled = [...days, ...days]
          .map((day) => ({ day, rank: numbers.next().value }))
          .sort((a, b) => a.rank - b.rank);
        expect(
          streakOf(
            shuffled.map(({ day }) => day),
            end,
          ),
        ).toEqual(streakOf(days, end));
      }),
    );
  });

  it('never falls by studying one more day', () => {
    fc.assert(
      fc.property(studyDays, fc.nat({ max: 400 }), ({ days, end }, offset) => {
        const more = [...days, addDays('2025-01-01', offset)].filter((day) => day <= end);
        expect(streakOf(more, end).longest).toBeGreaterThanOrEqual(streakOf(days, end).longest);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balancedInterval } from '../../src/domain/day-load.js';
import { newMemory, type Memory } from '../../src/domain/memory.js';
import { defaultScheduler, previewRatings, rebuildMemory, reviewMemory } from '../../src/domain/scheduling.js';

const everyDay = [1, 1, 1, 1, 1, 1, 1];
// A Monday.
const today = '2026-03-02';
const bounds = { elapsedDays: 10, maximumIntervalDays: 36_500, intervalMin: 1 };
const chosen = (loads: Parameters<typeof balancedInterval>[2], count = 400) =>
  Array.from({ length: count }, (_, index) => balancedInterval(30, bounds, loads, String(index)));

describe('a balanced interval', () => {
  it('fills days within the fuzz evenly as cards are given to them', () => {
    const cardsByDay = new Map<number, number>();
    for (let index = 0; index < 500; index += 1) {
      const day = balancedInterval(30, bounds, { cardsByDay, easyDays: everyDay, today }, String(index));
      cardsByDay.set(day, (cardsByDay.get(day) ?? 0) + 1);
    }
    const counts = [...cardsByDay.values()];
    expect(Math.min(...cardsByDay.keys())).toBeGreaterThan(25);
    expect(Math.max(...cardsByDay.keys())).toBeLessThan(35);
    expect(Math.max(...counts) / Math.min(...counts)).toBeLessThan(1.6);
  });

  it('keeps a day off free, and gives a half day about half', () => {
    const easyDays = [1, 1, 1, 1, 1, 0.5, 0];
    const weekdays = chosen({ cardsByDay: null, easyDays, today }).map((day) => day % 7);
    const count = (weekday: number) => weekdays.filter((one) => one === weekday).length;
    expect(count(6)).toBe(0);
    expect(count(5)).toBeGreaterThan(0);
    expect(count(5)).toBeLessThan(count(0));
  });

  it('stays as it is when the fuzz has nothing but days off', () => {
    expect(new Set(chosen({ cardsByDay: null, easyDays: [0, 0, 0, 0, 0, 0, 0], today }))).toEqual(new Set([30]));
  });

  it('never makes a better rating come back earlier, and is rebuilt from the log', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const), fc.nat(60)), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.array(fc.nat(50), { minLength: 40, maxLength: 40 }),
        (reviews, cards) => {
          const cardsByDay = new Map(cards.map((count, day) => [day, count]));
          let memory: Memory = newMemory;
          let at = Date.parse(`${today}T12:00:00Z`);
          const log = [];
          for (const [rating, gap] of reviews) {
            at += gap * 86_400_000;
            const moment = { reviewedAt: new Date(at), localDay: new Date(at).toISOString().slice(0, 10) };
            const loads = { cardsByDay, easyDays: everyDay, today: moment.localDay };
            const outcomes = previewRatings(memory, moment, defaultScheduler, 's', loads);
            const seconds = outcomes.slice(1).map(({ intervalSeconds }) => intervalSeconds);
            expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
            const outcome = outcomes[rating - 1];
            const intervalDays = outcome?.intervalDays ?? null;
            memory = reviewMemory(memory, rating, moment, defaultScheduler, 's', intervalDays);
            expect(memory).toEqual(outcome?.memory);
            log.push({ ...moment, rating, intervalDays, scheduler: defaultScheduler });
          }
          expect(rebuildMemory(log, 's')).toEqual(memory);
        },
      ),
    );
  });
});

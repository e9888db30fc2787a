import { FSRSBinding, type FSRSBindingReview } from '@open-spaced-repetition/binding';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Memory, newMemory, type RatingCode } from '../../src/domain/memory.js';
import { defaultScheduler, migratedWeights, reviewMemory, type Scheduler } from '../../src/domain/scheduling.js';

/** FSRS-6 as others publish it: vectors of the Python implementation, and the Rust implementation as a second oracle. */

const dayMs = 86_400_000;
const start = Date.parse('2022-11-29T12:30:00Z');
const exact: Scheduler = { ...defaultScheduler, fuzz: false };
const momentAt = (days: number) => {
  const reviewedAt = new Date(start + days * dayMs);
  return { reviewedAt, localDay: reviewedAt.toISOString().slice(0, 10) };
};

describe('FSRS-6', () => {
  it('gives the intervals that are published for a sequence of ratings', () => {
    const ratings: RatingCode[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
    let memory: Memory = newMemory;
    let at = new Date(start);
    const intervals = ratings.map((rating) => {
      const moment = { reviewedAt: at, localDay: at.toISOString().slice(0, 10) };
      memory = reviewMemory(memory, rating, moment, exact, 's');
      at = memory.due ?? at;
      return Math.floor((at.getTime() - moment.reviewedAt.getTime()) / dayMs);
    });
    expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  it('gives the memory that is published for a sequence of ratings and days', () => {
    const reviews: [RatingCode, number][] = [
      [1, 0],
      [3, 0],
      [3, 1],
      [3, 3],
      [3, 8],
      [3, 21],
    ];
    let memory: Memory = newMemory;
    let days = 0;
    for (const [rating, gap] of reviews) {
      days += gap;
      memory = reviewMemory(memory, rating, momentAt(days), exact, 's');
    }
    expect(memory.stability).toBeCloseTo(53.62691, 4);
    expect(memory.difficulty).toBeCloseTo(6.3574867, 4);
  });

  it('remembers as the Rust implementation does, for any ratings and gaps', () => {
    const review = fc.record({
      rating: fc.constantFrom<RatingCode>(1, 2, 3, 4),
      gap: fc.integer({ min: 1, max: 400 }),
    });
    const oracle = new FSRSBinding([...defaultScheduler.weights]);
    fc.assert(
      fc.property(fc.array(review, { minLength: 1, maxLength: 15 }), (reviews) => {
        let memory: Memory = newMemory;
        let state: Parameters<typeof oracle.nextStates>[0] = null;
        let days = 0;
        for (const [index, { rating, gap }] of reviews.entries()) {
          const elapsed: FSRSBindingReview['deltaT'] = index === 0 ? 0 : gap;
          days += elapsed;
          const next = oracle.nextStates(state, 0.9, elapsed);
          state = { 1: next.again, 2: next.hard, 3: next.good, 4: next.easy }[rating].memory;
          memory = reviewMemory(memory, rating, momentAt(days), exact, 's');
          // The Rust side reckons in single precision.
          expect(Math.abs((memory.stability ?? 0) / state.stability - 1)).toBeLessThan(1e-3);
          expect(memory.difficulty).toBeCloseTo(state.difficulty, 2);
        }
      }),
    );
  });

  it('takes weights of older versions over, and refuses what lies outside of its bounds', () => {
    const fsrs5 = [0.4, 1.2, 3.1, 15.5, 7.2, 0.5, 1.1, 0.02, 1.6, 0.15, 1.1, 2, 0.1, 0.3, 2.2, 0.24, 2.9, 0.5, 0.6];
    expect(migratedWeights(fsrs5)).toEqual([...fsrs5, 0, 0.5]);
    expect(migratedWeights(fsrs5.slice(0, 17))).toHaveLength(21);
    expect(migratedWeights(defaultScheduler.weights)).toEqual([...defaultScheduler.weights]);
    expect(migratedWeights(defaultScheduler.weights.map(() => 1_000))).toBeUndefined();
    expect(migratedWeights(defaultScheduler.weights.map(() => Number.NaN))).toBeUndefined();
  });
});

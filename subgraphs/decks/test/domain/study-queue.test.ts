import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixQueue, remainingToday, withinLimits } from '../../src/domain/study-queue.js';
import { formatStep, parseStep } from '../../src/domain/study-steps.js';

const many = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index)}`);

describe('the study queue', () => {
  it('shows due learning cards first, then reviews and new ones mixed, then what is almost due', () => {
    const queue = mixQueue(
      { learning: ['l0'], reviews: many('r', 4), newCards: many('n', 2), ahead: ['a0'] },
      { reviews: 4, newCards: 2 },
      20,
    );
    expect(queue).toEqual(['l0', 'r0', 'n0', 'r1', 'r2', 'n1', 'r3', 'a0']);
  });

  it('spreads new cards the same however few cards are asked for', () => {
    const counts = fc.record({ reviews: fc.nat(60), newCards: fc.nat(60), learning: fc.nat(5), ahead: fc.nat(5) });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 100 }), ({ reviews, newCards, learning, ahead }, first) => {
        const parts = {
          learning: many('l', learning),
          reviews: many('r', reviews),
          newCards: many('n', newCards),
          ahead: many('a', ahead),
        };
        const page = {
          learning: parts.learning.slice(0, first),
          reviews: parts.reviews.slice(0, first),
          newCards: parts.newCards.slice(0, first),
          ahead: parts.ahead.slice(0, first),
        };
        const all = mixQueue(parts, { reviews, newCards }, 1_000);
        expect(all).toHaveLength(learning + reviews + newCards + ahead);
        expect(new Set(all).size).toBe(all.length);
        expect(mixQueue(page, { reviews, newCards }, first)).toEqual(all.slice(0, first));
      }),
    );
  });

  it('never holds more than the day still allows', () => {
    const count = fc.nat(300);
    fc.assert(
      fc.property(
        count,
        count,
        count,
        count,
        count,
        count,
        (newCardsPerDay, reviewsPerDay, newCount, reviewCount, reviews, newCards) => {
          const allowed = withinLimits(
            { reviews, newCards },
            remainingToday(
              { newCardsPerDay, reviewsPerDay, newCardsIgnoreReviewLimit: false },
              { newCount, reviewCount },
            ),
          );
          expect(allowed.newCards).toBeLessThanOrEqual(Math.max(0, newCardsPerDay - newCount));
          expect(allowed.reviews + allowed.newCards).toBeLessThanOrEqual(
            Math.max(0, reviewsPerDay - reviewCount - newCount),
          );
          expect(allowed.reviews).toBeLessThanOrEqual(reviews);
        },
      ),
    );
  });

  it('lets due reviews take the room before new cards', () => {
    const remaining = remainingToday(
      { newCardsPerDay: 20, reviewsPerDay: 30, newCardsIgnoreReviewLimit: false },
      { newCount: 0, reviewCount: 0 },
    );
    expect(withinLimits({ reviews: 25, newCards: 100 }, remaining)).toEqual({ reviews: 25, newCards: 5 });
  });
});

describe('a learning step', () => {
  it.each([
    ['1m', 1],
    ['10m', 10],
    ['2h', 120],
    ['1d', 1_440],
    ['30d', 43_200],
    ['31d', undefined],
    ['0m', undefined],
    ['1.5h', undefined],
    ['-1m', undefined],
    ['m', undefined],
    ['10', undefined],
  ])('%j is %s minutes', (text, minutes) => {
    expect(parseStep(text)).toBe(minutes);
  });

  it('reads back as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 43_200 }), (minutes) => {
        expect(parseStep(formatStep(minutes))).toBe(minutes);
      }),
    );
  });
});

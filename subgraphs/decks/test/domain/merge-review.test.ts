import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeReview } from '../../src/domain/merge-review.js';
import { defaultScheduler, type LoggedReview, rebuildMemory } from '../../src/domain/scheduling.js';

const start = Date.parse('2026-01-05T12:00:00Z');
const logged = (minutes: number, rating: LoggedReview['rating']): LoggedReview => {
  const reviewedAt = new Date(start + minutes * 60_000);
  return { reviewedAt, localDay: reviewedAt.toISOString().slice(0, 10), rating, scheduler: defaultScheduler };
};
const reviews = fc
  .uniqueArray(
    fc.record({ minutes: fc.nat(300_000), rating: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const) }),
    { minLength: 1, maxLength: 12, selector: ({ minutes }) => minutes },
  )
  .map((list) => list.map(({ minutes, rating }) => logged(minutes, rating)));
const byTime = (a: LoggedReview, b: LoggedReview) => a.reviewedAt.getTime() - b.reviewedAt.getTime();

describe('a review that comes late', () => {
  it('leads to what the reviews in the order of their times would have led to, in whatever order they come', () => {
    fc.assert(
      fc.property(reviews, (arriving) => {
        let history: LoggedReview[] = [];
        for (const review of arriving) {
          const merged = mergeReview(history, review, 's');
          history = [...history, review].sort(byTime);
          expect(merged?.latest).toEqual(rebuildMemory(history, 's'));
          for (const { entry, before } of merged?.rewritten ?? []) {
            expect(before).toEqual(rebuildMemory(history.slice(0, history.indexOf(entry)), 's'));
          }
        }
      }),
    );
  });

  it('does not count when the card was reset after it', () => {
    const history = [logged(0, 3), { ...logged(100, 0), change: 'RESET' as const }];
    expect(mergeReview(history, logged(50, 3), 's')).toBeUndefined();
    expect(mergeReview(history, logged(150, 3), 's')?.before.state).toBe(0);
  });
});

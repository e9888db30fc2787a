import type { EncodedEvent } from '@ruzlet/platform/outbox/events';
import { localHour } from '@ruzlet/platform/localtime';
import type { Viewer } from '@ruzlet/platform/access/viewer';
import type { LearnerDay } from '../domain/learner-day.js';
import type { Memory } from '../domain/memory.js';
import { elapsedDays, retrievabilityByDays } from '../domain/scheduling.js';
import { cardLeechedEvent, cardReviewedEvent, memoryMergedEvent } from './learning-events.js';
import type { AppliedReview } from './review-rules.js';

/** What a review tells others. */

interface Origin {
  viewer: Viewer;
  now: Date;
  learner: LearnerDay;
  requestId: string;
}

export function reviewedEvent(
  { review, card, deck, day, before, after }: AppliedReview,
  { viewer, now, learner, requestId }: Origin,
): EncodedEvent {
  const elapsed = elapsedDays(before, day);
  const recall = retrievabilityByDays(before, elapsed, deck.scheduler.weights);
  const memory = memoryData(after, review.reviewedAt);
  return cardReviewedEvent(
    {
      reviewId: review.id,
      userId: viewer.userId,
      cardId: card.id,
      deckId: card.deckId,
      rating: review.rating,
      durationMs: review.durationMs,
      reviewedAt: review.reviewedAt.toISOString(),
      receivedAt: now.toISOString(),
      localDay: day,
      localHour: localHour(review.reviewedAt, learner.timeZone),
      timeZone: learner.timeZone,
      stateBefore: before.state,
      ...(before.stability !== null && { stabilityBefore: before.stability }),
      ...(before.difficulty !== null && { difficultyBefore: before.difficulty }),
      elapsedDays: elapsed,
      scheduledDaysBefore: before.scheduledDays,
      ...(recall !== null && { retrievabilityBefore: recall }),
      stateAfter: memory.state,
      stabilityAfter: memory.stability,
      difficultyAfter: memory.difficulty,
      scheduledDaysAfter: memory.scheduledDays,
      dueAfter: memory.due,
    },
    { requestId, now },
  );
}

export function leechedEvent(
  { review, card, after, leechSuspended }: AppliedReview,
  { viewer, now, requestId }: Origin,
): EncodedEvent {
  return cardLeechedEvent(
    {
      userId: viewer.userId,
      cardId: card.id,
      deckId: card.deckId,
      reviewId: review.id,
      lapses: after.lapses,
      suspended: leechSuspended,
      leechedAt: review.reviewedAt.toISOString(),
    },
    { requestId, now },
  );
}

/** @param latest the memory once everything that followed was reckoned anew. */
export function mergedEvent(
  { review, card }: AppliedReview,
  latest: Memory,
  laterReviews: number,
  { viewer, now, requestId }: Origin,
): EncodedEvent {
  return memoryMergedEvent(
    {
      userId: viewer.userId,
      cardId: card.id,
      deckId: card.deckId,
      reviewId: review.id,
      laterReviews,
      ...memoryData(latest, review.reviewedAt),
      mergedAt: now.toISOString(),
    },
    { requestId, now },
  );
}

function memoryData(memory: Memory, reviewedAt: Date) {
  return {
    state: memory.state,
    stability: memory.stability ?? 0,
    difficulty: memory.difficulty ?? 0,
    scheduledDays: memory.scheduledDays,
    due: (memory.due ?? reviewedAt).toISOString(),
  };
}

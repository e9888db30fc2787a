/**
 * What to study next: learning cards that are due, then due reviews with new cards spread among them, then learning
 * cards that are almost due. Pure; the queries only gather candidates.
 */

/** How new cards stand among due reviews. */
export type NewCardMix = 'MIXED' | 'NEW_FIRST' | 'REVIEWS_FIRST';

export interface DayLimits {
  newCardsPerDay: number;
  reviewsPerDay: number;
  /** New cards need no room among the reviews. */
  newCardsIgnoreReviewLimit: boolean;
}

/** What a learner has already done of a deck on this learner's day (counts). */
export interface DayCounts {
  newCount: number;
  reviewCount: number;
}

/** How much room a day still has. */
export interface DayRoom {
  reviews: number;
  newCards: number;
  /** New cards need no room among the reviews. */
  apart: boolean;
}

/** How many reviews and new cards the day still allows. New cards done today use up the review limit too, unless they are limited apart. */
export function remainingToday(limits: DayLimits, done: DayCounts): DayRoom {
  const apart = limits.newCardsIgnoreReviewLimit;
  const reviews = Math.max(0, limits.reviewsPerDay - done.reviewCount - (apart ? 0 : done.newCount));
  const newCards = Math.max(0, limits.newCardsPerDay - done.newCount);
  return { reviews, newCards: apart ? newCards : Math.min(reviews, newCards), apart };
}

/**
 * What of the waiting cards may be studied today. Reviews come before new cards when both want the same room:
 * a learner who is behind first catches up.
 */
export function withinLimits(
  waiting: { reviews: number; newCards: number },
  room: DayRoom,
): { reviews: number; newCards: number } {
  const reviews = Math.min(waiting.reviews, room.reviews);
  const newCards = Math.min(waiting.newCards, room.newCards);
  return { reviews, newCards: room.apart ? newCards : Math.min(newCards, room.reviews - reviews) };
}

export interface QueueParts<T> {
  /** Learning cards that are due, the longest due first. */
  learning: readonly T[];
  reviews: readonly T[];
  newCards: readonly T[];
  /** Learning cards due within the learn-ahead time, the soonest first. */
  ahead: readonly T[];
}

/**
 * The first cards of the queue.
 *
 * @param allowed how many reviews and new cards today has in all; their proportion decides how they are mixed, so the
 *   mix is the same whatever `first` is.
 */
export function mixQueue<T>(
  parts: QueueParts<T>,
  allowed: { reviews: number; newCards: number },
  first: number,
  mix: NewCardMix = 'MIXED',
): T[] {
  const reviews = parts.reviews.slice(0, allowed.reviews);
  const newCards = parts.newCards.slice(0, allowed.newCards);
  const queue = parts.learning.slice(0, first);
  let reviewsTaken = 0;
  let newTaken = 0;
  while (queue.length < first && reviewsTaken + newTaken < reviews.length + newCards.length) {
    const review = reviews[reviewsTaken];
    const newCard = newCards[newTaken];
    const newIsDue = (newTaken + 1) * (allowed.reviews + 1) <= (reviewsTaken + 1) * (allowed.newCards + 1);
    const newIsNext = mix === 'MIXED' ? newIsDue : mix === 'NEW_FIRST';
    if (newCard !== undefined && (review === undefined || newIsNext)) {
      queue.push(newCard);
      newTaken += 1;
    } else if (review !== undefined) {
      queue.push(review);
      reviewsTaken += 1;
    }
  }
  return [...queue, ...parts.ahead].slice(0, first);
}

import { manualRating, type Memory } from './memory.js';
import { type LoggedReview, rebuildMemory, replayEntry, reviewMemory } from './scheduling.js';

/**
 * A review that arrives after later ones of the same card: two devices were used, and one was offline. It takes its place in
 * the history, and what came after it is reckoned anew. Pure.
 */
export interface MergedReview<T extends LoggedReview> {
  before: Memory;
  after: Memory;
  /** The memory once everything that followed is applied again. */
  latest: Memory;
  /** The entries that followed, with the memory that they now found. */
  rewritten: { entry: T; before: Memory }[];
}

/**
 * @param history of the card, oldest first.
 * @returns undefined when the card was reset after the review: what was forgotten on request stays forgotten.
 */
export function mergeReview<T extends LoggedReview>(
  history: readonly T[],
  review: LoggedReview,
  seed: string,
): MergedReview<T> | undefined {
  const at = review.reviewedAt.getTime();
  const following = history.findIndex((entry) => entry.reviewedAt.getTime() > at);
  const place = following === -1 ? history.length : following;
  const later = history.slice(place);
  if (review.rating === manualRating || later.some(isReset)) return undefined;
  const before = rebuildMemory(history.slice(0, place), seed);
  const after = reviewMemory(before, review.rating, review, review.scheduler, seed);
  let latest = after;
  const rewritten = later.map((entry) => {
    const found = latest;
    latest = replayEntry(found, entry, seed);
    return { entry, before: found };
  });
  return { before, after, latest, rewritten };
}

function isReset({ rating, change }: LoggedReview): boolean {
  return rating === manualRating && change !== 'RESCHEDULE';
}

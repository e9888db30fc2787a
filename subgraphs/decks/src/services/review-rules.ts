import type { AppError } from '@ruzlet/platform/errors';
import { badInput, conflict } from '@ruzlet/platform/errors';
import type { DayLoads } from '../domain/day-load.js';
import type { CardRecord } from '../domain/deck.js';
import { type CardStudy, type Memory, memoryStates, type RatingCode } from '../domain/memory.js';
import { previewRatings, reviewMemory, type ReviewMoment, type Scheduler } from '../domain/scheduling.js';
import type { StoredCardStudy } from '../storage/memory.js';
import type { DayChange } from '../storage/study-days.js';

/** What a review is on its way into the log, and when it is refused. */

/** A client's clock may be ahead of ours, and two devices' clocks apart, by this much (milliseconds). */
export const reviewFutureToleranceMs = 60_000;
/** An offline client may come back after this long (days), not later: such a clock is wrong. */
export const reviewAgeDaysMax = 3_650;

export interface ReviewToApply {
  id: string;
  cardId: string;
  rating: RatingCode;
  durationMs: number;
  reviewedAt: Date;
}

/** What became of a review: the card and the memory right after it, or why it was refused. */
export interface ReviewOutcome {
  reviewId: string;
  /** Null when refused, and for a repeated review whose card is gone since. */
  card: CardRecord | null;
  study: CardStudy | null;
  error: AppError | null;
}

export interface DeckStudy {
  scheduler: Scheduler;
  schedulerId: number;
  /** A card that turns into a leech is suspended. */
  suspendsLeeches: boolean;
  /** How full the days are from today on, where that decides intervals; changed as reviews are applied. */
  loads: (DayLoads & { cardsByDay: Map<number, number> | null }) | null;
}

/** A review, and all that decides what it does. */
export interface AppliedReview {
  review: ReviewToApply;
  card: CardRecord;
  deck: DeckStudy;
  day: string;
  /** When it counts from. */
  replayAt: Date;
  before: StoredCardStudy;
  /** Right after it. */
  after: StoredCardStudy;
  intervalDays: number | null;
  leechSuspended: boolean;
}

/** The memory after a review, on a day that has room for it where days are balanced. */
export function scheduled(
  before: Memory,
  rating: RatingCode,
  moment: ReviewMoment,
  { scheduler, loads }: DeckStudy,
  seed: string,
): { memory: Memory; intervalDays: number | null } {
  if (!loads) return { memory: reviewMemory(before, rating, moment, scheduler, seed), intervalDays: null };
  // Loads are counted from today; a review of another day knows the learner's easy days only.
  const known = loads.today === moment.localDay ? loads : { ...loads, today: moment.localDay, cardsByDay: null };
  const outcome = previewRatings(before, moment, scheduler, seed, known)[rating - 1];
  if (!outcome) throw new Error('a rating has no outcome');
  const { memory, intervalDays } = outcome;
  if (intervalDays !== null && known.cardsByDay) {
    known.cardsByDay.set(intervalDays, (known.cardsByDay.get(intervalDays) ?? 0) + 1);
  }
  return { memory, intervalDays };
}

/** Whether the card has later entries: the review is then no more its latest. */
export function isLate(review: ReviewToApply, latest: Date): boolean {
  return review.reviewedAt.getTime() < latest.getTime() - reviewFutureToleranceMs;
}

/** Cards of which a review may have to take its place among later ones: their histories are needed. */
export function lateCards(reviews: readonly ReviewToApply[], latestReplays: ReadonlyMap<string, Date>): string[] {
  const late = reviews.filter((review) => {
    const latest = latestReplays.get(review.cardId);
    return latest !== undefined && isLate(review, latest);
  });
  return [...new Set(late.map(({ cardId }) => cardId))];
}

/** How a review counts towards the day's limits: learning steps do not. */
export function countsOf(before: Memory): { newCount: number; reviewCount: number } {
  return {
    newCount: before.state === memoryStates.new ? 1 : 0,
    reviewCount: before.state === memoryStates.review ? 1 : 0,
  };
}

export function addCounts(counts: DayChange, more: { newCount: number; reviewCount: number }): DayChange {
  return {
    ...counts,
    newCount: counts.newCount + more.newCount,
    reviewCount: counts.reviewCount + more.reviewCount,
  };
}

/** @throws AppError CONFLICT when the id is known with another card or rating. */
export function requireSame(review: ReviewToApply, known: { cardId: string; rating: number }): void {
  if (review.cardId === known.cardId && review.rating === known.rating) return;
  throw conflict('The id is that of another review of yours: make a new one.');
}

/** Schedules from the client's time, so a time that cannot be is refused, never mended. */
export function requirePlausible(review: ReviewToApply, before: CardStudy, now: Date, merges: boolean): void {
  const at = review.reviewedAt.getTime();
  const fault = (message: string) => badInput([{ path: ['input', 'reviewedAt'], message }]);
  if (at > now.getTime() + reviewFutureToleranceMs) {
    throw fault(`lies in the future: it is ${now.toISOString()} here`);
  }
  if (at < now.getTime() - reviewAgeDaysMax * 86_400_000) throw fault('lies too far in the past');
  if (!merges && before.lastReview && at < before.lastReview.getTime() - reviewFutureToleranceMs) {
    throw fault(`lies before the card's last review at ${before.lastReview.toISOString()}`);
  }
  if (before.suspended) throw conflict('The card is suspended: put it back into study first.');
}

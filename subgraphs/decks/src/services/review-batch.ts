import type { Viewer } from '@ruzlet/platform/access/viewer';
import { AppError, badInput, conflict, notFound } from '@ruzlet/platform/errors';
import { localDay, localHour } from '@ruzlet/platform/localtime';
import type { EncodedEvent } from '@ruzlet/platform/outbox/events';
import type { CardRecord } from '../domain/deck.js';
import type { LearnerDay } from '../domain/learner-day.js';
import {
  type CardStudy,
  fuzzSeed,
  type Memory,
  memoryIn,
  memoryStates,
  newCardStudy,
  type RatingCode,
} from '../domain/memory.js';
import { elapsedDays, retrievabilityByDays, reviewMemory, type Scheduler } from '../domain/scheduling.js';
import type { StoredCardStudy } from '../storage/memory.js';
import type { LogEntry, NewLogEntry } from '../storage/reviews.js';
import type { DayChange } from '../storage/study-days.js';
import { cardReviewedEvent } from './learning-events.js';
import { idTaken } from './deck-access.js';

/**
 * Reviews of one learner on their way into the log: holds what was read, applies one review after the other, and
 * gathers what is to be written. Reads and writes nothing by itself.
 */

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
}

interface BatchFacts {
  viewer: Viewer;
  now: Date;
  learner: LearnerDay;
  requestId: string;
  /** Cards that the viewer may see. */
  cards: ReadonlyMap<string, CardRecord>;
  decks: ReadonlyMap<string, DeckStudy>;
  /** Entries of the log that carry one of the ids already, whoever made them. */
  known: ReadonlyMap<string, LogEntry>;
  /** What the known entries of the viewer led to, where something came after; else the memory as it is. */
  memoriesAfter: ReadonlyMap<string, Memory>;
  memories: ReadonlyMap<string, StoredCardStudy>;
}

export class ReviewBatch {
  readonly entries: NewLogEntry[] = [];
  readonly events: EncodedEvent[] = [];
  readonly #facts: BatchFacts;
  readonly #studies: Map<string, StoredCardStudy>;
  readonly #changed = new Set<string>();
  readonly #days = new Map<string, DayChange>();
  /** Reviews applied in this batch, so that one that is sent twice in it counts once. */
  readonly #applied = new Map<string, { review: ReviewToApply; outcome: ReviewOutcome }>();

  constructor(facts: BatchFacts) {
    this.#facts = facts;
    this.#studies = new Map(facts.memories);
  }

  apply(review: ReviewToApply): ReviewOutcome {
    try {
      const outcome = this.#repeated(review) ?? this.#applyNew(review);
      this.#applied.set(review.id, { review, outcome });
      return outcome;
    } catch (error) {
      if (error instanceof AppError) return { reviewId: review.id, card: null, study: null, error };
      throw error;
    }
  }

  changedMemories(): StoredCardStudy[] {
    return [...this.#changed].flatMap((cardId) => this.#studies.get(cardId) ?? []);
  }

  dayChanges(): DayChange[] {
    return [...this.#days.values()];
  }

  /** The answer to a review that is in the log already; undefined for a new one. */
  #repeated(review: ReviewToApply): ReviewOutcome | undefined {
    const applied = this.#applied.get(review.id);
    if (applied) {
      requireSame(review, applied.review);
      return applied.outcome;
    }
    const entry = this.#facts.known.get(review.id);
    if (!entry) return undefined;
    if (entry.userId !== this.#facts.viewer.userId) throw idTaken('review');
    requireSame(review, entry);
    if (entry.undoneAt) throw conflict('This review was taken back: send a new one with a new id.');
    const card = this.#facts.cards.get(review.cardId) ?? null;
    const current = this.#facts.memories.get(review.cardId) ?? newCardStudy;
    return {
      reviewId: review.id,
      card,
      study: card && { ...current, ...this.#facts.memoriesAfter.get(review.id) },
      error: null,
    };
  }

  #applyNew(review: ReviewToApply): ReviewOutcome {
    const { viewer, now, learner } = this.#facts;
    const card = this.#facts.cards.get(review.cardId);
    const deck = card && this.#facts.decks.get(card.deckId);
    if (!card || !deck) throw notFound('card');
    const before = this.#studies.get(card.id) ?? { ...newCardStudy, cardId: card.id, deckId: card.deckId };
    requirePlausible(review, before, now);

    const day = localDay(review.reviewedAt, learner.timeZone, learner.dayStartsAt);
    const moment = { reviewedAt: review.reviewedAt, localDay: day };
    const memory = reviewMemory(before, review.rating, moment, deck.scheduler, fuzzSeed(viewer.userId, card.id));
    const after: StoredCardStudy = { ...before, ...memory, deckId: card.deckId };
    this.#studies.set(card.id, after);
    this.#changed.add(card.id);
    this.#count(card.deckId, day, before);
    this.entries.push(this.#entry(review, card, deck, day, before));
    this.events.push(this.#event(review, card, deck, day, before, after));
    return { reviewId: review.id, card, study: after, error: null };
  }

  #count(deckId: string, day: string, before: Memory): void {
    const key = `${deckId} ${day}`;
    const counts = this.#days.get(key) ?? { deckId, localDay: day, newCount: 0, reviewCount: 0 };
    this.#days.set(key, addCounts(counts, countsOf(before)));
  }

  #entry(review: ReviewToApply, card: CardRecord, deck: DeckStudy, day: string, before: StoredCardStudy): NewLogEntry {
    const { viewer, now } = this.#facts;
    return {
      ...memoryIn(before),
      id: review.id,
      userId: viewer.userId,
      cardId: card.id,
      deckId: card.deckId,
      rating: review.rating,
      reviewedAt: review.reviewedAt,
      receivedAt: now,
      localDay: day,
      durationMs: review.durationMs,
      schedulerId: deck.schedulerId,
      clientId: viewer.sessionId,
    };
  }

  #event(
    review: ReviewToApply,
    card: CardRecord,
    deck: DeckStudy,
    day: string,
    before: Memory,
    after: Memory,
  ): EncodedEvent {
    const { viewer, now, learner, requestId } = this.#facts;
    const elapsed = elapsedDays(before, day);
    const recall = retrievabilityByDays(before, elapsed, deck.scheduler.weights);
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
        stateAfter: after.state,
        stabilityAfter: after.stability ?? 0,
        difficultyAfter: after.difficulty ?? 0,
        scheduledDaysAfter: after.scheduledDays,
        dueAfter: (after.due ?? review.reviewedAt).toISOString(),
      },
      { requestId, now },
    );
  }
}

/** How a review counts towards the day's limits: learning steps do not. */
export function countsOf(before: Memory): { newCount: number; reviewCount: number } {
  return {
    newCount: before.state === memoryStates.new ? 1 : 0,
    reviewCount: before.state === memoryStates.review ? 1 : 0,
  };
}

function addCounts(counts: DayChange, more: { newCount: number; reviewCount: number }): DayChange {
  return {
    ...counts,
    newCount: counts.newCount + more.newCount,
    reviewCount: counts.reviewCount + more.reviewCount,
  };
}

function requireSame(review: ReviewToApply, known: { cardId: string; rating: number }): void {
  if (review.cardId === known.cardId && review.rating === known.rating) return;
  throw conflict('The id is that of another review of yours: make a new one.');
}

/** Schedules from the client's time, so a time that cannot be is refused, never mended. */
function requirePlausible(review: ReviewToApply, before: CardStudy, now: Date): void {
  const at = review.reviewedAt.getTime();
  const fault = (message: string) => badInput([{ path: ['input', 'reviewedAt'], message }]);
  if (at > now.getTime() + reviewFutureToleranceMs) {
    throw fault(`lies in the future: it is ${now.toISOString()} here`);
  }
  if (at < now.getTime() - reviewAgeDaysMax * 86_400_000) throw fault('lies too far in the past');
  if (before.lastReview && at < before.lastReview.getTime() - reviewFutureToleranceMs) {
    throw fault(`lies before the card's last review at ${before.lastReview.toISOString()}`);
  }
  if (before.suspended) throw conflict('The card is suspended: put it back into study first.');
}

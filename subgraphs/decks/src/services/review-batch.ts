import type { Viewer } from '@ruzlet/platform/access/viewer';
import { AppError, conflict, notFound } from '@ruzlet/platform/errors';
import { localDay } from '@ruzlet/platform/localtime';
import type { EncodedEvent } from '@ruzlet/platform/outbox/events';
import type { CardRecord } from '../domain/deck.js';
import type { LearnerDay } from '../domain/learner-day.js';
import { fuzzSeed, isLeechLapse, manualRating, type Memory, memoryIn, newCardStudy } from '../domain/memory.js';
import { mergeReview } from '../domain/merge-review.js';
import type { LoggedReview } from '../domain/scheduling.js';
import type { StoredCardStudy } from '../storage/memory.js';
import type { HistoryEntry, LogEntry, NewLogEntry } from '../storage/reviews.js';
import type { DayChange } from '../storage/study-days.js';
import { idTaken } from './deck-access.js';
import { leechedEvent, mergedEvent, reviewedEvent } from './review-events.js';
import {
  addCounts,
  type AppliedReview,
  countsOf,
  type DeckStudy,
  isLate,
  requirePlausible,
  requireSame,
  type ReviewOutcome,
  type ReviewToApply,
  scheduled,
} from './review-rules.js';

/**
 * Reviews of one learner on their way into the log: holds what was read, applies one review after the other, and
 * gathers what is to be written. Reads and writes nothing by itself.
 */

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
  /** From when each card's latest entry counts; cards without entries are absent. */
  latestReplays: ReadonlyMap<string, Date>;
  /** Whole histories of cards whose review may come late: what `lateCards` named. */
  histories: ReadonlyMap<string, readonly HistoryEntry[]>;
  /** Whether reviews that are older than the card's last one take their place in its history; else they are refused. */
  merges: boolean;
}

export class ReviewBatch {
  readonly entries: NewLogEntry[] = [];
  /** Entries of the log whose memory before is another since, by id. */
  readonly rewritten = new Map<string, Memory>();
  readonly events: EncodedEvent[] = [];
  readonly #facts: BatchFacts;
  readonly #studies: Map<string, StoredCardStudy>;
  readonly #latestReplays: Map<string, Date>;
  readonly #histories: Map<string, readonly HistoryEntry[]>;
  readonly #changed = new Set<string>();
  readonly #days = new Map<string, DayChange>();
  /** Reviews applied in this batch, so that one that is sent twice in it counts once. */
  readonly #applied = new Map<string, { review: ReviewToApply; outcome: ReviewOutcome }>();

  constructor(facts: BatchFacts) {
    this.#facts = facts;
    this.#studies = new Map(facts.memories);
    this.#latestReplays = new Map(facts.latestReplays);
    this.#histories = new Map(facts.histories);
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
    const { now, learner, merges } = this.#facts;
    const card = this.#facts.cards.get(review.cardId);
    const deck = card && this.#facts.decks.get(card.deckId);
    if (!card || !deck) throw notFound('card');
    const current = this.#studies.get(card.id) ?? { ...newCardStudy, cardId: card.id, deckId: card.deckId };
    requirePlausible(review, current, now, merges);
    const day = localDay(review.reviewedAt, learner.timeZone, learner.dayStartsAt);
    const latest = this.#latestReplays.get(card.id);
    const applied =
      latest && isLate(review, latest)
        ? this.#merge(review, card, deck, day, current)
        : this.#append(review, card, deck, day, current, latest);
    this.#changed.add(card.id);
    this.#count(card.deckId, day, countsOf(applied.before));
    this.entries.push(this.#entry(applied));
    this.#remember(applied);
    return { reviewId: review.id, card, study: applied.after, error: null };
  }

  /** The usual case: the review is the card's latest. */
  #append(
    review: ReviewToApply,
    card: CardRecord,
    deck: DeckStudy,
    day: string,
    before: StoredCardStudy,
    latest: Date | undefined,
  ): AppliedReview {
    const replayAt = latest && latest > review.reviewedAt ? latest : review.reviewedAt;
    const moment = { reviewedAt: replayAt, localDay: day };
    const seed = fuzzSeed(this.#facts.viewer.userId, card.id);
    const { memory, intervalDays } = scheduled(before, review.rating, moment, deck, seed);
    const leeched = memory.lapses > before.lapses && isLeechLapse(memory.lapses, deck.scheduler.leechLapses);
    const leechSuspended = leeched && deck.suspendsLeeches;
    const suspended = before.suspended || leechSuspended;
    const after: StoredCardStudy = { ...before, ...memory, suspended, deckId: card.deckId };
    this.#studies.set(card.id, after);
    this.#latestReplays.set(card.id, replayAt);
    const applied = { review, card, deck, day, replayAt, before, after, intervalDays, leechSuspended };
    this.events.push(reviewedEvent(applied, this.#facts));
    if (leeched) this.events.push(leechedEvent(applied, this.#facts));
    return applied;
  }

  /** The review comes late: it takes its place in the history, and what followed is reckoned anew. */
  #merge(
    review: ReviewToApply,
    card: CardRecord,
    deck: DeckStudy,
    day: string,
    current: StoredCardStudy,
  ): AppliedReview {
    const { viewer } = this.#facts;
    const logged: LoggedReview = {
      rating: review.rating,
      reviewedAt: review.reviewedAt,
      localDay: day,
      scheduler: deck.scheduler,
    };
    const history = this.#histories.get(card.id) ?? [];
    const merged = mergeReview(history, logged, fuzzSeed(viewer.userId, card.id));
    if (!merged) throw conflict('The card was reset since: a review from before does not count any more.');
    for (const { entry, before } of merged.rewritten) {
      if (entry.rating !== manualRating) {
        const counted = countsOf(entry.before);
        const counts = countsOf(before);
        this.#count(entry.deckId, entry.localDay, {
          newCount: counts.newCount - counted.newCount,
          reviewCount: counts.reviewCount - counted.reviewCount,
        });
      }
      this.rewritten.set(entry.id, before);
    }
    const found = new Map(merged.rewritten.map(({ entry, before }) => [entry.id, before]));
    this.#histories.set(
      card.id,
      history.map((entry) => ({ ...entry, before: found.get(entry.id) ?? entry.before })),
    );
    const latest = { ...current, ...merged.latest, deckId: card.deckId };
    this.#studies.set(card.id, latest);
    const applied: AppliedReview = {
      review,
      card,
      deck,
      day,
      replayAt: review.reviewedAt,
      before: { ...current, ...merged.before },
      after: { ...current, ...merged.after, deckId: card.deckId },
      intervalDays: null,
      leechSuspended: false,
    };
    const laterReviews = merged.rewritten.filter(({ entry }) => entry.rating !== manualRating).length;
    this.events.push(reviewedEvent(applied, this.#facts), mergedEvent(applied, latest, laterReviews, this.#facts));
    return applied;
  }

  /** Puts the review into the card's history, where that is held, for later ones of the batch. */
  #remember({ review, card, deck, day, replayAt, before, intervalDays }: AppliedReview): void {
    const history = this.#histories.get(card.id);
    if (!history) return;
    const following = history.findIndex((entry) => entry.reviewedAt > replayAt);
    const place = following === -1 ? history.length : following;
    const entry: HistoryEntry = {
      id: review.id,
      cardId: card.id,
      deckId: card.deckId,
      rating: review.rating,
      reviewedAt: replayAt,
      localDay: day,
      intervalDays,
      scheduler: deck.scheduler,
      before: memoryIn(before),
    };
    this.#histories.set(card.id, [...history.slice(0, place), entry, ...history.slice(place)]);
  }

  #count(deckId: string, day: string, more: { newCount: number; reviewCount: number }): void {
    const key = `${deckId} ${day}`;
    const counts = this.#days.get(key) ?? { deckId, localDay: day, newCount: 0, reviewCount: 0 };
    this.#days.set(key, addCounts(counts, more));
  }

  #entry({ review, card, deck, day, replayAt, before, intervalDays, leechSuspended }: AppliedReview): NewLogEntry {
    const { viewer, now } = this.#facts;
    return {
      ...memoryIn(before),
      id: review.id,
      userId: viewer.userId,
      cardId: card.id,
      deckId: card.deckId,
      rating: review.rating,
      reviewedAt: review.reviewedAt,
      replayAt,
      receivedAt: now,
      localDay: day,
      durationMs: review.durationMs,
      schedulerId: deck.schedulerId,
      clientId: viewer.sessionId,
      intervalDays,
      leechSuspended,
    };
  }
}

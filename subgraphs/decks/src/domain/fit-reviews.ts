import { manualRating, type RatingCode } from './memory.js';

/**
 * The log of reviews as the fit of the weights takes it: for each card the ratings from its first review on, with the days
 * between them. Flat arrays, because a log may have hundreds of thousands of reviews. Pure.
 */
export interface FitReviews {
  /** Ratings, one sequence of reviews after the other. */
  ratings: Uint8Array<ArrayBuffer>;
  /** Days since the review before in the sequence; 0 for its first. */
  days: Int32Array<ArrayBuffer>;
  /** Reviews of each sequence (counts). */
  lengths: Uint32Array<ArrayBuffer>;
}

/** An entry of the log, cards one after the other, each card's oldest first. */
export interface FitEntry {
  cardId: string;
  rating: RatingCode | typeof manualRating;
  /** A RESET begins a new sequence; a RESCHEDULE changes nothing that was remembered. */
  change: 'RESET' | 'RESCHEDULE' | null;
  localDay: string;
}

/** Reviews of one sequence that the fit looks at (count); what comes after tells little about the weights. */
const sequenceReviewsMax = 128;
const dayMs = 86_400_000;

/** Gathers entries page by page, so that a long log is never held whole. */
export class FitReviewsGatherer {
  readonly #ratings: number[] = [];
  readonly #days: number[] = [];
  readonly #lengths: number[] = [];
  #cardId = '';
  #length = 0;
  #lastDay = 0;

  add({ cardId, rating, change, localDay }: FitEntry): void {
    if (cardId !== this.#cardId || (rating === manualRating && change !== 'RESCHEDULE')) this.#end();
    this.#cardId = cardId;
    if (rating === manualRating || this.#length >= sequenceReviewsMax) return;
    const day = Math.round(Date.parse(localDay) / dayMs);
    this.#ratings.push(rating);
    this.#days.push(this.#length === 0 ? 0 : Math.max(0, day - this.#lastDay));
    this.#lastDay = day;
    this.#length += 1;
  }

  #end(): void {
    if (this.#length > 0) this.#lengths.push(this.#length);
    this.#length = 0;
  }

  finish(): FitReviews {
    this.#end();
    return {
      ratings: Uint8Array.from(this.#ratings),
      days: Int32Array.from(this.#days),
      lengths: Uint32Array.from(this.#lengths),
    };
  }
}

/** Reviews on a later day than the one before: those that tell whether something was remembered (count). */
export function countTellingReviews({ days }: FitReviews): number {
  return days.reduce((count, gap) => count + (gap > 0 ? 1 : 0), 0);
}

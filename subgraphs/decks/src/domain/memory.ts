/**
 * What a learner's memory of one card is, as FSRS sees it. A value: every change makes a new one.
 */

/** 0 New, 1 Learning, 2 Review, 3 Relearning: the numbers of FSRS, of the review log and of the events. */
export type MemoryStateCode = 0 | 1 | 2 | 3;
export const memoryStates = { new: 0, learning: 1, review: 2, relearning: 3 } as const;

/** 1 Again, 2 Hard, 3 Good, 4 Easy. */
export type RatingCode = 1 | 2 | 3 | 4;
export const ratings: readonly RatingCode[] = [1, 2, 3, 4];

/** Marks an entry of the review log that is no answer but a change by hand: the card was forgotten on request. */
export const manualRating = 0 as const;

export interface Memory {
  state: MemoryStateCode;
  /** Null while the card is new: new means no due date and no memory. */
  due: Date | null;
  /** Days until retrievability has fallen to 90 %. */
  stability: number | null;
  /** 1 (easy) to 10 (hard). */
  difficulty: number | null;
  scheduledDays: number;
  /** Which learning or relearning step comes next, from 0. */
  learningSteps: number;
  reps: number;
  lapses: number;
  lastReview: Date | null;
  /** The learner's day of the last review, `YYYY-MM-DD`; kept because the time zone may change later. */
  lastReviewDay: string | null;
  leech: boolean;
}

export const newMemory: Memory = Object.freeze({
  state: memoryStates.new,
  due: null,
  stability: null,
  difficulty: null,
  scheduledDays: 0,
  learningSteps: 0,
  reps: 0,
  lapses: 0,
  lastReview: null,
  lastReviewDay: null,
  leech: false,
});

/** Lapses at which a card first counts as a leech unless it is set otherwise (count). */
export const leechLapsesDefault = 8;

/** Whether the lapse that brought a card to `lapses` makes it a leech (again): at the threshold, and each time half of it is added. */
export function isLeechLapse(lapses: number, threshold: number = leechLapsesDefault): boolean {
  const step = Math.max(1, Math.ceil(threshold / 2));
  return lapses >= threshold && (lapses - threshold) % step === 0;
}

/** The memory alone, out of a record that holds more. */
export function memoryIn(record: Memory): Memory {
  return {
    state: record.state,
    due: record.due,
    stability: record.stability,
    difficulty: record.difficulty,
    scheduledDays: record.scheduledDays,
    learningSteps: record.learningSteps,
    reps: record.reps,
    lapses: record.lapses,
    lastReview: record.lastReview,
    lastReviewDay: record.lastReviewDay,
    leech: record.leech,
  };
}

/** A learner's memory of a card, and what the learner decided about it. */
export interface CardStudy extends Memory {
  /** The card's deck, whose settings count; null for a card that was never touched. */
  deckId: string | null;
  suspended: boolean;
  /** The learner's day on which a buried card comes back. */
  buriedUntil: string | null;
}

export const newCardStudy: CardStudy = Object.freeze({
  ...newMemory,
  deckId: null,
  suspended: false,
  buriedUntil: null,
});

/** What fuzz is seeded with: each learner's memory of each card has its own. */
export function fuzzSeed(userId: string, cardId: string): string {
  return `${userId}:${cardId}`;
}

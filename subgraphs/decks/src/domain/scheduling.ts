import {
  computeDecayFactor,
  createEmptyCard,
  default_w,
  forgetting_curve,
  FSRS,
  GenSeedStrategyWithCardId,
  migrateParameters,
  Rating,
  State,
  StrategyMode,
} from 'ts-fsrs';
import type { Card, Grade, RecordLogItem, StepUnit } from 'ts-fsrs';
import { balancedInterval, type DayLoads, type EmptyDays } from './day-load.js';
import { isLeechLapse, leechLapsesDefault, manualRating, memoryStates, newMemory, ratings } from './memory.js';
import type { Memory, MemoryStateCode, RatingCode } from './memory.js';

/**
 * FSRS-6 through ts-fsrs, as pure functions: time, settings and the seed of the fuzz are arguments.
 *
 * ts-fsrs counts the days between two reviews by UTC dates. Here they are the learner's days, so the last review is
 * handed over as "that many days before now"; for a learner in UTC whose day starts at midnight both are the same.
 */

/** Everything that decides how a review changes a memory. Kept beside each review, so that the log can be replayed. */
export interface Scheduler {
  /** Probability of recall at which a card is due, 0.7..0.99. */
  desiredRetention: number;
  /** The 21 weights of FSRS-6. */
  weights: readonly number[];
  /** Minutes; an empty list leaves new cards to FSRS. */
  learningStepsMinutes: readonly number[];
  /** Minutes; an empty list leaves forgotten cards to FSRS. */
  relearningStepsMinutes: readonly number[];
  maximumIntervalDays: number;
  /** Spreads intervals a little, so that cards learned together part. */
  fuzz: boolean;
  /** Lapses from which a card counts as a leech (count). */
  leechLapses: number;
}

export const defaultScheduler: Scheduler = Object.freeze({
  desiredRetention: 0.9,
  weights: default_w,
  learningStepsMinutes: Object.freeze([1, 10]),
  relearningStepsMinutes: Object.freeze([10]),
  maximumIntervalDays: 36_500,
  fuzz: true,
  leechLapses: leechLapsesDefault,
});

/** When a review happens: the moment, and the learner's day (`YYYY-MM-DD`) that it counts for. */
export interface ReviewMoment {
  reviewedAt: Date;
  localDay: string;
}

const dayMs = 86_400_000;

/** Learner's days since the last review; 0 on the same day, for a new card, and when a change of zone turned back the day. */
export function elapsedDays(memory: Memory, localDay: string): number {
  if (memory.lastReviewDay === null) return 0;
  return Math.max(0, Math.round((Date.parse(localDay) - Date.parse(memory.lastReviewDay)) / dayMs));
}

/**
 * The memory after a review.
 *
 * @param seed whose memory of which card this is; with the number of repetitions it decides the fuzz, so the interval
 *   that a preview promised is the one that the review gives.
 * @param intervalDays an interval that was chosen already (days), by `previewRatings`; counts where days are what the
 *   scheduler gives.
 */
export function reviewMemory(
  memory: Memory,
  rating: RatingCode,
  moment: ReviewMoment,
  scheduler: Scheduler,
  seed: string,
  intervalDays: number | null = null,
): Memory {
  const card = toFsrsCard(memory, moment, seed);
  const after = fromFsrs(
    memory,
    moment,
    fsrsFor(scheduler).next(card, moment.reviewedAt, fsrsGrades[rating]),
    scheduler,
  );
  return intervalDays === null ? after : withInterval(after, intervalDays);
}

export interface RatingOutcome {
  rating: RatingCode;
  memory: Memory;
  due: Date;
  /** Seconds from the review until the card is due. */
  intervalSeconds: number;
  /** The interval, when it was chosen by how full the days are (days); the log keeps it. */
  intervalDays: number | null;
}

/**
 * What each of the four ratings would do now.
 *
 * @param loads how full the days ahead are; null leaves the interval to the scheduler.
 */
export function previewRatings(
  memory: Memory,
  moment: ReviewMoment,
  scheduler: Scheduler,
  seed: string,
  loads: DayLoads | null = null,
): RatingOutcome[] {
  const fsrs = fsrsFor(loads ? { ...scheduler, fuzz: false } : scheduler);
  const records = fsrs.repeat(toFsrsCard(memory, moment, seed), moment.reviewedAt);
  // A better rating never leads to an earlier day.
  let intervalMin = 1;
  return ratings.map((rating) => {
    let after = fromFsrs(memory, moment, records[fsrsGrades[rating]], scheduler);
    let intervalDays: number | null = null;
    if (loads && after.state === memoryStates.review) {
      const bounds = {
        elapsedDays: elapsedDays(memory, moment.localDay),
        maximumIntervalDays: scheduler.maximumIntervalDays,
        intervalMin,
      };
      const reps = `${seed}#${String(memory.reps)} ${String(rating)}`;
      intervalDays = balancedInterval(after.scheduledDays, bounds, loads, reps);
      intervalMin = intervalDays + 1;
      after = withInterval(after, intervalDays);
    }
    const due = after.due ?? moment.reviewedAt;
    const intervalSeconds = Math.round((due.getTime() - moment.reviewedAt.getTime()) / 1_000);
    return { rating, memory: after, due, intervalSeconds, intervalDays };
  });
}

/** The same memory, due after so many days; cards in their steps stay as they are. */
function withInterval(memory: Memory, days: number): Memory {
  if (memory.state !== memoryStates.review || memory.lastReview === null) return memory;
  return { ...memory, scheduledDays: days, due: new Date(memory.lastReview.getTime() + days * dayMs) };
}

/** Probability of recall (0..1) at a moment; null for a card that was never reviewed. */
export function retrievability(memory: Memory, at: Date, weights: readonly number[]): number | null {
  if (memory.stability === null || memory.lastReview === null) return null;
  const days = Math.max(0, at.getTime() - memory.lastReview.getTime()) / dayMs;
  return forgetting_curve(weights, days, memory.stability);
}

/** Probability of recall as the scheduler reckons it: by whole learner's days since the last review. */
export function retrievabilityByDays(memory: Memory, days: number, weights: readonly number[]): number | null {
  return memory.stability === null ? null : forgetting_curve(weights, days, memory.stability);
}

/** Weights of FSRS-4.5, FSRS-5 or FSRS-6 (17, 19 or 21) as the 21 of FSRS-6; undefined when they lie outside of FSRS's bounds. */
export function migratedWeights(weights: readonly number[]): number[] | undefined {
  if (!weights.every(Number.isFinite)) return undefined;
  const migrated = migrateParameters(weights);
  // Clipping would schedule with other weights than were given, without a word.
  const kept = weights.every((weight, index) => weights.length < 21 || migrated[index] === weight);
  return migrated.length === 21 && kept ? migrated : undefined;
}

/** The forgetting curve's constants, R(t, S) = (1 + factor · t / S) ^ decay, for queries that average it. */
export function forgettingCurve(weights: readonly number[]): { decay: number; factor: number } {
  return computeDecayFactor(weights);
}

/**
 * The interval (days) for this stability that fits how full the days after the last review are; null for cards that are
 * new or in their steps.
 */
export function balancedReschedule(
  memory: Memory,
  scheduler: Scheduler,
  seed: string,
  days: Pick<EmptyDays, 'after'>,
): number | null {
  const { state, stability, lastReviewDay, reps } = memory;
  if (state !== memoryStates.review || stability === null || lastReviewDay === null) return null;
  const interval = fsrsFor({ ...scheduler, fuzz: false }).next_interval(stability, 0);
  const bounds = { elapsedDays: 0, maximumIntervalDays: scheduler.maximumIntervalDays, intervalMin: 1 };
  return balancedInterval(interval, bounds, days.after(lastReviewDay), `${seed}#${String(reps)}`);
}

/**
 * The memory with its interval reckoned anew, as the scheduler would give it to this stability now: after a change of
 * settings. The memory itself (stability, difficulty) stays. Cards that are new or in their steps stay as they are.
 *
 * @param intervalDays an interval that was chosen already (days), by `balancedReschedule`.
 */
export function rescheduleMemory(
  memory: Memory,
  scheduler: Scheduler,
  seed: string,
  intervalDays: number | null = null,
): Memory {
  if (memory.state !== memoryStates.review || memory.stability === null || memory.lastReview === null) return memory;
  if (intervalDays !== null) return withInterval(memory, intervalDays);
  const fsrs = fsrsFor(scheduler);
  // Seeded like the review that gave the interval: the same settings give the same interval again, however often.
  fsrs.seed = `${seed}#${String(memory.reps)}`;
  const scheduledDays = fsrs.next_interval(memory.stability, 0);
  return { ...memory, scheduledDays, due: new Date(memory.lastReview.getTime() + scheduledDays * dayMs) };
}

/** Changes by hand that stand in the log beside the reviews. */
export type ManualChange = 'RESET' | 'RESCHEDULE';

/** One entry of the review log, as far as a replay needs it. */
export interface LoggedReview extends ReviewMoment {
  /** 0 for a change by hand. */
  rating: RatingCode | typeof manualRating;
  /** What was changed by hand; a reset when it is not said. */
  change?: ManualChange | null;
  /** The interval, when it was chosen by how full the days were (days). */
  intervalDays?: number | null;
  scheduler: Scheduler;
}

/** Rebuilds a memory from its log, oldest entry first; undone reviews left out. Equals the stored memory. */
export function rebuildMemory(log: readonly LoggedReview[], seed: string): Memory {
  return log.reduce<Memory>((memory, entry) => replayEntry(memory, entry, seed), newMemory);
}

/** The memory after one entry of the log. */
export function replayEntry(memory: Memory, entry: LoggedReview, seed: string): Memory {
  if (entry.rating !== manualRating) {
    return reviewMemory(memory, entry.rating, entry, entry.scheduler, seed, entry.intervalDays ?? null);
  }
  return entry.change === 'RESCHEDULE'
    ? rescheduleMemory(memory, entry.scheduler, seed, entry.intervalDays ?? null)
    : newMemory;
}

type SeededCard = Card & { seed: string };

const fsrsStates: Record<MemoryStateCode, State> = {
  0: State.New,
  1: State.Learning,
  2: State.Review,
  3: State.Relearning,
};
const fsrsGrades: Record<RatingCode, Grade> = { 1: Rating.Again, 2: Rating.Hard, 3: Rating.Good, 4: Rating.Easy };

function toFsrsCard(memory: Memory, { reviewedAt, localDay }: ReviewMoment, seed: string): SeededCard {
  const days = elapsedDays(memory, localDay);
  return {
    ...createEmptyCard(reviewedAt),
    ...(memory.due && { due: memory.due }),
    stability: memory.stability ?? 0,
    difficulty: memory.difficulty ?? 0,
    scheduled_days: memory.scheduledDays,
    learning_steps: memory.learningSteps,
    reps: memory.reps,
    lapses: memory.lapses,
    state: fsrsStates[memory.state],
    ...(memory.lastReview && { last_review: new Date(reviewedAt.getTime() - days * dayMs) }),
    // The separator keeps card 1, repetition 11 apart from card 11, repetition 1.
    seed: `${seed}#`,
  };
}

function fromFsrs(before: Memory, moment: ReviewMoment, { card }: RecordLogItem, { leechLapses }: Scheduler): Memory {
  const state: MemoryStateCode = card.state;
  return {
    state,
    due: card.due,
    stability: card.stability,
    difficulty: card.difficulty,
    scheduledDays: card.scheduled_days,
    learningSteps: state === memoryStates.new ? 0 : card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    lastReview: moment.reviewedAt,
    lastReviewDay: moment.localDay,
    leech: before.leech || (card.lapses > before.lapses && isLeechLapse(card.lapses, leechLapses)),
  };
}

/** Schedulers that are kept ready (count): most learners share the default. */
const schedulersMax = 256;
const schedulers = new Map<string, FSRS>();

function fsrsFor(scheduler: Scheduler): FSRS {
  const key = schedulerKey(scheduler);
  const known = schedulers.get(key);
  if (known) return known;
  const made = new FSRS({
    request_retention: scheduler.desiredRetention,
    maximum_interval: scheduler.maximumIntervalDays,
    w: scheduler.weights,
    enable_fuzz: scheduler.fuzz,
    enable_short_term: true,
    learning_steps: scheduler.learningStepsMinutes.map(toStep),
    relearning_steps: scheduler.relearningStepsMinutes.map(toStep),
  }).useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId('seed'));
  const oldest = schedulers.size >= schedulersMax ? schedulers.keys().next().value : undefined;
  if (oldest !== undefined) schedulers.delete(oldest);
  schedulers.set(key, made);
  return made;
}

/** The same text for schedulers that schedule alike, whatever object they are. */
export function schedulerKey(scheduler: Scheduler): string {
  return JSON.stringify([
    scheduler.desiredRetention,
    scheduler.weights,
    scheduler.learningStepsMinutes,
    scheduler.relearningStepsMinutes,
    scheduler.maximumIntervalDays,
    scheduler.fuzz,
    scheduler.leechLapses,
  ]);
}

function toStep(minutes: number): StepUnit {
  return `${minutes}m`;
}

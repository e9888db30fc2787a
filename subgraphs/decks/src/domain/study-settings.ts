import { defaultScheduler } from './scheduling.js';
import type { Scheduler } from './scheduling.js';

/** How a learner studies a deck. */

export type ReviewOrder = 'DUE' | 'RETRIEVABILITY' | 'RANDOM' | 'ADDED';

export interface DeckStudySettings extends Omit<Scheduler, 'weights'> {
  newCardsPerDay: number;
  reviewsPerDay: number;
  order: ReviewOrder;
  /** The learner's day by which the deck is to be known, `YYYY-MM-DD`; null without an exam. */
  examDate: string | null;
  /** Mean probability of recall wanted on that day, 0.5..0.99. */
  targetRetention: number;
  /** Minutes of study that the learner has on a day. */
  minutesPerDay: number;
}

export const defaultStudySettings: DeckStudySettings = Object.freeze({
  desiredRetention: defaultScheduler.desiredRetention,
  learningStepsMinutes: defaultScheduler.learningStepsMinutes,
  relearningStepsMinutes: defaultScheduler.relearningStepsMinutes,
  maximumIntervalDays: defaultScheduler.maximumIntervalDays,
  fuzz: defaultScheduler.fuzz,
  newCardsPerDay: 20,
  reviewsPerDay: 200,
  order: 'DUE',
  examDate: null,
  targetRetention: 0.9,
  minutesPerDay: 30,
});

export const desiredRetentionMin = 0.7;
export const desiredRetentionMax = 0.99;
export const targetRetentionMin = 0.5;
/** Minutes of study on a day (count): a whole day. */
export const minutesPerDayMax = 1_440;
/** New cards or reviews of a day (count). */
export const cardsPerDayMax = 9_999;
/** Steps of a list (count). */
export const stepsMax = 10;
export const maximumIntervalDaysMax = 36_500;

/** The part of the settings that decides how a review changes a memory. */
export function schedulerOf(settings: DeckStudySettings): Scheduler {
  return {
    desiredRetention: settings.desiredRetention,
    weights: defaultScheduler.weights,
    learningStepsMinutes: settings.learningStepsMinutes,
    relearningStepsMinutes: settings.relearningStepsMinutes,
    maximumIntervalDays: settings.maximumIntervalDays,
    fuzz: settings.fuzz,
  };
}

import { defaultScheduler } from './scheduling.js';
import type { Scheduler } from './scheduling.js';
import type { DayLimits, NewCardMix } from './study-queue.js';

/** How a learner studies a deck. */

export type ReviewOrder = 'DUE' | 'RETRIEVABILITY' | 'RANDOM' | 'ADDED';

/** What becomes of a card that turns into a leech. */
export type LeechAction = 'MARK' | 'SUSPEND';

/** What a deck and a preset can be set to. */
export interface PresetSettings extends Omit<Scheduler, 'weights'> {
  newCardsPerDay: number;
  reviewsPerDay: number;
  /** New cards are limited by `newCardsPerDay` alone. */
  newCardsIgnoreReviewLimit: boolean;
  /** Intervals are chosen within the fuzz so that the days fill evenly. */
  loadBalance: boolean;
  /** Share of the usual load from Monday to Sunday, 0..1. */
  easyDays: readonly number[];
  order: ReviewOrder;
  newCardMix: NewCardMix;
  /** Of the cards of one note only one a day is shown. */
  burySiblings: boolean;
  /** How long before its time a learning card may be shown when nothing else is left (minutes). */
  learnAheadMinutes: number;
  leechAction: LeechAction;
}

export interface DeckStudySettings extends PresetSettings {
  /** The preset that the deck follows; null for settings of its own. */
  presetId: string | null;
  /** Limits that hold on one day only. */
  today: TodayLimits | null;
  /** The 21 weights of FSRS-6 that count for the deck, and their version; 0 are the defaults. */
  weights: readonly number[];
  weightsVersion: number;
  /** The learner's day by which the deck is to be known, `YYYY-MM-DD`; null without an exam. */
  examDate: string | null;
  /** Mean probability of recall wanted on that day, 0.5..0.99. */
  targetRetention: number;
  /** Minutes of study that the learner has on a day. */
  minutesPerDay: number;
}

export interface TodayLimits {
  /** The learner's day on which they hold, `YYYY-MM-DD`. */
  day: string;
  /** Null for the usual limit. */
  newCards: number | null;
  reviews: number | null;
}

const everyDayAlike: readonly number[] = Object.freeze([1, 1, 1, 1, 1, 1, 1]);

export const defaultPresetSettings: PresetSettings = Object.freeze({
  desiredRetention: defaultScheduler.desiredRetention,
  learningStepsMinutes: defaultScheduler.learningStepsMinutes,
  relearningStepsMinutes: defaultScheduler.relearningStepsMinutes,
  maximumIntervalDays: defaultScheduler.maximumIntervalDays,
  fuzz: defaultScheduler.fuzz,
  leechLapses: defaultScheduler.leechLapses,
  newCardsPerDay: 20,
  reviewsPerDay: 200,
  newCardsIgnoreReviewLimit: false,
  loadBalance: false,
  easyDays: everyDayAlike,
  order: 'DUE',
  newCardMix: 'MIXED',
  burySiblings: true,
  learnAheadMinutes: 20,
  leechAction: 'MARK',
});

export const defaultStudySettings: DeckStudySettings = Object.freeze({
  ...defaultPresetSettings,
  presetId: null,
  today: null,
  weights: defaultScheduler.weights,
  weightsVersion: 0,
  examDate: null,
  targetRetention: 0.9,
  minutesPerDay: 30,
});

/** The settings that a preset holds, out of a record that holds more. */
export function presetSettingsIn(settings: PresetSettings): PresetSettings {
  return {
    desiredRetention: settings.desiredRetention,
    learningStepsMinutes: settings.learningStepsMinutes,
    relearningStepsMinutes: settings.relearningStepsMinutes,
    maximumIntervalDays: settings.maximumIntervalDays,
    fuzz: settings.fuzz,
    leechLapses: settings.leechLapses,
    newCardsPerDay: settings.newCardsPerDay,
    reviewsPerDay: settings.reviewsPerDay,
    newCardsIgnoreReviewLimit: settings.newCardsIgnoreReviewLimit,
    loadBalance: settings.loadBalance,
    easyDays: settings.easyDays,
    order: settings.order,
    newCardMix: settings.newCardMix,
    burySiblings: settings.burySiblings,
    learnAheadMinutes: settings.learnAheadMinutes,
    leechAction: settings.leechAction,
  };
}

/** The day's limits: those of one day only where they are set for it. */
export function limitsOn(settings: DeckStudySettings, day: string): DayLimits {
  const override = settings.today?.day === day ? settings.today : null;
  return {
    newCardsPerDay: override?.newCards ?? settings.newCardsPerDay,
    reviewsPerDay: override?.reviews ?? settings.reviewsPerDay,
    newCardsIgnoreReviewLimit: settings.newCardsIgnoreReviewLimit,
  };
}

/** Whether intervals depend on how full the days are. */
export function isBalanced(settings: PresetSettings): boolean {
  return settings.fuzz && (settings.loadBalance || settings.easyDays.some((share) => share < 1));
}

export const desiredRetentionMin = 0.7;
export const desiredRetentionMax = 0.99;
export const targetRetentionMin = 0.5;
/** Minutes of study on a day (count): a whole day. */
export const minutesPerDayMax = 1_440;
/** New cards or reviews of a day (count). */
export const cardsPerDayMax = 9_999;
/** Lapses from which a card can count as a leech (count). */
export const leechLapsesMax = 100;
/** How far ahead of their time learning cards may be shown (minutes): a day. */
export const learnAheadMinutesMax = 1_440;
export const presetNameCharactersMax = 100;
/** Presets of one learner (count): they are listed without pages. */
export const presetsPerUserMax = 100;
/** Steps of a list (count). */
export const stepsMax = 10;
export const maximumIntervalDaysMax = 36_500;

/** The part of the settings that decides how a review changes a memory. */
export function schedulerOf(settings: DeckStudySettings): Scheduler {
  return {
    desiredRetention: settings.desiredRetention,
    weights: settings.weights,
    learningStepsMinutes: settings.learningStepsMinutes,
    relearningStepsMinutes: settings.relearningStepsMinutes,
    maximumIntervalDays: settings.maximumIntervalDays,
    fuzz: settings.fuzz,
    leechLapses: settings.leechLapses,
  };
}

import { z } from 'zod';
import type { RatingCode } from '../domain/memory.js';
import {
  cardsPerDayMax,
  desiredRetentionMax,
  desiredRetentionMin,
  learnAheadMinutesMax,
  leechLapsesMax,
  maximumIntervalDaysMax,
  minutesPerDayMax,
  presetNameCharactersMax,
  type PresetSettings,
  stepsMax,
  targetRetentionMin,
} from '../domain/study-settings.js';
import { formatStep, parseStep, stepMinutesMax } from '../domain/study-steps.js';
import { testQuestionsMax } from '../domain/test-paper.js';
import { isStorable } from '../domain/text.js';
import { cardIdsInput, idInput, textInput } from './inputs.js';

/** What the mutations of study and tests take, parsed at the door. */

/** Reviews of one batch (count). */
export const reviewsPerMutationMax = 500;
/** Time of an answer beyond which the learner has left the card lying (milliseconds). */
export const answerDurationMsMax = 60_000;
export const writtenAnswerCharactersMax = 2_000;
export const questionTimeMsMax = 86_400_000;

/** Time limit of a test (seconds): ten seconds to a day. */
const timeLimitSecondsMin = 10;
const timeLimitSecondsMax = 86_400;

export const ratingCodes = { AGAIN: 1, HARD: 2, GOOD: 3, EASY: 4 } as const satisfies Record<string, RatingCode>;

const instantInput = z.date('is not a time');

export const reviewInput = z.object({
  id: idInput.nullish(),
  cardId: idInput,
  rating: z.enum(['AGAIN', 'HARD', 'GOOD', 'EASY']).transform((rating): RatingCode => ratingCodes[rating]),
  durationMs: z
    .int()
    .min(0)
    .nullish()
    .transform((durationMs) => Math.min(durationMs ?? 0, answerDurationMsMax)),
  reviewedAt: instantInput.nullish(),
});

export const suspendCardsInput = z.object({ cardIds: cardIdsInput, suspended: z.boolean() });
export const buryCardsInput = z.object({ cardIds: cardIdsInput, buried: z.boolean() });
export const resetCardsInput = z.object({ cardIds: cardIdsInput });

const stepsInput = z
  .array(
    z.string().transform((text, issues) => {
      const minutes = parseStep(text);
      if (minutes !== undefined) return minutes;
      issues.addIssue({
        code: 'custom',
        message: `is not a step like 1m, 10m, 2h or 1d, up to ${formatStep(stepMinutesMax)}`,
      });
      return z.NEVER;
    }),
  )
  .max(stepsMax)
  .refine(
    (steps) => steps.every((step, index) => index === 0 || step >= (steps[index - 1] ?? 0)),
    'must not grow shorter',
  );

/** What decks and presets can be set to; what is left out stays. */
const presetFields = {
  desiredRetention: z.number().min(desiredRetentionMin).max(desiredRetentionMax).nullish(),
  newCardsPerDay: z.int().min(0).max(cardsPerDayMax).nullish(),
  reviewsPerDay: z.int().min(0).max(cardsPerDayMax).nullish(),
  newCardsIgnoreReviewLimit: z.boolean().nullish(),
  learningSteps: stepsInput.nullish(),
  relearningSteps: stepsInput.nullish(),
  maximumIntervalDays: z.int().min(1).max(maximumIntervalDaysMax).nullish(),
  fuzz: z.boolean().nullish(),
  loadBalance: z.boolean().nullish(),
  easyDays: z
    .array(z.number().min(0).max(1))
    .length(7, 'must have seven entries, from Monday to Sunday')
    .refine((shares) => shares.some((share) => share > 0), 'must leave a day to study on')
    .nullish(),
  order: z.enum(['DUE', 'RETRIEVABILITY', 'RANDOM', 'ADDED']).nullish(),
  newCardMix: z.enum(['MIXED', 'NEW_FIRST', 'REVIEWS_FIRST']).nullish(),
  burySiblings: z.boolean().nullish(),
  learnAheadMinutes: z.int().min(0).max(learnAheadMinutesMax).nullish(),
  leechLapses: z.int().min(1).max(leechLapsesMax).nullish(),
  leechAction: z.enum(['MARK', 'SUSPEND']).nullish(),
};

type PresetChanges = z.output<z.ZodObject<typeof presetFields>>;

const todayInput = z.object({
  newCards: z.int().min(0).max(cardsPerDayMax).nullish(),
  reviews: z.int().min(0).max(cardsPerDayMax).nullish(),
});

export const studySettingsInput = z.object({
  deckId: idInput,
  ...presetFields,
  today: todayInput.nullish(),
  examDate: z.iso.date().nullish(),
  targetRetention: z.number().min(targetRetentionMin).max(desiredRetentionMax).nullish(),
  minutesPerDay: z.int().min(1).max(minutesPerDayMax).nullish(),
});

const presetNameInput = textInput(1, presetNameCharactersMax);
export const createPresetInput = z.object({ id: idInput.nullish(), name: presetNameInput, ...presetFields });
export const updatePresetInput = z.object({ id: idInput, name: presetNameInput.nullish(), ...presetFields });
/** Decks that one mutation gives a preset (count). */
const presetDecksMax = 100;
export const applyPresetInput = z.object({
  presetId: idInput.nullish(),
  deckIds: z
    .array(idInput)
    .min(1, 'must not be empty')
    .max(presetDecksMax, `must have at most ${String(presetDecksMax)} entries`),
});

/** The settings after changes; what the changes leave out stays. */
export function changedSettings(current: PresetSettings, changes: PresetChanges): PresetSettings {
  return {
    desiredRetention: changes.desiredRetention ?? current.desiredRetention,
    newCardsPerDay: changes.newCardsPerDay ?? current.newCardsPerDay,
    reviewsPerDay: changes.reviewsPerDay ?? current.reviewsPerDay,
    newCardsIgnoreReviewLimit: changes.newCardsIgnoreReviewLimit ?? current.newCardsIgnoreReviewLimit,
    learningStepsMinutes: changes.learningSteps ?? current.learningStepsMinutes,
    relearningStepsMinutes: changes.relearningSteps ?? current.relearningStepsMinutes,
    maximumIntervalDays: changes.maximumIntervalDays ?? current.maximumIntervalDays,
    fuzz: changes.fuzz ?? current.fuzz,
    loadBalance: changes.loadBalance ?? current.loadBalance,
    easyDays: changes.easyDays ?? current.easyDays,
    order: changes.order ?? current.order,
    newCardMix: changes.newCardMix ?? current.newCardMix,
    burySiblings: changes.burySiblings ?? current.burySiblings,
    learnAheadMinutes: changes.learnAheadMinutes ?? current.learnAheadMinutes,
    leechLapses: changes.leechLapses ?? current.leechLapses,
    leechAction: changes.leechAction ?? current.leechAction,
  };
}

export const optimizeSchedulerInput = z.object({ deckId: idInput.nullish() });
export const schedulerWeightsInput = z.object({
  deckId: idInput.nullish(),
  weights: z
    .array(z.number())
    .refine((weights) => weightCounts.includes(weights.length), 'must have 17, 19 or 21 entries')
    .nullish(),
});
const weightCounts: readonly number[] = [17, 19, 21];

export const courseExamInput = z.object({
  courseId: idInput,
  examDate: z.iso.date().nullish(),
  targetRetention: z.number().min(targetRetentionMin).max(desiredRetentionMax).nullish(),
  minutesPerDay: z.int().min(1).max(minutesPerDayMax).nullish(),
});

export const rescheduleDeckInput = z.object({ deckId: idInput, dryRun: z.boolean() });

/** Days that a simulation looks ahead (count). */
const simulationDaysMax = 365;
/** Desired retentions that one simulation compares (count). */
const simulationRetentionsMax = 8;

export const simulateWorkloadInput = z.object({
  deckId: idInput,
  days: z.int().min(1).max(simulationDaysMax),
  desiredRetentions: z
    .array(z.number().min(desiredRetentionMin).max(desiredRetentionMax))
    .min(1, 'must not be empty')
    .max(simulationRetentionsMax, `must have at most ${String(simulationRetentionsMax)} entries`),
});

export const createTestInput = z.object({
  id: idInput.nullish(),
  deckId: idInput,
  questionCount: z.int().min(1).max(testQuestionsMax),
  kinds: z.array(z.enum(['MULTIPLE_CHOICE', 'TRUE_FALSE', 'WRITTEN', 'MATCHING'])).min(1, 'must not be empty'),
  answerWith: z.enum(['TERM', 'DEFINITION']),
  starredOnly: z.boolean(),
  splitAlternatives: z.boolean(),
  lenientDiacritics: z.boolean(),
  allowTypos: z.boolean(),
  timeLimitSeconds: z.int().min(timeLimitSecondsMin).max(timeLimitSecondsMax).nullish(),
});

export const submitTestInput = z.object({
  testId: idInput,
  answers: answersInput(),
});

function answersInput() {
  const answer = z.object({
    questionId: idInput,
    text: z
      .string()
      .max(writtenAnswerCharactersMax)
      .refine(isStorable, 'holds characters that text cannot hold')
      .nullish()
      .transform((text) => text ?? null),
    optionId: idInput.nullish().transform((id) => id ?? null),
    isTrue: z
      .boolean()
      .nullish()
      .transform((isTrue) => isTrue ?? null),
    pairs: z
      .array(z.object({ promptId: idInput, optionId: idInput }))
      .max(testQuestionsMax)
      .nullish()
      .transform((pairs) => pairs ?? []),
    timeMs: z
      .int()
      .min(0)
      .max(questionTimeMsMax)
      .nullish()
      .transform((timeMs) => timeMs ?? null),
  });
  return z.array(answer).max(testQuestionsMax, `must have at most ${String(testQuestionsMax)} entries`);
}

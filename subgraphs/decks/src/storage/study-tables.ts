import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { MemoryStateCode, RatingCode } from '../domain/memory.js';
import { cards, decks } from './deck-tables.js';

/** Study and tests: each learner's memory of each card, the log it came from, settings, day counters, practice tests. */

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
/** A learner's day, `YYYY-MM-DD`. */
const localDay = (name: string) => date(name, { mode: 'string' });

/** What a learner's memory of a card consists of; the log keeps the same values from before each review. */
const memoryColumns = () => ({
  state: smallint('state').$type<MemoryStateCode>().notNull().default(0),
  due: instant('due'),
  stability: doublePrecision('stability'),
  difficulty: doublePrecision('difficulty'),
  scheduledDays: integer('scheduled_days').notNull().default(0),
  learningSteps: smallint('learning_steps').notNull().default(0),
  reps: integer('reps').notNull().default(0),
  lapses: integer('lapses').notNull().default(0),
  lastReview: instant('last_review'),
  lastReviewDay: localDay('last_review_day'),
  leech: boolean('leech').notNull().default(false),
});

export const reviewOrder = pgEnum('review_order', ['DUE', 'RETRIEVABILITY', 'RANDOM', 'ADDED']);
export const newCardMix = pgEnum('new_card_mix', ['MIXED', 'NEW_FIRST', 'REVIEWS_FIRST']);
export const leechAction = pgEnum('leech_action', ['MARK', 'SUSPEND']);

/** What a learner's settings for a deck and a preset have in common; the defaults are those of the domain. */
const settingColumns = () => ({
  desiredRetention: doublePrecision('desired_retention').notNull(),
  newCardsPerDay: integer('new_cards_per_day').notNull(),
  reviewsPerDay: integer('reviews_per_day').notNull(),
  newCardsIgnoreReviewLimit: boolean('new_cards_ignore_review_limit').notNull().default(false),
  learningStepsMinutes: integer('learning_steps_minutes').array().notNull(),
  relearningStepsMinutes: integer('relearning_steps_minutes').array().notNull(),
  maximumIntervalDays: integer('maximum_interval_days').notNull(),
  fuzz: boolean('fuzz').notNull(),
  loadBalance: boolean('load_balance').notNull().default(false),
  /** Share of the usual load from Monday to Sunday, 0..1. */
  easyDays: doublePrecision('easy_days')
    .array()
    .notNull()
    .default(sql`'{1,1,1,1,1,1,1}'::float8[]`),
  order: reviewOrder('review_order').notNull(),
  newCardMix: newCardMix('new_card_mix').notNull().default('MIXED'),
  burySiblings: boolean('bury_siblings').notNull().default(true),
  learnAheadMinutes: integer('learn_ahead_minutes').notNull().default(20),
  leechLapses: integer('leech_lapses').notNull().default(8),
  leechAction: leechAction('leech_action').notNull().default('MARK'),
});

/** What was done by hand where the log has no rating; null there means RESET. */
export const manualChange = pgEnum('manual_change', ['RESET', 'RESCHEDULE']);

/**
 * Settings that decide how a review changes a memory. Rows never change: settings that change make a new row, so
 * that every review names the exact scheduler that it was made with and the log can be replayed.
 */
export const schedulers = pgTable(
  'schedulers',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    /** SHA-256 of the values below; learners with equal settings share a row. */
    fingerprint: text('fingerprint').notNull(),
    desiredRetention: doublePrecision('desired_retention').notNull(),
    weights: doublePrecision('weights').array().notNull(),
    learningStepsMinutes: integer('learning_steps_minutes').array().notNull(),
    relearningStepsMinutes: integer('relearning_steps_minutes').array().notNull(),
    maximumIntervalDays: integer('maximum_interval_days').notNull(),
    fuzz: boolean('fuzz').notNull(),
    leechLapses: integer('leech_lapses').notNull().default(8),
  },
  (table) => [uniqueIndex('schedulers_fingerprint').on(table.fingerprint)],
);

/** A row exists for a card that a learner has studied, suspended or buried. */
export const cardMemory = pgTable(
  'card_memory',
  {
    userId: uuid('user_id').notNull(),
    cardId: uuid('card_id')
      .notNull()
      .references(() => cards.id, { onDelete: 'cascade' }),
    /** The card's deck, repeated here so that one index answers what is due in a deck. */
    deckId: uuid('deck_id').notNull(),
    ...memoryColumns(),
    suspended: boolean('suspended').notNull().default(false),
    /** The learner's day on which a buried card comes back. */
    buriedUntil: localDay('buried_until'),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.cardId] }),
    index('card_memory_due').on(table.userId, table.deckId, table.suspended, table.state, table.due),
    index('card_memory_card').on(table.cardId),
    check('card_memory_state', sql`state between 0 and 3`),
  ],
);

/**
 * Every review, with the memory as it was before. Rows are added, never deleted; the only change a row ever sees is
 * the mark that its review was taken back. No foreign keys: the history outlives the card.
 */
export const reviewLog = pgTable(
  'review_log',
  {
    id: uuid('id').primaryKey(),
    /** Order in which reviews arrived; per learner without ties. */
    seq: bigint('seq', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    userId: uuid('user_id').notNull(),
    cardId: uuid('card_id').notNull(),
    deckId: uuid('deck_id').notNull(),
    /** 0 by hand (reset), 1 again … 4 easy. */
    rating: smallint('rating').$type<RatingCode | 0>().notNull(),
    reviewedAt: instant('reviewed_at').notNull(),
    /**
     * Place in the history of the card, ties by `seq`. The review's time, unless a clock was a little behind the review
     * before: then that one's.
     */
    replayAt: instant('replay_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    /** The learner's day that the review counts for. */
    localDay: localDay('local_day').notNull(),
    /** Milliseconds the learner took to answer, capped. */
    durationMs: integer('duration_ms').notNull(),
    schedulerId: integer('scheduler_id').notNull(),
    /** The session or API key that sent it. */
    clientId: text('client_id').notNull(),
    ...memoryColumns(),
    change: manualChange('change'),
    /** The interval when it was chosen by how full the days are (days); null when the scheduler alone gave it. */
    intervalDays: integer('interval_days'),
    /** Whether the review suspended the card as a leech. */
    leechSuspended: boolean('leech_suspended').notNull().default(false),
    undoneAt: instant('undone_at'),
  },
  (table) => [
    index('review_log_history').on(table.userId, table.cardId, table.replayAt, table.seq),
    check('review_log_rating', sql`rating between 0 and 4`),
  ],
);

/** Settings under a name, which a learner's decks can follow. */
export const studyPresets = pgTable(
  'study_presets',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id').notNull(),
    name: text('name').notNull(),
    ...settingColumns(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('study_presets_user').on(table.userId, table.name, table.id)],
);

export const weightsSource = pgEnum('weights_source', ['FIT', 'MANUAL', 'DEFAULT']);

/**
 * Weights of FSRS-6 that a learner's cards are scheduled with: the newest version that counts. Rows never change. Without
 * a deck they hold for all decks that have none of their own.
 */
export const schedulerWeights = pgTable(
  'scheduler_weights',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id').notNull(),
    deckId: uuid('deck_id').references(() => decks.id, { onDelete: 'cascade' }),
    /** Counted from 1, per learner and deck. */
    version: integer('version').notNull(),
    source: weightsSource('source').notNull(),
    weights: doublePrecision('weights').array().notNull(),
    /** Whether the scheduler uses them: a fit that is no better than what there was does not count. */
    counts: boolean('counts').notNull(),
    reviewCount: integer('review_count').notNull(),
    cardCount: integer('card_count').notNull(),
    logLossBefore: doublePrecision('log_loss_before'),
    logLossAfter: doublePrecision('log_loss_after'),
    rmseBefore: doublePrecision('rmse_before'),
    rmseAfter: doublePrecision('rmse_after'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    unique('scheduler_weights_version').on(table.userId, table.deckId, table.version).nullsNotDistinct(),
    index('scheduler_weights_deck').on(table.deckId),
  ],
);

/** The exam of a course, as a learner set it for themselves. */
export const courseExams = pgTable(
  'course_exams',
  {
    userId: uuid('user_id').notNull(),
    courseId: uuid('course_id').notNull(),
    examDate: localDay('exam_date').notNull(),
    targetRetention: doublePrecision('target_retention').notNull(),
    minutesPerDay: integer('minutes_per_day').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.courseId] })],
);

/** A learner's settings for a deck; a learner without a row has the defaults. */
export const studySettings = pgTable(
  'study_settings',
  {
    userId: uuid('user_id').notNull(),
    deckId: uuid('deck_id')
      .notNull()
      .references(() => decks.id, { onDelete: 'cascade' }),
    ...settingColumns(),
    /** The preset whose values count instead of the ones here; null for settings of the deck's own. */
    presetId: uuid('preset_id').references(() => studyPresets.id, { onDelete: 'set null' }),
    /** The learner's day on which the limits below count instead of the usual ones. */
    todayDay: localDay('today_day'),
    todayNewCards: integer('today_new_cards'),
    todayReviews: integer('today_reviews'),
    /** The day by which the deck is to be known; null without an exam. */
    examDate: localDay('exam_date'),
    /** Mean probability of recall wanted on that day. */
    targetRetention: doublePrecision('target_retention').notNull().default(0.9),
    /** Minutes of study that the learner has on a day. */
    minutesPerDay: integer('minutes_per_day').notNull().default(30),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.deckId] }),
    index('study_settings_deck').on(table.deckId),
    index('study_settings_preset').on(table.presetId),
    check('study_settings_retention', sql`desired_retention between 0.7 and 0.99`),
  ],
);

/** What a learner did of a deck on a day, so that the day's limits cost the same whatever the history. */
export const studyDays = pgTable(
  'study_days',
  {
    userId: uuid('user_id').notNull(),
    deckId: uuid('deck_id')
      .notNull()
      .references(() => decks.id, { onDelete: 'cascade' }),
    localDay: localDay('local_day').notNull(),
    newCount: integer('new_count').notNull(),
    reviewCount: integer('review_count').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.deckId, table.localDay] }),
    index('study_days_deck').on(table.deckId),
  ],
);

export const answerSide = pgEnum('answer_side', ['TERM', 'DEFINITION']);

/**
 * A practice test: its paper (questions with their right answers) is fixed when it is made, its outcome when it is
 * submitted. Both are documents because nothing ever reads a part of one.
 */
export const practiceTests = pgTable(
  'practice_tests',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id').notNull(),
    deckId: uuid('deck_id').notNull(),
    answerWith: answerSide('answer_with').notNull(),
    questionCount: integer('question_count').notNull(),
    paper: jsonb('paper').notNull(),
    startedAt: instant('started_at').notNull(),
    submittedAt: instant('submitted_at'),
    /** 0..1; null until submitted. */
    score: doublePrecision('score'),
    correctCount: integer('correct_count'),
    outcome: jsonb('outcome'),
    /** Seconds from the start in which answers are taken; null without a limit. */
    timeLimitSeconds: integer('time_limit_seconds'),
    /** Answers that were saved before the submission; what counts when the time runs out. */
    draft: jsonb('draft'),
    /** SHA-256 of the answers as they were sent: the same answers again get the same outcome. */
    answersFingerprint: text('answers_fingerprint'),
  },
  (table) => [
    index('practice_tests_user').on(table.userId, table.startedAt, table.id),
    index('practice_tests_user_deck').on(table.userId, table.deckId, table.startedAt, table.id),
  ],
);

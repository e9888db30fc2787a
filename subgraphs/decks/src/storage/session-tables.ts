import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { LearnLevel } from '../domain/learn.js';
import { answerSide } from './study-tables.js';

/** Sessions that are kept on the server: Learn and Match. */

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** A learner's way through a deck. What never changes (the cards) stands apart from what every answer rewrites. */
export const learnSessions = pgTable(
  'learn_sessions',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id').notNull(),
    /** No foreign key: the session outlives the deck. */
    deckId: uuid('deck_id').notNull(),
    answerWith: answerSide('answer_with').notNull(),
    policy: jsonb('policy').notNull(),
    /** The cards as they were when the session began. */
    pool: jsonb('pool').notNull(),
    progress: jsonb('progress').notNull(),
    /** What is being asked, with the right answer; null once every card is mastered. */
    question: jsonb('question'),
    startedAt: instant('started_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (table) => [index('learn_sessions_user_deck').on(table.userId, table.deckId, table.startedAt, table.id)],
);

/** Answers of Learn sessions: added, never deleted; the only change is the mark that the learner overrode the verdict. */
export const learnAnswers = pgTable(
  'learn_answers',
  {
    id: uuid('id').primaryKey(),
    seq: bigint('seq', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => learnSessions.id, { onDelete: 'cascade' }),
    userId: uuid('user_id').notNull(),
    cardId: uuid('card_id').notNull(),
    round: integer('round').notNull(),
    question: jsonb('question').notNull(),
    outcome: jsonb('outcome').notNull(),
    levelBefore: smallint('level_before').$type<LearnLevel>().notNull(),
    levelAfter: smallint('level_after').$type<LearnLevel>().notNull(),
    answeredAt: instant('answered_at').notNull(),
    overriddenAt: instant('overridden_at'),
  },
  (table) => [index('learn_answers_session').on(table.sessionId, table.cardId, table.seq)],
);

/** A game of Match: its board is fixed when it starts, its time when it is finished. */
export const matchGames = pgTable(
  'match_games',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id').notNull(),
    deckId: uuid('deck_id').notNull(),
    /** Tiles with what belongs together, which the client is not told. */
    board: jsonb('board').notNull(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
    /** Milliseconds by the server's clock, penalties included; null until finished. */
    scoreMs: doublePrecision('score_ms'),
    wrongMoves: integer('wrong_moves'),
    /** Whether the game may stand among the best; null until finished. */
    counts: boolean('counts'),
    /** Why it may not. */
    fault: text('fault'),
    /** SHA-256 of the moves as they were sent: the same moves again get the same result. */
    movesFingerprint: text('moves_fingerprint'),
  },
  (table) => [index('match_games_best').on(table.userId, table.deckId, table.counts, table.scoreMs)],
);

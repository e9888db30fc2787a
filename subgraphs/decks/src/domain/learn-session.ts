import type { LearnLevel, LearnProgress } from './learn.js';
import type { GradedQuestion } from './practice-test.js';
import type { AnswerSide, GradingPolicy, PaperCard, PaperQuestion } from './test-paper.js';

/** A learner's way through a deck in Learn mode. The cards are as they were when it began. */
export interface LearnSessionRecord {
  id: string;
  userId: string;
  deckId: string;
  answerWith: AnswerSide;
  policy: GradingPolicy;
  pool: readonly PaperCard[];
  progress: LearnProgress;
  /** What is being asked; null once every card is mastered. */
  question: PaperQuestion | null;
  startedAt: Date;
  updatedAt: Date;
  finishedAt: Date | null;
}

/** An answer that was graded. */
export interface LearnAnswerRecord extends GradedQuestion {
  id: string;
  sessionId: string;
  userId: string;
  cardId: string;
  round: number;
  levelBefore: LearnLevel;
  levelAfter: LearnLevel;
  answeredAt: Date;
  /** When the learner said "I was right"; null otherwise. */
  overriddenAt: Date | null;
}

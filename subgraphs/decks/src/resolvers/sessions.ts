import { countLevels, type LearnLevel } from '../domain/learn.js';
import type {
  DeckResolvers,
  LearnAnswerResolvers,
  LearnLevel as LearnLevelName,
  LearnSessionResolvers,
  MatchGameResolvers,
  MatchResultResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../generated/graphql.js';
import { answerLearn, learnDeck, learnSession, overrideLearnAnswer, startLearn } from '../services/learn.js';
import { bestMatches, finishMatch, isBestMatch, startMatch } from '../services/match.js';

/** Learn and Match. */

/** As text, because object keys are. */
const levelNames: Record<`${LearnLevel}`, LearnLevelName> = {
  '-1': 'MISSED',
  '0': 'UNSEEN',
  '1': 'FAMILIAR',
  '2': 'MASTERED',
};

export const Query: QueryResolvers = {
  learnSession: (_root, { id }, ctx) => learnSession(ctx, id),
};

export const Mutation: MutationResolvers = {
  startLearn: (_root, { input }, ctx) => startLearn(ctx, input),
  answerLearn: (_root, { input }, ctx) => answerLearn(ctx, input),
  overrideLearnAnswer: (_root, { id }, ctx) => overrideLearnAnswer(ctx, id),
  startMatch: (_root, args, ctx) => startMatch(ctx, args),
  finishMatch: (_root, { input }, ctx) => finishMatch(ctx, input),
};

export const Deck: DeckResolvers = {
  bestMatches: (deck, args, ctx) => bestMatches(ctx, deck, args),
};

export const LearnSession: LearnSessionResolvers = {
  deck: (session, _args, ctx) => learnDeck(ctx, session),
  state: ({ finishedAt }) => (finishedAt ? 'FINISHED' : 'OPEN'),
  round: ({ progress }) => progress.round,
  roundRemaining: ({ progress }) => progress.queue.length,
  counts: ({ progress }) => countLevels(progress),
  cards: ({ progress }) => progress.cards.map(({ cardId, level }) => ({ cardId, level: levelNames[`${level}`] })),
  // The outcome is null: nothing of the question that is being asked may tell its answer.
  question: ({ question }) => question && { question, outcome: null },
};

export const LearnAnswer: LearnAnswerResolvers = {
  id: ({ answer }) => answer.id,
  question: ({ answer }) => answer,
  cardId: ({ answer }) => answer.cardId,
  verdict: ({ answer }) => answer.outcome.verdict,
  correct: ({ answer }) => answer.outcome.correct || answer.overriddenAt !== null,
  levelBefore: ({ answer }) => levelNames[`${answer.levelBefore}`],
  levelAfter: ({ answer }) => levelNames[`${answer.levelAfter}`],
  overridden: ({ answer }) => answer.overriddenAt !== null,
  answeredAt: ({ answer }) => answer.answeredAt,
};

export const MatchGame: MatchGameResolvers = {
  /** Without the cards: those would tell what belongs together. */
  tiles: ({ board }) => board.map(({ id, text }) => ({ id, text })),
  pairCount: ({ board }) => board.length / 2,
};

export const MatchResult: MatchResultResolvers = {
  scoreMs: ({ score }) => score?.scoreMs ?? 0,
  wrongMoves: ({ score }) => score?.wrongMoves ?? 0,
  counts: ({ score }) => score?.fault === null,
  fault: ({ score }) => score?.fault ?? null,
  best: (game, _args, ctx) => isBestMatch(ctx, game),
  finishedAt: ({ finishedAt, startedAt }) => finishedAt ?? startedAt,
};

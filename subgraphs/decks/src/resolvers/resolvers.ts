import type { Resolvers } from '../generated/graphql.js';
import * as decks from './decks.js';
import * as live from './live.js';
import * as sessions from './sessions.js';
import * as study from './study.js';
import * as tests from './tests.js';

/** All resolvers of the decks subgraph. */
export const resolvers: Resolvers = {
  Query: { ...decks.Query, ...study.Query, ...sessions.Query, ...tests.Query },
  Mutation: { ...decks.Mutation, ...study.Mutation, ...sessions.Mutation, ...tests.Mutation },
  Subscription: live.Subscription,
  DeckChange: live.DeckChange,
  StudyProgress: live.StudyProgress,
  Deck: { ...decks.Deck, ...study.Deck, ...sessions.Deck },
  Card: { ...decks.Card, ...study.Card },
  DeckCollaborator: decks.DeckCollaborator,
  Folder: decks.Folder,
  CardMemory: study.CardMemory,
  RatingPreview: study.RatingPreview,
  ReviewResult: study.ReviewResult,
  StudySettings: study.StudySettings,
  StudyPreset: study.StudyPreset,
  SchedulerFit: study.SchedulerFit,
  CourseExamPlan: study.CourseExamPlan,
  LearnSession: sessions.LearnSession,
  LearnAnswer: sessions.LearnAnswer,
  MatchGame: sessions.MatchGame,
  MatchResult: sessions.MatchResult,
  PracticeTest: tests.PracticeTest,
  TestQuestion: tests.TestQuestion,
  TestQuestionResult: tests.TestQuestionResult,
};

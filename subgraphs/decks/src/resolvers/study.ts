import { memoryStates, type MemoryStateCode, type RatingCode } from '../domain/memory.js';
import { defaultScheduler, retrievability } from '../domain/scheduling.js';
import { formatStep } from '../domain/study-steps.js';
import type {
  CardMemoryResolvers,
  CardResolvers,
  DeckResolvers,
  MemoryState,
  MutationResolvers,
  QueryResolvers,
  Rating,
  RatingPreviewResolvers,
  ReviewResultResolvers,
  StudySettingsResolvers,
} from '../generated/graphql.js';
import { cram } from '../services/list-cards.js';
import { buryCards, resetCards, suspendCards } from '../services/change-study.js';
import { examPlan, simulateWorkload } from '../services/forecast-study.js';
import { rescheduleDeck } from '../services/reschedule-deck.js';
import { reviewCard } from '../services/review-card.js';
import { reviewCards } from '../services/review-cards.js';
import { studyQueue } from '../services/study-queue.js';
import { undoReview } from '../services/undo-review.js';
import { updateStudySettings } from '../services/update-study-settings.js';

const stateNames: Record<MemoryStateCode, MemoryState> = { 0: 'NEW', 1: 'LEARNING', 2: 'REVIEW', 3: 'RELEARNING' };
const ratingNames: Record<RatingCode, Rating> = { 1: 'AGAIN', 2: 'HARD', 3: 'GOOD', 4: 'EASY' };

export const Query: QueryResolvers = {
  studyQueue: (_root, args, ctx) => studyQueue(ctx, args),
  cram: (_root, args, ctx) => cram(ctx, args),
  simulateWorkload: (_root, { input }, ctx) => simulateWorkload(ctx, input),
  examPlan: (_root, { deckId }, ctx) => examPlan(ctx, deckId),
};

export const Mutation: MutationResolvers = {
  reviewCard: (_root, { input }, ctx) => reviewCard(ctx, input),
  reviewCards: (_root, { inputs }, ctx) => reviewCards(ctx, inputs),
  undoReview: (_root, { id }, ctx) => undoReview(ctx, id),
  suspendCards: (_root, { input }, ctx) => suspendCards(ctx, input),
  buryCards: (_root, { input }, ctx) => buryCards(ctx, input),
  resetCards: (_root, { input }, ctx) => resetCards(ctx, input),
  rescheduleDeck: (_root, { input }, ctx) => rescheduleDeck(ctx, input),
  updateStudySettings: (_root, { input }, ctx) => updateStudySettings(ctx, input),
};

export const Deck: DeckResolvers = {
  progress: ({ id }, _args, ctx) => (ctx.viewer ? ctx.study.progress.load(id) : null),
  studySettings: ({ id }, _args, ctx) => (ctx.viewer ? ctx.study.settings.load(id) : null),
};

export const Card: CardResolvers = {
  memory: ({ id }, _args, ctx) => (ctx.viewer ? ctx.study.memory.load(id) : null),
};

export const CardMemory: CardMemoryResolvers = {
  state: ({ state }) => stateNames[state],
  retrievability: (memory, _args, ctx) =>
    memory.state === memoryStates.new ? null : retrievability(memory, ctx.clock.now(), defaultScheduler.weights),
  lastReviewedAt: ({ lastReview }) => lastReview,
};

export const RatingPreview: RatingPreviewResolvers = {
  rating: ({ rating }) => ratingNames[rating],
  interval: ({ intervalSeconds }) => intervalSeconds,
};

export const ReviewResult: ReviewResultResolvers = {
  id: ({ reviewId }) => reviewId,
  memory: ({ study }) => study,
  // As data: an Error that a resolver returns would count as thrown.
  error: ({ error }) => error && { code: error.code, message: error.message },
};

export const StudySettings: StudySettingsResolvers = {
  learningSteps: ({ learningStepsMinutes }) => learningStepsMinutes.map(formatStep),
  relearningSteps: ({ relearningStepsMinutes }) => relearningStepsMinutes.map(formatStep),
};

import { memoryStates, type MemoryStateCode, type RatingCode } from '../domain/memory.js';
import { retrievability } from '../domain/scheduling.js';
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
  CourseExamPlanResolvers,
  SchedulerFitResolvers,
  StudyPresetResolvers,
  StudySettingsResolvers,
} from '../generated/graphql.js';
import { cram } from '../services/list-cards.js';
import { buryCards, resetCards, suspendCards } from '../services/change-study.js';
import { examPlan, simulateWorkload } from '../services/forecast-study.js';
import { courseExamPlan, setCourseExam } from '../services/course-exam.js';
import { listSchedulerWeights, optimizeScheduler, setSchedulerWeights } from '../services/optimize-scheduler.js';
import {
  applyStudyPreset,
  createStudyPreset,
  deleteStudyPreset,
  studyPresets,
  updateStudyPreset,
} from '../services/study-presets.js';
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
  courseExamPlan: (_root, { courseId }, ctx) => courseExamPlan(ctx, courseId),
  studyPresets: (_root, _args, ctx) => studyPresets(ctx),
  schedulerWeights: (_root, args, ctx) => listSchedulerWeights(ctx, args),
};

export const Mutation: MutationResolvers = {
  optimizeScheduler: (_root, args, ctx) => optimizeScheduler(ctx, args),
  setSchedulerWeights: (_root, { input }, ctx) => setSchedulerWeights(ctx, input),
  createStudyPreset: (_root, { input }, ctx) => createStudyPreset(ctx, input),
  updateStudyPreset: (_root, { input }, ctx) => updateStudyPreset(ctx, input),
  deleteStudyPreset: (_root, { id }, ctx) => deleteStudyPreset(ctx, id),
  applyStudyPreset: (_root, { input }, ctx) => applyStudyPreset(ctx, input),
  setCourseExam: (_root, { input }, ctx) => setCourseExam(ctx, input),
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
  retrievability: async (memory, _args, ctx) => {
    if (memory.state === memoryStates.new || memory.deckId === null) return null;
    const { weights } = await ctx.study.settings.load(memory.deckId);
    return retrievability(memory, ctx.clock.now(), weights);
  },
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
  // Those of another day are over.
  today: async ({ today }, _args, ctx) => (today?.day === (await ctx.study.moment()).today ? today : null),
};

export const StudyPreset: StudyPresetResolvers = {
  learningSteps: ({ learningStepsMinutes }) => learningStepsMinutes.map(formatStep),
  relearningSteps: ({ relearningStepsMinutes }) => relearningStepsMinutes.map(formatStep),
};

export const SchedulerFit: SchedulerFitResolvers = {
  weights: ({ fitted }) => fitted?.weights ?? null,
  version: ({ fitted }) => fitted?.version ?? null,
  logLossBefore: ({ fitted }) => fitted?.logLossBefore ?? null,
  logLossAfter: ({ fitted }) => fitted?.logLossAfter ?? null,
  rmseBefore: ({ fitted }) => fitted?.rmseBefore ?? null,
  rmseAfter: ({ fitted }) => fitted?.rmseAfter ?? null,
};

export const CourseExamPlan: CourseExamPlanResolvers = {
  course: ({ courseId }) => ({ id: courseId }),
};

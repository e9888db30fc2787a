import type {
  CourseAnalyticsResolvers,
  DeckStatsResolvers,
  LearningStatsResolvers,
  PlatformStatsResolvers,
} from '../generated/graphql.js';
import { activityOf } from '../services/course-activity.js';
import {
  completionFunnel,
  courseItemAnalysis,
  courseParticipation,
  courseTotals,
  studentsAtRisk,
} from '../services/course-analytics.js';
import { deckTotals, hardestCardsOf } from '../services/deck-stats.js';
import {
  learningDays,
  learningGoalProgress,
  learningHours,
  learningRetention,
  learningStreak,
  learningTests,
  learningTotals,
  learningYear,
} from '../services/learning.js';
import { learningForecast, learningMemory } from '../services/memory.js';
import { reviewLogOf } from '../services/review-log.js';
import { platformDaysOf } from '../services/platform-stats.js';

/** Figures are computed when they are asked for; those of one query come from one load. */

export const LearningStats: LearningStatsResolvers = {
  reviews: async (learning, _, { scope }) => (await learningTotals(scope, learning)).reviews,
  studyTimeMs: async (learning, _, { scope }) => (await learningTotals(scope, learning)).studyTimeMs,
  accuracy: async (learning, _, { scope }) => (await learningTotals(scope, learning)).accuracy,
  ratings: async (learning, _, { scope }) => (await learningTotals(scope, learning)).ratings,
  testsSubmitted: async (learning, _, { scope }) => (await learningTests(scope, learning)).testsSubmitted,
  averageTestScore: async (learning, _, { scope }) => (await learningTests(scope, learning)).averageTestScore,
  trueRetention: (learning, _, { scope }) => learningRetention(scope, learning),
  streak: (learning, _, { scope }) => learningStreak(scope, learning),
  daily: (learning, _, { scope }) => learningDays(scope, learning),
  hourly: (learning, _, { scope }) => learningHours(scope, learning),
  heatmap: (learning, { year }, { scope }) => learningYear(scope, learning, year),
  forecast: (learning, { days }, { scope }) => learningForecast(scope, learning, days),
  memory: (learning, _, { scope }) => learningMemory(scope, learning),
  reviewLog: (learning, args, { scope }) => reviewLogOf(scope, learning, args),
  goalProgress: (learning, _, { scope }) => learningGoalProgress(scope, learning),
};

export const DeckStats: DeckStatsResolvers = {
  learners: async (deck, _, { scope }) => (await deckTotals(scope, deck)).learners,
  reviews: async (deck, _, { scope }) => (await deckTotals(scope, deck)).reviews,
  accuracy: async (deck, _, { scope }) => (await deckTotals(scope, deck)).accuracy,
  studyTimeMs: async (deck, _, { scope }) => (await deckTotals(scope, deck)).studyTimeMs,
  hardestCards: (deck, { first }, { scope }) => hardestCardsOf(scope, deck, first),
};

export const CourseAnalytics: CourseAnalyticsResolvers = {
  students: async (course, _, { scope }) => (await courseTotals(scope, course)).students,
  activeStudents: async (course, _, { scope }) => (await courseTotals(scope, course)).activeStudents,
  reviews: async (course, _, { scope }) => (await courseTotals(scope, course)).reviews,
  accuracy: async (course, _, { scope }) => (await courseTotals(scope, course)).accuracy,
  studyTimeMs: async (course, _, { scope }) => (await courseTotals(scope, course)).studyTimeMs,
  completionFunnel: (course, _, { scope }) => completionFunnel(scope, course),
  participation: (course, _, { scope }) => courseParticipation(scope, course),
  itemAnalysis: (course, { first }, { scope }) => courseItemAnalysis(scope, course, first),
  studentsAtRisk: (course, { first }, { scope }) => studentsAtRisk(scope, course, first),
  activity: (course, args, { scope }) => activityOf(scope, course, args),
};

export const PlatformStats: PlatformStatsResolvers = {
  daily: (platform, _, { scope }) => platformDaysOf(scope, platform),
};

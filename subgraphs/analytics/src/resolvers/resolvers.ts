import type { Resolvers } from '../generated/graphql.js';
import { Card, Course, Deck, User } from './entities.js';
import { CourseAnalytics, DeckStats, LearningStats, PlatformStats } from './figures.js';
import { CollectorStatus, Mutation, Query } from './operations.js';

/** All resolvers of the analytics subgraph. */
export const resolvers: Resolvers = {
  Card,
  CollectorStatus,
  Course,
  CourseAnalytics,
  Deck,
  DeckStats,
  LearningStats,
  Mutation,
  PlatformStats,
  Query,
  User,
};

import type { MutationResolvers, QueryResolvers } from '../generated/graphql.js';
import { collectorStatusOf } from '../services/collector-status.js';
import { listDeadLetters, replayDeadLetters } from '../services/dead-letters.js';
import { leaderboardOf } from '../services/leaderboard.js';
import { platformStatsOf } from '../services/platform-stats.js';

export const Query: QueryResolvers = {
  leaderboard: (_, args, { scope }) => leaderboardOf(scope, args),
  platformStats: (_, { range }, { scope }) => platformStatsOf(scope, range),
  collectorStatus: (_, _args, { scope }) => collectorStatusOf(scope),
  deadLetters: (_, args, { scope }) => listDeadLetters(scope, args),
};

export const Mutation: MutationResolvers = {
  replayDeadLetters: (_, args, { scope }) => replayDeadLetters(scope, args),
};

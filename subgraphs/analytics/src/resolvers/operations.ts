import type { CollectorStatusResolvers, MutationResolvers, QueryResolvers } from '../generated/graphql.js';
import { collectorStatusOf } from '../services/collector-status.js';
import { listDeadLetters, replayDeadLetters } from '../services/dead-letters.js';
import { beginRebuildFigures, latestRebuildOf } from '../services/rebuild-figures.js';
import { leaderboardOf } from '../services/leaderboard.js';
import { platformStatsOf } from '../services/platform-stats.js';

export const Query: QueryResolvers = {
  leaderboard: (_, args, { scope }) => leaderboardOf(scope, args),
  platformStats: (_, { range }, { scope }) => platformStatsOf(scope, range),
  collectorStatus: (_, _args, { scope }) => collectorStatusOf(scope),
  deadLetters: (_, args, { scope }) => listDeadLetters(scope, args),
};

export const Mutation: MutationResolvers = {
  rebuildFigures: (_, _args, { scope }) => beginRebuildFigures(scope),
  replayDeadLetters: (_, args, { scope }) => replayDeadLetters(scope, args),
};

export const CollectorStatus: CollectorStatusResolvers = {
  rebuild: (_, _args, { scope }) => latestRebuildOf(scope),
};

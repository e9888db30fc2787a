import type { CardResolvers, CourseResolvers, DeckResolvers, UserResolvers } from '../generated/graphql.js';
import { cardStatsOf } from '../services/card-stats.js';
import { courseAnalyticsOf } from '../services/course-analytics.js';
import { deckStatsOf } from '../services/deck-stats.js';
import { learningOf } from '../services/learning.js';

/**
 * The entities of other subgraphs. A reference is taken as it is: whether there is such a thing, and whether the viewer may
 * see its figures, is asked when a figure is.
 */

export const User: UserResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  learning: ({ id }, { range }, { scope }) => learningOf(scope, id, range),
};

export const Deck: DeckResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  stats: ({ id }, { range }, { scope }) => deckStatsOf(scope, id, range),
};

export const Card: CardResolvers = {
  __resolveReference: (reference) => reference,
  stats: ({ id, deck }, _, { scope }) => cardStatsOf(scope, id, deck?.id),
};

export const Course: CourseResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  analytics: ({ id }, { range }, { scope }) => courseAnalyticsOf(scope, id, range),
};

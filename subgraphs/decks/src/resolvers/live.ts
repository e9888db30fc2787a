import type {
  DeckChangeResolvers,
  Rating,
  StudyProgressResolvers,
  SubscriptionResolvers,
} from '../generated/graphql.js';
import { changedCards, changedDeck, type DeckChangeEvent, watchDeck } from '../services/watch-deck.js';
import {
  countsOfToday,
  progressedCard,
  progressedDeck,
  type StudyProgressEvent,
  waitingNow,
  watchStudy,
} from '../services/watch-study.js';

const ratingNames = new Map<number, Rating>([
  [1, 'AGAIN'],
  [2, 'HARD'],
  [3, 'GOOD'],
  [4, 'EASY'],
]);

export const Subscription: SubscriptionResolvers = {
  deckChanged: {
    subscribe: async (_root, args, ctx) => watchDeck(ctx, args),
    resolve: (change: DeckChangeEvent) => change,
  },
  studyProgressed: {
    subscribe: async (_root, args, ctx) => watchStudy(ctx, args),
    resolve: (progress: StudyProgressEvent) => progress,
  },
};

export const DeckChange: DeckChangeResolvers = {
  deck: (change, _args, ctx) => changedDeck(ctx, change),
  cardIds: ({ cardIds }) => [...cardIds],
  cards: (change, args, ctx) => changedCards(ctx, change, args),
};

export const StudyProgress: StudyProgressResolvers = {
  rating: ({ rating }) => (rating === null ? null : ratingNames.get(rating)),
  card: (progress, _args, ctx) => progressedCard(ctx, progress),
  deck: (progress, _args, ctx) => progressedDeck(ctx, progress),
  newCardsToday: async (progress, _args, ctx) => (await countsOfToday(ctx, progress)).newCount,
  reviewsToday: async (progress, _args, ctx) => (await countsOfToday(ctx, progress)).reviewCount,
  counts: (progress, _args, ctx) => waitingNow(ctx, progress),
};

import { addDays, localDay, startOfLocalDay } from '@ruzlet/platform/localtime';
import { pageArgs } from '@ruzlet/platform/pagination';
import { parseInput } from '@ruzlet/platform/validation';
import type { CardRecord } from '../domain/deck.js';
import { type CardStudy, fuzzSeed } from '../domain/memory.js';
import { previewRatings, type RatingOutcome } from '../domain/scheduling.js';
import {
  type DayLimits,
  type DayRoom,
  mixQueue,
  type NewCardMix,
  remainingToday,
  withinLimits,
} from '../domain/study-queue.js';
import { limitsOn, schedulerOf } from '../domain/study-settings.js';
import { findOwnDeckIds } from '../storage/own-decks.js';
import { findDayCounts } from '../storage/study-days.js';
import type { LearnerMoment } from '../storage/study-loaders.js';
import {
  countWaiting,
  findDecksWithHidden,
  findQueueCandidates,
  findStudiedDecks,
  type QueueCandidate,
  type QueueDeck,
  type QueuePart,
  type QueueWaiting,
} from '../storage/study-queue.js';
import { dayLoads } from './day-loads.js';
import { requireDeck, requireSignIn } from './deck-access.js';
import { idInput } from './inputs.js';
import type { ReviewContext } from './review-cards.js';

export interface QueuedCard {
  card: CardRecord;
  memory: CardStudy;
  intervals: RatingOutcome[];
}

export interface StudyQueueResult {
  cards: QueuedCard[];
  counts: { new: number; learning: number; review: number };
  nextDueAt: Date | null;
}

/**
 * The cards to study now, within the day's limits of each deck.
 *
 * @param args.deckId one deck; without it, those that the viewer owns or has studied and may still see.
 */
export async function studyQueue(
  ctx: ReviewContext,
  args: { deckId?: string | null | undefined; first?: number | null | undefined },
): Promise<StudyQueueResult> {
  const { userId } = requireSignIn(ctx);
  const { first } = pageArgs({ first: args.first });
  const deckIds = await queueDecks(ctx, userId, args.deckId ?? null);
  const moment = await ctx.study.moment();
  const decks = await withRoom(ctx, userId, deckIds, moment);
  const [candidates, waiting] = await Promise.all([
    findQueueCandidates(ctx.db, userId, decks, moment, first),
    countWaiting(ctx.db, userId, decks, moment),
  ]);
  const allowed = allowedOf(decks, waiting);
  const inPart = (part: QueuePart) =>
    withinDecks(
      candidates.filter((one) => one.part === part),
      part,
      allowed,
    );
  const queue = mixQueue(
    { learning: inPart('LEARNING'), reviews: inPart('REVIEW'), newCards: inPart('NEW'), ahead: inPart('AHEAD') },
    { reviews: sum(allowed, ({ reviews }) => reviews), newCards: sum(allowed, ({ newCards }) => newCards) },
    first,
    mixOf(decks),
  );
  return {
    cards: await queuedCards(ctx, userId, queue, moment),
    counts: {
      new: sum(allowed, ({ newCards }) => newCards),
      learning: waiting.reduce((total, { learning }) => total + learning, 0),
      review: sum(allowed, ({ reviews }) => reviews),
    },
    nextDueAt: await nextDueAt(ctx, userId, decks, { waiting, allowed, moment, nothingNow: queue.length === 0 }),
  };
}

async function queueDecks(ctx: ReviewContext, userId: string, deckId: string | null): Promise<string[]> {
  if (deckId !== null) {
    const { deck } = await requireDeck(ctx, parseInput(idInput, deckId, ['deckId']), 'VIEW');
    return [deck.id];
  }
  const [own, studied] = await Promise.all([findOwnDeckIds(ctx.db, userId), findStudiedDecks(ctx.db, userId)]);
  const ids = [...new Set([...own, ...studied])];
  const accesses = await Promise.all(ids.map((id) => ctx.loaders.deck.load(id)));
  return ids.filter((_, index) => accesses[index]);
}

/** A deck in the queue with all that decides what of it is shown. */
interface Studied extends QueueDeck {
  room: DayRoom;
  /** Whether tomorrow's limits let any card through; those set for today alone are over then. */
  tomorrow: { reviews: boolean; newCards: boolean };
  mix: NewCardMix;
}

/** The decks with what today still allows of each. */
async function withRoom(
  ctx: ReviewContext,
  userId: string,
  deckIds: readonly string[],
  { now, today }: LearnerMoment,
): Promise<Studied[]> {
  const counts = await findDayCounts(ctx.db, userId, deckIds, today);
  return Promise.all(
    deckIds.map(async (deckId) => {
      const settings = await ctx.study.settings.load(deckId);
      const done = counts.get(deckId) ?? { newCount: 0, reviewCount: 0 };
      const room = remainingToday(limitsOn(settings, today), done);
      return {
        deckId,
        room,
        tomorrow: roomTomorrow(settings),
        newCardsMax: room.newCards,
        reviewsMax: room.reviews,
        order: settings.order,
        mix: settings.newCardMix,
        burySiblings: settings.burySiblings,
        aheadUntil: new Date(now.getTime() + settings.learnAheadMinutes * 60_000),
      };
    }),
  );
}

/** How the decks agree that new cards stand among reviews; decks that disagree are mixed. */
function mixOf(decks: readonly Studied[]): NewCardMix {
  const [only, ...others] = new Set(decks.map(({ mix }) => mix));
  return only !== undefined && others.length === 0 ? only : 'MIXED';
}

type Allowed = ReadonlyMap<string, { reviews: number; newCards: number }>;

function allowedOf(decks: readonly Studied[], waiting: readonly QueueWaiting[]): Allowed {
  const counted = new Map(waiting.map((one) => [one.deckId, one]));
  return new Map(
    decks.map(({ deckId, room }) => {
      const { reviews = 0, newCards = 0 } = counted.get(deckId) ?? {};
      return [deckId, withinLimits({ reviews, newCards }, room)];
    }),
  );
}

/** New cards give way to reviews deck by deck, which the query for candidates does not know yet. */
function withinDecks(candidates: readonly QueueCandidate[], part: QueuePart, allowed: Allowed): QueueCandidate[] {
  if (part !== 'NEW') return [...candidates];
  const taken = new Map<string, number>();
  return candidates.filter(({ deckId }) => {
    const count = (taken.get(deckId) ?? 0) + 1;
    taken.set(deckId, count);
    return count <= (allowed.get(deckId)?.newCards ?? 0);
  });
}

function sum(allowed: Allowed, of: (one: { reviews: number; newCards: number }) => number): number {
  return [...allowed.values()].reduce((total, one) => total + of(one), 0);
}

async function queuedCards(
  ctx: ReviewContext,
  userId: string,
  queue: readonly QueueCandidate[],
  { now, today }: LearnerMoment,
): Promise<QueuedCard[]> {
  const deckIds = [...new Set(queue.map(({ deckId }) => deckId))];
  const loads = new Map(
    await Promise.all(
      deckIds.map(async (id) => [id, await dayLoads(ctx, id, await ctx.study.settings.load(id))] as const),
    ),
  );
  const cards = await Promise.all(
    queue.map(async ({ cardId, deckId }): Promise<QueuedCard | undefined> => {
      const [card, memory, settings] = await Promise.all([
        ctx.loaders.card.load(cardId),
        ctx.study.memory.load(cardId),
        ctx.study.settings.load(deckId),
      ]);
      const moment = { reviewedAt: now, localDay: today };
      // Deleted since the candidates were gathered.
      if (!card) return undefined;
      const seed = fuzzSeed(userId, cardId);
      const intervals = previewRatings(memory, moment, schedulerOf(settings), seed, loads.get(deckId) ?? null);
      return { card, memory, intervals };
    }),
  );
  return cards.filter((card) => card !== undefined);
}

function roomTomorrow({ newCardsPerDay, reviewsPerDay, newCardsIgnoreReviewLimit }: DayLimits): Studied['tomorrow'] {
  const reviews = reviewsPerDay > 0;
  return { reviews, newCards: newCardsPerDay > 0 && (reviews || newCardsIgnoreReviewLimit) };
}

/**
 * When there is something to study beyond this queue: the next step, the next day with reviews, or tomorrow when a limit
 * cut it off or, with nothing to study now, when cards are hidden until then.
 */
async function nextDueAt(
  ctx: ReviewContext,
  userId: string,
  decks: readonly Studied[],
  facts: { waiting: readonly QueueWaiting[]; allowed: Allowed; moment: LearnerMoment; nothingNow: boolean },
): Promise<Date | null> {
  const { waiting, allowed, moment, nothingNow } = facts;
  const startOf = (day: string) => startOfLocalDay(day, moment.timeZone, moment.dayStartsAt);
  const tomorrow = startOf(addDays(moment.today, 1));
  const open = new Map(decks.map((deck) => [deck.deckId, deck.tomorrow]));
  const waitsFor = (deckId: string, kept: { reviews: boolean; newCards: boolean }) =>
    (kept.reviews && open.get(deckId)?.reviews === true) || (kept.newCards && open.get(deckId)?.newCards === true);
  const times = waiting.flatMap(({ deckId, nextStepDue, nextReviewDue, ...counted }) => {
    const newCards = counted.moreNewCards || counted.newCards > (allowed.get(deckId)?.newCards ?? 0);
    return [
      nextStepDue,
      nextReviewDue && startOf(localDay(nextReviewDue, moment.timeZone, moment.dayStartsAt)),
      waitsFor(deckId, { reviews: counted.moreReviews, newCards }) ? tomorrow : null,
    ].filter((time) => time !== null);
  });
  const [soonest = null] = times.sort((a, b) => a.getTime() - b.getTime());
  // Looking for what is hidden goes through whole decks: it waits until the answer is needed.
  if (!nothingNow || (soonest && soonest <= tomorrow)) return soonest;
  const hidden = await findDecksWithHidden(ctx.db, userId, decks, moment);
  return hidden.some((one) => waitsFor(one.deckId, one)) ? tomorrow : soonest;
}

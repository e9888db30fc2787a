import type { Viewer } from '@ruzlet/platform/access/viewer';
import { AppError, badInput } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import type { z } from 'zod';
import type { CardRecord } from '../domain/deck.js';
import { schedulerKey } from '../domain/scheduling.js';
import { schedulerOf } from '../domain/study-settings.js';
import { findMemories, lockStudy, saveMemories } from '../storage/memory.js';
import {
  appendLogEntries,
  findLatestReplays,
  findLogEntries,
  findMemoriesAfter,
  findReviewHistories,
  rewriteMemoriesBefore,
} from '../storage/reviews.js';
import { schedulerIds } from '../storage/schedulers.js';
import { addToDays } from '../storage/study-days.js';
import type { DecksContext } from './context.js';
import { dayLoads } from './day-loads.js';
import { findVisibleCard, requireSignIn } from './deck-access.js';
import { ReviewBatch } from './review-batch.js';
import { type DeckStudy, lateCards, type ReviewOutcome, type ReviewToApply } from './review-rules.js';
import { reviewInput, reviewsPerMutationMax } from './study-inputs.js';

export type ReviewContext = Pick<DecksContext, 'viewer' | 'requestId' | 'db' | 'clock' | 'loaders' | 'study'>;

/**
 * Records reviews of an offline client, each on its own: one that is refused keeps no other back. They are applied in
 * the order of their review times and answered in the order of the inputs.
 *
 * @throws AppError BAD_USER_INPUT for more than 500.
 */
export async function reviewCards(ctx: ReviewContext, inputs: readonly unknown[]): Promise<ReviewOutcome[]> {
  const viewer = requireSignIn(ctx);
  if (inputs.length > reviewsPerMutationMax) {
    throw badInput([
      {
        path: ['inputs'],
        message: `must have at most ${String(reviewsPerMutationMax)} entries, not ${String(inputs.length)}`,
      },
    ]);
  }
  const parsed = inputs.map((input, index) => parseAlone(input, index));
  const good = parsed.flatMap((one) => (one instanceof AppError ? [] : [one]));
  const outcomes = (await applyReviews(ctx, viewer, good, { merges: true })).values();
  return parsed.map((one, index) => {
    if (one instanceof AppError) return { reviewId: idOf(inputs[index]), card: null, study: null, error: one };
    const outcome = outcomes.next();
    if (outcome.done === true) throw new Error('a review has no outcome');
    return outcome.value;
  });
}

function parseAlone(input: unknown, index: number): z.output<typeof reviewInput> | AppError {
  try {
    return parseInput(reviewInput, input, ['inputs', index]);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

/** The id that a refused review was sent with, so that the client knows which one it was. */
function idOf(input: unknown): string {
  const sent = typeof input === 'object' && input !== null && 'id' in input ? input.id : undefined;
  return typeof sent === 'string' ? sent : newId();
}

/**
 * Applies reviews in one transaction and answers them in their order.
 *
 * @param options.merges whether a review that is older than the card's last one takes its place before it; else it is refused.
 */
export async function applyReviews(
  ctx: ReviewContext,
  viewer: Viewer,
  inputs: readonly z.output<typeof reviewInput>[],
  { merges }: { merges: boolean },
): Promise<ReviewOutcome[]> {
  if (inputs.length === 0) return [];
  const now = ctx.clock.now();
  const reviews = inputs.map((input): ReviewToApply => ({
    id: input.id ?? newId(now),
    cardId: input.cardId,
    rating: input.rating,
    durationMs: input.durationMs,
    reviewedAt: input.reviewedAt ?? now,
  }));
  const [cards, learner] = await Promise.all([visibleCards(ctx, reviews), ctx.study.learner()]);
  const decks = await deckStudies(ctx, [...cards.values()]);
  const cardIds = [...new Set(reviews.map(({ cardId }) => cardId))];

  const outcomes = await ctx.db.transaction(async (tx) => {
    // Sent at once: a connection runs its statements in order, so both reads see what the lock waited for.
    const [, known, memories, latestReplays] = await Promise.all([
      lockStudy(tx, viewer.userId),
      findLogEntries(tx, [...new Set(reviews.map(({ id }) => id))]),
      findMemories(tx, viewer.userId, cardIds),
      findLatestReplays(tx, viewer.userId, cardIds),
    ]);
    const late = lateCards(
      reviews.filter(({ id }) => !known.has(id)),
      latestReplays,
    );
    const own = [...known.values()].filter((entry) => entry.userId === viewer.userId);
    const batch = new ReviewBatch({
      viewer,
      now,
      learner,
      requestId: ctx.requestId,
      cards,
      decks,
      known,
      memoriesAfter: await findMemoriesAfter(tx, own),
      memories,
      latestReplays,
      histories: await findReviewHistories(tx, viewer.userId, late),
      merges,
    });
    const inOrder = [...reviews.entries()].sort(
      ([left, a], [right, b]) => a.reviewedAt.getTime() - b.reviewedAt.getTime() || left - right,
    );
    const results = new Map(inOrder.map(([place, review]) => [place, batch.apply(review)]));
    await Promise.all([
      appendLogEntries(tx, batch.entries),
      rewriteMemoriesBefore(
        tx,
        [...batch.rewritten].map(([id, before]) => ({ id, before })),
      ),
      saveMemories(tx, viewer.userId, batch.changedMemories()),
      addToDays(tx, viewer.userId, batch.dayChanges()),
      appendEvents(tx, batch.events),
    ]);
    return reviews.flatMap((_, place) => results.get(place) ?? []);
  });
  ctx.study.clear();
  return outcomes;
}

async function visibleCards(ctx: ReviewContext, reviews: readonly ReviewToApply[]): Promise<Map<string, CardRecord>> {
  const ids = [...new Set(reviews.map(({ cardId }) => cardId))];
  const cards = await Promise.all(ids.map((id) => findVisibleCard(ctx, id)));
  return new Map(cards.flatMap((card) => (card ? [[card.id, card] as const] : [])));
}

async function deckStudies(ctx: ReviewContext, cards: readonly CardRecord[]): Promise<Map<string, DeckStudy>> {
  const deckIds = [...new Set(cards.map(({ deckId }) => deckId))];
  const settings = await Promise.all(deckIds.map((deckId) => ctx.study.settings.load(deckId)));
  const schedulers = settings.map(schedulerOf);
  const ids = await schedulerIds(ctx.db, schedulers);
  const studies = await Promise.all(
    deckIds.map(async (deckId, index): Promise<[string, DeckStudy] | undefined> => {
      const scheduler = schedulers[index];
      const of = settings[index];
      const schedulerId = scheduler && ids.get(schedulerKey(scheduler));
      if (!scheduler || !of || schedulerId === undefined) return undefined;
      const loads = await dayLoads(ctx, deckId, of);
      return [deckId, { scheduler, schedulerId, suspendsLeeches: of.leechAction === 'SUSPEND', loads }];
    }),
  );
  return new Map(studies.filter((study) => study !== undefined));
}

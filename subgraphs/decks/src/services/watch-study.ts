import type { RuzletEvent } from '@ruzlet/contracts/registry';
import type { CardRecord, DeckRecord } from '../domain/deck.js';
import type { DayCounts } from '../domain/study-queue.js';
import { sumDayCounts } from '../storage/study-days.js';
import type { DecksContext } from './context.js';
import { findVisibleCard, findVisibleDeck, requireDeck, requireSignIn } from './deck-access.js';
import { learnerChannel } from './live-channels.js';
import { studyQueue, type StudyQueueResult } from './study-queue.js';
import { requireSignal } from './watch-deck.js';

export interface StudyProgressEvent {
  eventId: string | null;
  kind: 'CURRENT' | 'REVIEWED' | 'UNDONE';
  occurredAt: Date;
  /** The deck that was subscribed to; null for all. */
  watchedDeckId: string | null;
  deckId: string | null;
  cardId: string | null;
  reviewId: string | null;
  /** 1 to 4 as the event says it. */
  rating: number | null;
}

/**
 * The viewer's own reviews from now on, of one deck or of all.
 *
 * @throws AppError UNAUTHENTICATED without a viewer, NOT_FOUND for a deck that the viewer may not see.
 */
export async function watchStudy(
  ctx: DecksContext,
  args: { deckId?: string | null | undefined; withCurrent: boolean },
): Promise<AsyncGenerator<StudyProgressEvent, void>> {
  const { userId } = requireSignIn(ctx);
  const signal = requireSignal(ctx);
  const deckId =
    args.deckId === null || args.deckId === undefined ? null : (await requireDeck(ctx, args.deckId, 'VIEW')).deck.id;
  const events = ctx.live.watch(learnerChannel(userId), signal);
  return follow();

  async function* follow(): AsyncGenerator<StudyProgressEvent, void> {
    if (args.withCurrent) {
      const occurredAt = ctx.clock.now();
      const nothing = { eventId: null, cardId: null, reviewId: null, rating: null };
      yield { ...nothing, kind: 'CURRENT', occurredAt, watchedDeckId: deckId, deckId };
    }
    for await (const event of events) {
      const progress = toProgress(event, deckId);
      if (progress && (deckId === null || progress.deckId === deckId)) yield progress;
    }
  }
}

function toProgress(event: RuzletEvent, watchedDeckId: string | null): StudyProgressEvent | undefined {
  const about = { eventId: event.id, occurredAt: new Date(event.time), watchedDeckId };
  switch (event.type) {
    case 'ruzlet.learning.card.reviewed.v1': {
      const { deckId, cardId, reviewId, rating } = event.data;
      return { ...about, kind: 'REVIEWED', deckId, cardId, reviewId, rating };
    }
    case 'ruzlet.learning.review.undone.v1': {
      const { deckId, cardId, reviewId } = event.data;
      return { ...about, kind: 'UNDONE', deckId, cardId, reviewId, rating: null };
    }
    default:
      return undefined;
  }
}

export async function progressedCard(ctx: DecksContext, { cardId }: StudyProgressEvent): Promise<CardRecord | null> {
  return cardId === null ? null : findVisibleCard(ctx, cardId);
}

export async function progressedDeck(ctx: DecksContext, { deckId }: StudyProgressEvent): Promise<DeckRecord | null> {
  return deckId === null ? null : findVisibleDeck(ctx, deckId);
}

/** What the learner has done today, in what was subscribed to. */
export async function countsOfToday(ctx: DecksContext, { watchedDeckId }: StudyProgressEvent): Promise<DayCounts> {
  const { userId } = requireSignIn(ctx);
  const { today } = await ctx.study.moment();
  return sumDayCounts(ctx.db, userId, watchedDeckId, today);
}

/** What waits there. */
export async function waitingNow(
  ctx: DecksContext,
  { watchedDeckId }: StudyProgressEvent,
): Promise<StudyQueueResult['counts']> {
  return (await studyQueue(ctx, { deckId: watchedDeckId, first: 1 })).counts;
}

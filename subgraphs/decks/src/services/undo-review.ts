import { conflict, notFound } from '@ruzlet/platform/errors';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import { manualRating, memoryIn, newCardStudy } from '../domain/memory.js';
import { findMemories, lockStudy, saveMemories } from '../storage/memory.js';
import { findLatestEntry, findLogEntries, type LogEntry, markUndone } from '../storage/reviews.js';
import { addToDays } from '../storage/study-days.js';
import { findVisibleCard, requireSignIn } from './deck-access.js';
import { idInput } from './inputs.js';
import { reviewUndoneEvent } from './learning-events.js';
import { countsOf } from './review-rules.js';
import type { ReviewedCard } from './review-card.js';
import type { ReviewContext } from './review-cards.js';

/**
 * Takes back the latest review of a card: memory and the day's counts are what they were before it. Taking it back again
 * changes nothing.
 *
 * @throws AppError NOT_FOUND for a review that is not the viewer's or whose card is gone; CONFLICT when the card was
 *   reviewed or reset since.
 */
export async function undoReview(ctx: ReviewContext, reviewId: string): Promise<ReviewedCard> {
  const viewer = requireSignIn(ctx);
  const id = parseInput(idInput, reviewId, ['id']);
  const entry = requireOwn((await findLogEntries(ctx.db, [id])).get(id), viewer.userId);
  const card = await findVisibleCard(ctx, entry.cardId);
  if (!card) throw notFound('card');
  const now = ctx.clock.now();
  const memory = await ctx.db.transaction(async (tx) => {
    await lockStudy(tx, viewer.userId);
    const locked = requireOwn((await findLogEntries(tx, [id])).get(id), viewer.userId);
    const current = (await findMemories(tx, viewer.userId, [card.id])).get(card.id) ?? {
      ...newCardStudy,
      cardId: card.id,
      deckId: card.deckId,
    };
    if (locked.undoneAt) return current;
    const latest = await findLatestEntry(tx, viewer.userId, card.id);
    if (latest?.id !== id)
      throw conflict('The card was reviewed or reset since: only the latest review can be taken back.');
    const restored = {
      ...current,
      ...memoryIn(locked),
      suspended: current.suspended && !locked.leechSuspended,
    };
    const counts = countsOf(memoryIn(locked));
    await saveMemories(tx, viewer.userId, [restored]);
    await markUndone(tx, id, now);
    await addToDays(tx, viewer.userId, [
      {
        deckId: locked.deckId,
        localDay: locked.localDay,
        newCount: -counts.newCount,
        reviewCount: -counts.reviewCount,
      },
    ]);
    const data = {
      reviewId: id,
      userId: viewer.userId,
      cardId: card.id,
      deckId: locked.deckId,
      undoneAt: now.toISOString(),
    };
    await appendEvents(tx, [reviewUndoneEvent(data, { requestId: ctx.requestId, now })]);
    return restored;
  });
  ctx.study.clear();
  return { reviewId: id, card, memory };
}

function requireOwn(entry: LogEntry | undefined, userId: string): LogEntry {
  // Resets stand in the log too, but nobody was ever given their ids.
  if (entry?.userId !== userId || entry.rating === manualRating) throw notFound('review');
  return entry;
}

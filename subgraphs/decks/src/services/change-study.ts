import { newId } from '@ruzlet/platform/ids';
import { addDays } from '@ruzlet/platform/localtime';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import type { EncodedEvent } from '@ruzlet/platform/outbox/events';
import { parseInput } from '@ruzlet/platform/validation';
import type { CardRecord, DeckRecord } from '../domain/deck.js';
import { manualRating, memoryIn, memoryStates, newCardStudy, newMemory } from '../domain/memory.js';
import { schedulerKey } from '../domain/scheduling.js';
import { schedulerOf } from '../domain/study-settings.js';
import type { DecksDb } from '../storage/database.js';
import { findMemories, lockStudy, saveMemories, type StoredCardStudy } from '../storage/memory.js';
import { appendLogEntries } from '../storage/reviews.js';
import { schedulerIds } from '../storage/schedulers.js';
import { requireCards, requireSignIn } from './deck-access.js';
import { cardsBuriedEvent, cardsResetEvent, cardsSuspendedEvent } from './learning-events.js';
import type { ReviewContext } from './review-cards.js';
import { buryCardsInput, resetCardsInput, suspendCardsInput } from './study-inputs.js';

/** Changes by hand to the viewer's study of cards: all of them, or none. */

interface ChangedCards {
  cards: CardRecord[];
  /** Null when the cards are of several decks. */
  deck: DeckRecord | null;
}

/** Takes cards out of study, or puts them back; memory and due date stay. */
export async function suspendCards(ctx: ReviewContext, input: unknown): Promise<ChangedCards> {
  requireSignIn(ctx);
  const { cardIds, suspended } = parseInput(suspendCardsInput, input);
  return changeStudies(
    ctx,
    cardIds,
    (studies) => studies.filter((study) => study.suspended !== suspended).map((study) => ({ ...study, suspended })),
    (data, origin) => cardsSuspendedEvent({ ...data, suspended, changedAt: origin.now.toISOString() }, origin),
  );
}

/** Hides cards until the learner's next day, or shows them again. */
export async function buryCards(ctx: ReviewContext, input: unknown): Promise<ChangedCards> {
  requireSignIn(ctx);
  const { cardIds, buried } = parseInput(buryCardsInput, input);
  const { today } = await ctx.study.moment();
  const buriedUntil = buried ? addDays(today, 1) : null;
  return changeStudies(
    ctx,
    cardIds,
    (studies) =>
      studies.filter((study) => study.buriedUntil !== buriedUntil).map((study) => ({ ...study, buriedUntil })),
    (data, origin) =>
      cardsBuriedEvent(
        { ...data, ...(buriedUntil !== null && { until: buriedUntil }), changedAt: origin.now.toISOString() },
        origin,
      ),
  );
}

/** Makes cards new again. The log keeps the reviews and notes the reset, so that it still tells the whole story. */
export async function resetCards(ctx: ReviewContext, input: unknown): Promise<ChangedCards> {
  const viewer = requireSignIn(ctx);
  const { cardIds } = parseInput(resetCardsInput, input);
  const { now, today } = await ctx.study.moment();
  const reset = async (studies: StoredCardStudy[], tx: DecksDb) => {
    const studied = studies.filter(({ state }) => state !== memoryStates.new);
    const schedulers = new Map(
      await Promise.all(
        [...new Set(studied.map(({ deckId }) => deckId))].map(
          async (deckId) => [deckId, schedulerOf(await ctx.study.settings.load(deckId))] as const,
        ),
      ),
    );
    const ids = await schedulerIds(ctx.db, [...schedulers.values()]);
    const entries = studied.flatMap((study) => {
      const scheduler = schedulers.get(study.deckId);
      const schedulerId = scheduler && ids.get(schedulerKey(scheduler));
      if (schedulerId === undefined) return [];
      return [
        {
          ...memoryIn(study),
          cardId: study.cardId,
          deckId: study.deckId,
          id: newId(now),
          userId: viewer.userId,
          rating: manualRating,
          change: 'RESET' as const,
          reviewedAt: now,
          replayAt: now,
          receivedAt: now,
          localDay: today,
          durationMs: 0,
          schedulerId,
          clientId: viewer.sessionId,
        },
      ];
    });
    await appendLogEntries(tx, entries);
    return studied.map((study) => ({ ...study, ...newMemory }));
  };
  return changeStudies(ctx, cardIds, reset, (data, origin) =>
    cardsResetEvent({ ...data, resetAt: origin.now.toISOString() }, origin),
  );
}

/** Changes the memories of cards that the viewer may see, those of cards never touched included, and tells of those that did change. */
async function changeStudies(
  ctx: ReviewContext,
  cardIds: readonly string[],
  change: (studies: StoredCardStudy[], tx: DecksDb) => StoredCardStudy[] | Promise<StoredCardStudy[]>,
  eventOf: (
    data: { userId: string; cards: { cardId: string; deckId: string }[] },
    origin: { requestId: string; now: Date },
  ) => EncodedEvent,
): Promise<ChangedCards> {
  const { userId } = requireSignIn(ctx);
  const found = await requireCards(ctx, cardIds, 'VIEW');
  await ctx.db.transaction(async (tx) => {
    await lockStudy(tx, userId);
    const known = await findMemories(tx, userId, cardIds);
    const studies = found.map(
      ({ card }) => known.get(card.id) ?? { ...newCardStudy, cardId: card.id, deckId: card.deckId },
    );
    const changed = await change(studies, tx);
    if (changed.length === 0) return;
    await saveMemories(tx, userId, changed);
    const told = changed.map(({ cardId, deckId }) => ({ cardId, deckId }));
    const origin = { requestId: ctx.requestId, now: ctx.clock.now() };
    await appendEvents(tx, [eventOf({ userId, cards: told }, origin)]);
  });
  ctx.study.clear();
  const [first] = found;
  const sameDeck = first && found.every(({ deck }) => deck.id === first.deck.id);
  return { cards: found.map(({ card }) => card), deck: sameDeck ? first.deck : null };
}

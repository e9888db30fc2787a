import { newId } from '@ruzlet/platform/ids';
import { addDays } from '@ruzlet/platform/localtime';
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
  return changeStudies(ctx, cardIds, (studies) => studies.map((study) => ({ ...study, suspended })));
}

/** Hides cards until the learner's next day, or shows them again. */
export async function buryCards(ctx: ReviewContext, input: unknown): Promise<ChangedCards> {
  requireSignIn(ctx);
  const { cardIds, buried } = parseInput(buryCardsInput, input);
  const { today } = await ctx.study.moment();
  const buriedUntil = buried ? addDays(today, 1) : null;
  return changeStudies(ctx, cardIds, (studies) => studies.map((study) => ({ ...study, buriedUntil })));
}

/** Makes cards new again. The log keeps the reviews and notes the reset, so that it still tells the whole story. */
export async function resetCards(ctx: ReviewContext, input: unknown): Promise<ChangedCards> {
  const viewer = requireSignIn(ctx);
  const { cardIds } = parseInput(resetCardsInput, input);
  const { now, today } = await ctx.study.moment();
  return changeStudies(ctx, cardIds, async (studies, tx) => {
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
  });
}

/** Changes the memories of cards that the viewer may see, those of cards never touched included. */
async function changeStudies(
  ctx: ReviewContext,
  cardIds: readonly string[],
  change: (studies: StoredCardStudy[], tx: DecksDb) => StoredCardStudy[] | Promise<StoredCardStudy[]>,
): Promise<ChangedCards> {
  const { userId } = requireSignIn(ctx);
  const found = await requireCards(ctx, cardIds, 'VIEW');
  await ctx.db.transaction(async (tx) => {
    await lockStudy(tx, userId);
    const known = await findMemories(tx, userId, cardIds);
    const studies = found.map(
      ({ card }) => known.get(card.id) ?? { ...newCardStudy, cardId: card.id, deckId: card.deckId },
    );
    await saveMemories(tx, userId, await change(studies, tx));
  });
  ctx.study.clear();
  const [first] = found;
  const sameDeck = first && found.every(({ deck }) => deck.id === first.deck.id);
  return { cards: found.map(({ card }) => card), deck: sameDeck ? first.deck : null };
}

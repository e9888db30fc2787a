import { notFound } from '@ruzlet/platform/errors';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import { findKnownCards, markCardsDeleted } from '../storage/cards.js';
import { countCards, lockDecks } from '../storage/decks.js';
import { groupBy } from '../storage/group-by.js';
import type { DecksContext } from './context.js';
import { requireDeck, requireDeckIn, requireSignIn } from './deck-access.js';
import { cardEvents } from './deck-events.js';
import { cardIdsInput } from './inputs.js';

/** Deletes cards: all, or none. Those that are deleted already count as deleted, so that the same can be sent again. */
export async function deleteCards(
  ctx: Pick<DecksContext, 'viewer' | 'requestId' | 'db' | 'clock' | 'loaders'>,
  cardIds: readonly string[],
): Promise<string[]> {
  const viewer = requireSignIn(ctx);
  const ids = parseInput(cardIdsInput, cardIds, ['ids']);
  const known = await findKnownCards(ctx.db, ids);
  const deckIds = [...new Set(known.map((card) => card.deckId))];
  await Promise.all(deckIds.map((deckId) => requireDeck(ctx, deckId, 'EDIT')));
  if (known.length < ids.length) throw notFound('card');
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    await lockDecks(tx, deckIds);
    for (const deckId of deckIds) await requireDeckIn(tx, viewer, deckId, 'EDIT');
    const deleted = await markCardsDeleted(tx, ids, now);
    for (const [deckId, cards] of groupBy(deleted, (card) => card.deckId)) {
      // Moved here since it was looked up: the whole change starts over at the client.
      if (!deckIds.includes(deckId)) throw notFound('card');
      const deck = await countCards(tx, deckId, -cards.length, now);
      const gone = cards.map(({ id }) => id);
      await appendEvents(tx, cardEvents('ruzlet.content.cards.deleted.v1', deck, gone, { ...ctx, now }));
    }
  });
  ctx.loaders.clear();
  return ids;
}

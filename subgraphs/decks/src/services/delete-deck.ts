import { notFound } from '@ruzlet/platform/errors';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import { changeDeck, lockDecks } from '../storage/decks.js';
import type { DecksContext } from './context.js';
import { requireDeck, requireSignIn } from './deck-access.js';
import { deckDeletedEvent } from './deck-events.js';
import { idInput } from './inputs.js';

/**
 * Deletes a deck for everybody; its owner can restore it for `deckRestoreDays`. Deleting a deleted deck again changes nothing.
 *
 * @returns the deck's id.
 */
export async function deleteDeck(
  ctx: Pick<DecksContext, 'viewer' | 'requestId' | 'db' | 'clock' | 'loaders'>,
  deckId: string,
): Promise<string> {
  const viewer = requireSignIn(ctx);
  const id = parseInput(idInput, deckId, ['id']);
  const now = ctx.clock.now();
  const done = await ctx.db.transaction(async (tx) => {
    const [deck] = await lockDecks(tx, [id]);
    if (deck?.ownerId !== viewer.userId) return false;
    if (!deck.deletedAt) {
      await changeDeck(tx, id, { deletedAt: now }, now);
      await appendEvents(tx, [deckDeletedEvent(deck, { ...ctx, now })]);
    }
    return true;
  });
  ctx.loaders.clear();
  if (done) return id;
  // Not the owner's: FORBIDDEN to those who see the deck, NOT_FOUND to others.
  await requireDeck(ctx, id, 'OWN');
  throw notFound('deck');
}

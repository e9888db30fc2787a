import { badInput, conflict, forbidden } from '@ruzlet/platform/errors';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { deckCollaboratorsMax, type DeckRecord } from '../domain/deck.js';
import { changeDeck, findCollaborators, lockDecks, setCollaborator } from '../storage/decks.js';
import type { DecksContext } from './context.js';
import { requireDeck, requireDeckIn, requireSignIn } from './deck-access.js';
import { deckStateEvent } from './deck-events.js';
import { idInput } from './inputs.js';

const shareInput = z.object({
  deckId: idInput,
  userId: idInput,
  permission: z.enum(['NONE', 'VIEW', 'EDIT'], 'is VIEW, EDIT or NONE: a deck has one owner'),
});

/** Shares a deck, changes a share, or ends it. For the owner; collaborators may end their own. */
export async function shareDeck(
  ctx: Pick<DecksContext, 'viewer' | 'requestId' | 'db' | 'clock' | 'loaders'>,
  input: unknown,
): Promise<DeckRecord> {
  const viewer = requireSignIn(ctx);
  const { deckId, userId, permission } = parseInput(shareInput, input);
  await requireDeck(ctx, deckId, 'VIEW');
  const now = ctx.clock.now();
  const deck = await ctx.db.transaction(async (tx) => {
    await lockDecks(tx, [deckId]);
    const access = await requireDeckIn(tx, viewer, deckId, 'VIEW');
    const leaving = permission === 'NONE' && userId === viewer.userId;
    if (access.permission !== 'OWN' && !leaving) throw forbidden('Only the owner of the deck may share it.');
    if (userId === access.deck.ownerId) {
      throw badInput([{ path: ['input', 'userId'], message: 'owns the deck already' }]);
    }
    const before = await findCollaborators(tx, [deckId]);
    const known = before.find((one) => one.userId === userId);
    if ((known?.permission ?? 'NONE') === permission) return access.deck;
    if (!known && before.length >= deckCollaboratorsMax) {
      throw conflict(`A deck can be shared with at most ${String(deckCollaboratorsMax)} people.`);
    }
    await setCollaborator(tx, deckId, userId, permission === 'NONE' ? null : permission, now);
    const changed = (await changeDeck(tx, deckId, {}, now)) ?? access.deck;
    await appendEvents(tx, [await deckStateEvent(tx, 'ruzlet.content.deck.updated.v1', changed, { ...ctx, now })]);
    return changed;
  });
  ctx.loaders.clear();
  return deck;
}

import { notFound } from '@ruzlet/platform/errors';
import type { DeckPermission } from '../domain/access.js';
import type { CardRecord, CollaboratorRecord, DeckRecord } from '../domain/deck.js';
import type { DecksContext } from './context.js';
import { requireDeck } from './deck-access.js';

export { findVisibleCard, findVisibleDeck } from './deck-access.js';

/** What fields of decks and cards answer. The deck or card itself is one that the viewer may see. */

type ReadContext = Pick<DecksContext, 'viewer' | 'loaders'>;

/**
 * A deck that the viewer names.
 *
 * @throws AppError NOT_FOUND when there is none, or none that the viewer may see.
 */
export async function readDeck(ctx: ReadContext, deckId: string): Promise<DeckRecord> {
  return (await requireDeck(ctx, deckId, 'VIEW')).deck;
}

/** A card of the deck, or null when it is elsewhere. */
export async function cardInDeck(ctx: ReadContext, deck: DeckRecord, cardId: string): Promise<CardRecord | null> {
  const card = await ctx.loaders.card.load(cardId);
  return card?.deckId === deck.id ? card : null;
}

/** The deck that holds a card. */
export async function deckOfCard(ctx: ReadContext, card: CardRecord): Promise<DeckRecord> {
  const access = await ctx.loaders.deck.load(card.deckId);
  // Deleted, or no longer shared, since the card was read.
  if (!access) throw notFound('deck');
  return access.deck;
}

/** The deck that this one was copied from, when the viewer may see it. */
export async function forkedFrom(ctx: ReadContext, deck: DeckRecord): Promise<DeckRecord | null> {
  return deck.forkedFromId === null ? null : ((await ctx.loaders.deck.load(deck.forkedFromId))?.deck ?? null);
}

/** What the viewer may do. With a deleted deck its owner may do nothing but restore it. */
export async function viewerPermission(ctx: ReadContext, deck: DeckRecord): Promise<DeckPermission> {
  if (deck.deletedAt) return deck.ownerId === ctx.viewer?.userId ? 'OWN' : 'NONE';
  return (await ctx.loaders.deck.load(deck.id))?.permission ?? 'NONE';
}

/** With whom a deck is shared: for those who share it. */
export async function deckCollaborators(ctx: ReadContext, deck: DeckRecord): Promise<CollaboratorRecord[]> {
  const userId = ctx.viewer?.userId;
  const collaborators = await ctx.loaders.collaborators.load(deck.id);
  const shares = deck.ownerId === userId || collaborators.some((one) => one.userId === userId);
  return shares ? collaborators : [];
}

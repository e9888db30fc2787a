import { type Viewer, requireViewer } from '@ruzlet/platform/access/viewer';
import { AppError, forbidden, notFound } from '@ruzlet/platform/errors';
import { type DeckPermission, permits } from '../domain/access.js';
import type { CardRecord, DeckRecord } from '../domain/deck.js';
import { type DeckAccess, findDeckAccess } from '../storage/access.js';
import type { DecksDb } from '../storage/database.js';
import type { DecksContext } from './context.js';

/** Checks of access that every use case begins with. */

type AccessContext = Pick<DecksContext, 'viewer' | 'loaders'>;

/** A deck that the viewer may see, or null. Waits a little for an enrolment that is still on its way. */
export async function findVisibleDeck(ctx: AccessContext, deckId: string): Promise<DeckRecord | null> {
  return (await ctx.loaders.patientDeck.load(deckId))?.deck ?? null;
}

/**
 * A deck with which the viewer may do at least `needed`.
 *
 * @throws AppError NOT_FOUND when the viewer may not see it, FORBIDDEN when the viewer sees it and may not do more.
 */
export async function requireDeck(ctx: AccessContext, deckId: string, needed: DeckPermission): Promise<DeckAccess> {
  const access = await ctx.loaders.patientDeck.load(deckId);
  return checkAccess(access ?? undefined, needed);
}

/**
 * The same inside a transaction, after the deck was locked: what the viewer might do before is not what counts.
 */
export async function requireDeckIn(
  tx: DecksDb,
  viewer: Viewer,
  deckId: string,
  needed: DeckPermission,
): Promise<DeckAccess> {
  return checkAccess((await findDeckAccess(tx, viewer.userId, [deckId])).get(deckId), needed);
}

/**
 * Cards by id, in the order of the ids, whose decks the viewer may all use as `needed` says.
 *
 * @throws AppError NOT_FOUND for the first card that is gone or that the viewer may not see.
 */
export async function requireCards(
  ctx: AccessContext,
  cardIds: readonly string[],
  needed: DeckPermission,
): Promise<{ card: CardRecord; deck: DeckRecord }[]> {
  const cards = await ctx.loaders.card.loadMany(cardIds);
  return Promise.all(
    cards.map(async (card) => {
      if (card instanceof Error) throw card;
      const access = await deckOfCard(ctx, card);
      if (!card || !access) throw notFound('card');
      checkAccess(access, needed);
      return { card, deck: access.deck };
    }),
  );
}

/** A card that the viewer may see, or null. */
export async function findVisibleCard(ctx: AccessContext, cardId: string): Promise<CardRecord | null> {
  const card = await ctx.loaders.card.load(cardId);
  return (await deckOfCard(ctx, card)) && card;
}

/** A card that is absent takes as long as one that is refused, so that the time tells nothing. */
async function deckOfCard(ctx: AccessContext, card: CardRecord | null): Promise<DeckAccess | null> {
  return ctx.loaders.patientDeck.load(card?.deckId ?? absentDeckId);
}

const absentDeckId = '00000000-0000-0000-0000-000000000000';

function checkAccess(access: DeckAccess | undefined, needed: DeckPermission): DeckAccess {
  if (!access) throw notFound('deck');
  if (permits(access.permission, needed)) return access;
  throw needed === 'OWN'
    ? forbidden('Only the owner of the deck may do this.')
    : forbidden('You may read this deck, not change it.');
}

/** Signed in, or UNAUTHENTICATED. */
export function requireSignIn(ctx: Pick<DecksContext, 'viewer'>): Viewer {
  return requireViewer(ctx.viewer);
}

/** The id belongs to something already that is not this viewer's to repeat. */
export function idTaken(what: string): AppError {
  return new AppError('CONFLICT', `The id is taken by another ${what}: make a new one.`);
}

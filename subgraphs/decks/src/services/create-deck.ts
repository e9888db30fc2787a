import { conflict } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import type { DeckRecord } from '../domain/deck.js';
import type { DecksDb } from '../storage/database.js';
import { findDecksByIds, insertDeck } from '../storage/decks.js';
import type { DecksContext } from './context.js';
import { idTaken, requireSignIn } from './deck-access.js';
import { deckStateEvent } from './deck-events.js';
import { newDeckInput } from './inputs.js';

/**
 * Creates a deck of the viewer's own. With a client-made id the same create can be sent again: it answers the deck as it is now.
 *
 * @throws AppError CONFLICT when the id is somebody else's, or of a deck that was deleted.
 */
export async function createDeck(
  ctx: Pick<DecksContext, 'viewer' | 'requestId' | 'db' | 'clock' | 'loaders'>,
  input: unknown,
): Promise<DeckRecord> {
  const viewer = requireSignIn(ctx);
  const { id, title, description, termLanguage, definitionLanguage, visibility, tags } = parseInput(
    newDeckInput,
    input,
  );
  const now = ctx.clock.now();
  const deck: DeckRecord = {
    ...blankDeck(id ?? newId(now), viewer.userId, now),
    title,
    description: description ?? null,
    termLanguage: termLanguage ?? null,
    definitionLanguage: definitionLanguage ?? null,
    visibility: visibility ?? 'PRIVATE',
    tags: tags ?? [],
  };
  const created = await ctx.db.transaction(async (tx) => {
    if (!(await insertDeck(tx, deck))) return undefined;
    await appendEvents(tx, [await deckStateEvent(tx, 'ruzlet.content.deck.created.v1', deck, { ...ctx, now })]);
    return deck;
  });
  ctx.loaders.clear();
  return created ?? (await ownDeckAgain(ctx.db, deck.id, viewer.userId));
}

/** A deck without cards and with everything else left open. */
export function blankDeck(id: string, ownerId: string, now: Date): DeckRecord {
  return {
    id,
    ownerId,
    title: '',
    description: null,
    termLanguage: null,
    definitionLanguage: null,
    visibility: 'PRIVATE',
    tags: [],
    cardCount: 0,
    forkedFromId: null,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
}

/** The deck that an earlier create with the same id made. */
export async function ownDeckAgain(db: DecksDb, id: string, userId: string): Promise<DeckRecord> {
  const [deck] = await findDecksByIds(db, [id]);
  if (deck?.ownerId !== userId) throw idTaken('deck');
  if (deck.deletedAt) throw conflict('This deck was deleted: restore it, or make a new id.');
  return deck;
}

import { badInput } from '@ruzlet/platform/errors';
import { type Connection, encodeCursor, pageArgs, toConnection } from '@ruzlet/platform/pagination';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { type CardQuery, CardQueryError, parseCardQuery } from '../domain/card-query.js';
import { type CardRecord, type DeckRecord, tagCharactersMax } from '../domain/deck.js';
import { isStorable } from '../domain/text.js';
import { searchCardsOf, shuffledCardsOf } from '../storage/card-pages.js';
import type { DecksContext } from './context.js';
import { cursorShapes, parseCursor } from './cursors.js';
import { requireDeck, requireSignIn } from './deck-access.js';
import { idInput, textInput } from './inputs.js';

interface Page {
  first?: number | null | undefined;
  after?: string | null | undefined;
}

const filterInput = z.object({
  query: z.string().nullish(),
  tag: textInput(1, tagCharactersMax).nullish(),
  starred: z.boolean().nullish(),
});

/** Seed of a shuffle (characters). */
const seedCharactersMax = 100;
const cramInput = z.object({
  seed: z.string().max(seedCharactersMax).refine(isStorable, 'holds characters that text cannot hold'),
  deckId: idInput.nullish(),
});

/** A page of a deck's cards in their order. The deck is one that the viewer may see. */
export async function pageCards(
  ctx: Pick<DecksContext, 'loaders'>,
  deck: DeckRecord,
  args: Page & { filter?: unknown },
): Promise<Connection<CardRecord>> {
  const { first, after } = pageArgs(args);
  const filter = parseInput(filterInput, args.filter ?? {}, ['filter']);
  const cursor = after === null ? null : parseCursor(cursorShapes.sortKeyAndId, after, 2);
  const rows = await ctx.loaders.cardPage.load({
    deckId: deck.id,
    request: {
      query: parseQuery(filter.query ?? '', ['filter', 'query']),
      tag: filter.tag ?? null,
      starred: filter.starred ?? null,
      after: cursor && { sortKey: cursor[0], id: cursor[1] },
      limit: first + 1,
    },
  });
  return toConnection(rows, first, (card) => encodeCursor([card.sortKey, card.id]), after !== null);
}

/** A page of the cards of the viewer's decks that fit a query. */
export async function searchCards(
  ctx: Pick<DecksContext, 'viewer' | 'db' | 'clock'>,
  args: Page & { query: string },
): Promise<Connection<CardRecord>> {
  const { userId } = requireSignIn(ctx);
  const { first, after } = pageArgs(args);
  const query = parseQuery(args.query, ['query']);
  const cursor = after === null ? null : parseCursor(cursorShapes.timeSortKeyAndId, after, 3);
  const rows = await searchCardsOf(
    ctx.db,
    userId,
    { query, after: cursor && { createdAt: cursor[0], sortKey: cursor[1], id: cursor[2] }, limit: first + 1 },
    ctx.clock.now(),
  );
  const cursorOf = (card: CardRecord) => encodeCursor([card.createdAt.toISOString(), card.sortKey, card.id]);
  return toConnection(rows, first, cursorOf, after !== null);
}

/**
 * A page of cards to go through outside the schedule: those that fit a query, shuffled. Reads only; an answer that is to
 * count is sent with `reviewCard`.
 */
export async function cram(
  ctx: Pick<DecksContext, 'viewer' | 'db' | 'clock' | 'loaders'>,
  args: Page & { query: string; deckId?: string | null | undefined; seed: string },
): Promise<Connection<CardRecord>> {
  const { userId } = requireSignIn(ctx);
  const { first, after } = pageArgs(args);
  const { seed, deckId } = parseInput(cramInput, { seed: args.seed, deckId: args.deckId }, []);
  const query = parseQuery(args.query, ['query']);
  const cursor = after === null ? null : parseCursor(cursorShapes.hashAndId, after, 2);
  const access = deckId === null || deckId === undefined ? null : await requireDeck(ctx, deckId, 'VIEW');
  const rows = await shuffledCardsOf(
    ctx.db,
    userId,
    {
      query,
      deckId: access?.deck.id ?? null,
      seed,
      after: cursor && { hash: cursor[0], id: cursor[1] },
      limit: first + 1,
    },
    ctx.clock.now(),
  );
  const page = toConnection(rows, first, ({ hash, card }) => encodeCursor([hash, card.id]), after !== null);
  return { ...page, edges: page.edges.map(({ node, cursor: at }) => ({ node: node.card, cursor: at })) };
}

function parseQuery(text: string, path: string[]): CardQuery | null {
  try {
    return parseCardQuery(text.replaceAll('\0', ' '));
  } catch (error) {
    if (error instanceof CardQueryError) throw badInput([{ path, message: error.message }]);
    throw error;
  }
}

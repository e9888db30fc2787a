import { encodeCursor, pageArgs, toConnection } from '@ruzlet/platform/pagination';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { type DeckRecord, deckTagsMax, languageTagCharactersMax, tagCharactersMax } from '../domain/deck.js';
import { listPublicDecks, searchPublicDecks } from '../storage/search-decks.js';
import type { DecksContext } from './context.js';
import { cursorShapes, parseCursor } from './cursors.js';
import { idInput, textInput } from './inputs.js';

const searchCharactersMax = 200;

/** Null says the same as nothing. */
function given<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined;
}

const filterInput = z.object({
  termLanguage: textInput(1, languageTagCharactersMax).nullish().transform(given),
  definitionLanguage: textInput(1, languageTagCharactersMax).nullish().transform(given),
  tags: z.array(textInput(1, tagCharactersMax)).max(deckTagsMax).nullish().transform(given),
  ownerId: idInput.nullish().transform(given),
  minCards: z.int32().nullish().transform(given),
});

export interface DeckSearchPage {
  edges: { node: DeckRecord; cursor: string; score: number }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

/** A page of public decks: by words, best first; without words, those that changed last. For everybody. */
export async function searchDecks(
  ctx: Pick<DecksContext, 'db'>,
  args: { query: string; first?: number | null | undefined; after?: string | null | undefined; filter?: unknown },
): Promise<DeckSearchPage> {
  const { first, after } = pageArgs(args);
  const query = parseInput(textInput(0, searchCharactersMax), args.query, ['query']);
  const filter = parseInput(filterInput, args.filter ?? {}, ['filter']);
  const cursor = after === null ? null : parseCursor(cursorShapes.scoreAndId, after, 2);
  const request = { filter, after: cursor && { score: cursor[0], id: cursor[1] }, limit: first + 1 };
  const rows =
    query === '' ? await listPublicDecks(ctx.db, request) : await searchPublicDecks(ctx.db, { ...request, query });
  const page = toConnection(rows, first, ({ deck, score }) => encodeCursor([score, deck.id]), after !== null);
  return {
    pageInfo: page.pageInfo,
    edges: page.edges.map(({ node, cursor: at }) => ({ node: node.deck, score: node.score, cursor: at })),
  };
}

import { and, desc, eq, gte, isNull, type SQL, sql } from 'drizzle-orm';
import type { DeckRecord } from '../domain/deck.js';
import type { DecksDb } from './database.js';
import { deckColumns } from './decks.js';
import { decks } from './tables.js';

export interface DeckSearchFilter {
  termLanguage?: string | undefined;
  definitionLanguage?: string | undefined;
  tags?: string[] | undefined;
  ownerId?: string | undefined;
  minCards?: number | undefined;
}

export interface FoundDeck {
  deck: DeckRecord;
  score: number;
}

/** How alike a query and a part of a title are at least, to count as the same with typing errors: two changed letters in eight. */
const typoSimilarityMin = 0.35;

const hasExclusion = /(^|\s)-\S/;

/** Fewer letters in a row than this are like half of everything. */
const hasWord = /[\p{L}\p{N}]{3}/u;

/** `en` means `en-GB` too. */
function inLanguage(column: typeof decks.termLanguage | typeof decks.definitionLanguage, language: string): SQL {
  return sql`(lower(${column}) = lower(${language}) or lower(${column}) like lower(${language.replace(/[\\%_]/g, '\\$&')}) || '-%')`;
}

function filterConditions(filter: DeckSearchFilter): (SQL | undefined)[] {
  return [
    // Spelled like the condition of the partial indexes.
    sql`${decks.visibility} = 'PUBLIC'`,
    isNull(decks.deletedAt),
    filter.termLanguage === undefined ? undefined : inLanguage(decks.termLanguage, filter.termLanguage),
    filter.definitionLanguage === undefined
      ? undefined
      : inLanguage(decks.definitionLanguage, filter.definitionLanguage),
    filter.tags?.length
      ? sql`${decks.tags} @> (select array_agg(value) from json_array_elements_text(${JSON.stringify(filter.tags)}::json) value)`
      : undefined,
    filter.ownerId === undefined ? undefined : eq(decks.ownerId, filter.ownerId),
    filter.minCards === undefined ? undefined : gte(decks.cardCount, filter.minCards),
  ];
}

/**
 * Public decks by words, best first. A deck fits when its words do (in any form that Russian or English stemming
 * knows), or when its title and tags are spelled much alike. Matches of words come before likenesses.
 *
 * @param after score and id of the last deck of the page before.
 */
export async function searchPublicDecks(
  db: DecksDb,
  request: { query: string; filter: DeckSearchFilter; after: { score: number; id: string } | null; limit: number },
): Promise<FoundDeck[]> {
  const { query, after } = request;
  const folded = sql`fold_text(${query})`;
  const words = sql`(websearch_to_tsquery('russian', ${folded}) || websearch_to_tsquery('english', ${folded}))`;
  return db.transaction(async (tx) => {
    // Ends with the transaction; the operator `<%`, which the trigram index serves, takes its threshold from here only.
    await tx.execute(sql`select set_config('pg_trgm.word_similarity_threshold', ${String(typoSimilarityMin)}, true)`);
    const found = tx
      .select({
        id: decks.id,
        // Rounded, so that the score survives the way through a cursor exactly.
        score: sql<number>`round((
          case when ${decks.search} @@ ${words} then 1 else 0 end
          + ts_rank(${decks.search}, ${words}) + word_similarity(${folded}, ${decks.searchText})
          + ln(1 + ${decks.cardCount}) / 100
        )::numeric, 6)::float8`.as('score'),
      })
      .from(decks)
      .where(
        and(
          ...filterConditions(request.filter),
          // A likeness knows nothing of excluded words.
          hasWord.test(query) && !hasExclusion.test(query)
            ? sql`(${decks.search} @@ ${words} or ${folded} <% ${decks.searchText})`
            : sql`${decks.search} @@ ${words}`,
        ),
      )
      .as('found');
    return tx
      .select({ deck: deckColumns, score: found.score })
      .from(found)
      .innerJoin(decks, eq(decks.id, found.id))
      .where(
        after
          ? sql`(${found.score} < ${after.score}::float8 or (${found.score} = ${after.score}::float8 and ${found.id} < ${after.id}::uuid))`
          : undefined,
      )
      .orderBy(desc(found.score), desc(found.id))
      .limit(request.limit);
  });
}

/** Public decks that changed last. */
export async function listPublicDecks(
  db: DecksDb,
  request: { filter: DeckSearchFilter; after: { score: number; id: string } | null; limit: number },
): Promise<FoundDeck[]> {
  const { after } = request;
  // Milliseconds since 1970 fit a double exactly.
  const score = sql<number>`(extract(epoch from ${decks.updatedAt}) * 1000)::float8`;
  return db
    .select({ deck: deckColumns, score })
    .from(decks)
    .where(
      and(
        ...filterConditions(request.filter),
        after
          ? sql`(${decks.updatedAt}, ${decks.id}) < (${new Date(after.score).toISOString()}::timestamptz, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(decks.updatedAt), desc(decks.id))
    .limit(request.limit);
}

import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { CardQuery } from '../domain/card-query.js';
import type { CardRecord } from '../domain/deck.js';
import { relatedToUser } from './access.js';
import { cardColumns } from './cards.js';
import { cardQueryCondition, starredCondition } from './card-query-sql.js';
import type { DecksDb } from './database.js';
import { groupBy } from './group-by.js';
import { cards, decks } from './tables.js';

/** Which cards of a deck are wanted. */
export interface CardPageRequest {
  query: CardQuery | null;
  tag: string | null;
  starred: boolean | null;
  /** Sort key and id of the last card of the page before. */
  after: { sortKey: number; id: string } | null;
  limit: number;
}

/** The same page of several decks in one query. */
export async function findCardPages(
  db: DecksDb,
  viewerId: string | null,
  deckIds: readonly string[],
  request: CardPageRequest,
  now: Date,
): Promise<Map<string, CardRecord[]>> {
  const conditions: (SQL | undefined)[] = [
    isNull(cards.deletedAt),
    request.query ? cardQueryCondition(request.query, viewerId, now) : undefined,
    request.tag === null ? undefined : sql`${request.tag} = any(${cards.tags})`,
    request.starred === null
      ? undefined
      : request.starred
        ? starredCondition(viewerId)
        : sql`not ${starredCondition(viewerId)}`,
    request.after
      ? sql`(${cards.sortKey}, ${cards.id}) > (${request.after.sortKey}, ${request.after.id}::uuid)`
      : undefined,
  ];
  // Lateral, so that each deck reads no further than its own page.
  const page = db
    .select(cardColumns)
    .from(cards)
    .where(and(eq(cards.deckId, decks.id), ...conditions))
    .orderBy(asc(cards.sortKey), asc(cards.id))
    .limit(request.limit)
    .as('page');
  const rows = await db
    .select({ card: page._.selectedFields })
    .from(decks)
    .innerJoinLateral(page, sql`true`)
    .where(inArray(decks.id, [...deckIds]))
    .orderBy(asc(page.deckId), asc(page.sortKey), asc(page.id));
  return groupBy(
    rows.map(({ card }) => card),
    (card) => card.deckId,
  );
}

/** Cards of the user's decks, the newest first; those created at once stay in their order. */
export async function searchCardsOf(
  db: DecksDb,
  userId: string,
  request: { query: CardQuery | null; after: { createdAt: string; sortKey: number; id: string } | null; limit: number },
  now: Date,
): Promise<CardRecord[]> {
  const { query, after } = request;
  return db
    .select(cardColumns)
    .from(cards)
    .innerJoin(decks, eq(decks.id, cards.deckId))
    .where(
      and(
        isNull(decks.deletedAt),
        isNull(cards.deletedAt),
        relatedToUser(userId, ['OWNED', 'SHARED', 'COURSE']),
        query ? cardQueryCondition(query, userId, now) : undefined,
        after
          ? sql`(${cards.createdAt} < ${after.createdAt}::timestamptz or (${cards.createdAt} = ${after.createdAt}::timestamptz
              and (${cards.sortKey}, ${cards.id}) > (${after.sortKey}, ${after.id}::uuid)))`
          : undefined,
      ),
    )
    .orderBy(sql`${cards.createdAt} desc`, asc(cards.sortKey), asc(cards.id))
    .limit(request.limit);
}

/**
 * Cards that fit a query, in an order by lot: the same seed gives the same order, so that pages fit together.
 *
 * @param request.deckId one deck, which the caller has checked; null for all that the user has to do with.
 */
export async function shuffledCardsOf(
  db: DecksDb,
  userId: string,
  request: {
    query: CardQuery | null;
    deckId: string | null;
    seed: string;
    after: { hash: string; id: string } | null;
    limit: number;
  },
  now: Date,
): Promise<{ card: CardRecord; hash: string }[]> {
  const { query, deckId, seed, after, limit } = request;
  const hash = sql`hashtextextended(${cards.id}::text, hashtextextended(${seed}, 0))`;
  return db
    .select({ card: cardColumns, hash: sql<string>`${hash}::text` })
    .from(cards)
    .innerJoin(decks, eq(decks.id, cards.deckId))
    .where(
      and(
        isNull(decks.deletedAt),
        isNull(cards.deletedAt),
        deckId === null ? relatedToUser(userId, ['OWNED', 'SHARED', 'COURSE']) : eq(cards.deckId, deckId),
        query ? cardQueryCondition(query, userId, now) : undefined,
        after ? sql`(${hash}, ${cards.id}) > (${after.hash}::bigint, ${after.id}::uuid)` : undefined,
      ),
    )
    .orderBy(hash, asc(cards.id))
    .limit(limit);
}

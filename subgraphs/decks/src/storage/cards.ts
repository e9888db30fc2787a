import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { type CardContent, type CardRecord, sortKeyGap } from '../domain/deck.js';
import { sortKeyMax } from '../domain/sort-keys.js';
import type { DecksDb } from './database.js';
import { cardMemory, cards, cardStars } from './tables.js';

/** Every column but those that only searches and deletions read. */
export const cardColumns = {
  id: cards.id,
  deckId: cards.deckId,
  sortKey: cards.sortKey,
  term: cards.term,
  definition: cards.definition,
  hint: cards.hint,
  acceptedAnswers: cards.acceptedAnswers,
  distractors: cards.distractors,
  tags: cards.tags,
  siblingKey: cards.siblingKey,
  createdAt: cards.createdAt,
  updatedAt: cards.updatedAt,
};

/** A card that was sent before, as it stands now. */
export interface KnownCard extends CardRecord {
  deletedAt: Date | null;
}

/** Cards that are not deleted, whoever asks. Callers check access to their decks. */
export async function findCardsByIds(db: DecksDb, ids: readonly string[]): Promise<CardRecord[]> {
  if (ids.length === 0) return [];
  return db
    .select(cardColumns)
    .from(cards)
    .where(and(inArray(cards.id, [...ids]), isNull(cards.deletedAt)));
}

/** Cards by id, deleted ones too. */
export async function findKnownCards(db: DecksDb, ids: readonly string[]): Promise<KnownCard[]> {
  if (ids.length === 0) return [];
  return db
    .select({ ...cardColumns, deletedAt: cards.deletedAt })
    .from(cards)
    .where(inArray(cards.id, [...ids]));
}

/** All cards of a deck in their order: for exports and imports. */
export async function findCardsOfDeck(db: DecksDb, deckId: string): Promise<CardRecord[]> {
  return db
    .select(cardColumns)
    .from(cards)
    .where(and(eq(cards.deckId, deckId), isNull(cards.deletedAt)))
    .orderBy(asc(cards.sortKey), asc(cards.id));
}

/** Cards of one page when a whole deck is gone through (count). */
const pageRowsMax = 1_000;

/** All cards of a deck in their order, page by page: however many there are, few are held at once. */
export async function* pagesOfDeck(db: DecksDb, deckId: string): AsyncGenerator<CardRecord[]> {
  for (let last: CardRecord | undefined; ;) {
    const after: SQL | undefined = last && sql`(${cards.sortKey}, ${cards.id}) > (${last.sortKey}, ${last.id}::uuid)`;
    const page: CardRecord[] = await db
      .select(cardColumns)
      .from(cards)
      .where(and(eq(cards.deckId, deckId), isNull(cards.deletedAt), after))
      .orderBy(asc(cards.sortKey), asc(cards.id))
      .limit(pageRowsMax);
    if (page.length > 0) yield page;
    if (page.length < pageRowsMax) return;
    last = page.at(-1);
  }
}

/** One JSON document carries any number of rows: bound parameters would end at 65535. */
function rowsOf(values: readonly unknown[], shape: string): SQL {
  return sql`json_to_recordset(${JSON.stringify(values)}::json) as given(${sql.raw(shape)})`;
}

const contentShape =
  'id uuid, term text, definition text, hint text, "acceptedAnswers" text[], distractors text[], tags text[], "siblingKey" text';

export interface NewCard extends Omit<CardContent, 'siblingKey'> {
  id: string;
  /** Left out, a new card stands alone, and one that is overwritten keeps its siblings. */
  siblingKey?: string | null;
}

/**
 * Adds cards at the end of a deck, in the given order; cards whose id is taken are left as they are. The caller holds
 * the deck's lock.
 *
 * @returns the ids that were new.
 */
export async function insertCards(
  tx: DecksDb,
  deckId: string,
  newCards: readonly NewCard[],
  now: Date,
): Promise<Set<string>> {
  if (newCards.length === 0) return new Set();
  const at = now.toISOString();
  const [last] = await tx.execute<{ key: number }>(sql`
    select coalesce(max(sort_key), 0) as key from cards where deck_id = ${deckId} and deleted_at is null`);
  // Keys only ever grow at the end; a deck that was refilled two million times over starts anew.
  if ((last?.key ?? 0) + newCards.length * sortKeyGap > sortKeyMax) await renumberCards(tx, deckId);
  const inserted = await tx.execute<{ id: string }>(sql`
    insert into cards (id, deck_id, sort_key, term, definition, hint, accepted_answers, distractors, tags, sibling_key, created_at, updated_at)
    select given.id, ${deckId}::uuid,
      (select coalesce(max(sort_key), 0) from cards where deck_id = ${deckId} and deleted_at is null) + given.ordinal * ${sortKeyGap},
      given.term, given.definition, given.hint, given."acceptedAnswers", given.distractors, given.tags, given."siblingKey", ${at}, ${at}
    from ${rowsOf(
      newCards.map((card, index) => ({ ...card, ordinal: index + 1 })),
      `${contentShape}, ordinal int`,
    )}
    on conflict (id) do nothing
    returning id`);
  return new Set(inserted.map(({ id }) => id));
}

/** Overwrites the content of cards. */
export async function overwriteCards(tx: DecksDb, contents: readonly NewCard[], now: Date): Promise<void> {
  if (contents.length === 0) return;
  await tx.execute(sql`
    update cards set term = given.term, definition = given.definition, hint = given.hint,
      accepted_answers = given."acceptedAnswers", distractors = given.distractors, tags = given.tags, 
      sibling_key = case when given."keepsSiblings" then cards.sibling_key else given."siblingKey" end, updated_at = ${now.toISOString()}
    from ${rowsOf(
      contents.map((card) => ({ ...card, keepsSiblings: card.siblingKey === undefined })),
      `${contentShape}, "keepsSiblings" boolean`,
    )}
    where cards.id = given.id`);
}

/** Marks cards as deleted. @returns those that were not before. */
export async function markCardsDeleted(tx: DecksDb, ids: readonly string[], now: Date): Promise<CardRecord[]> {
  return tx
    .update(cards)
    .set({ deletedAt: now })
    .where(and(inArray(cards.id, [...ids]), isNull(cards.deletedAt)))
    .returning(cardColumns);
}

/** Copies cards into another deck under new ids, order and content alike. */
export async function copyCards(
  tx: DecksDb,
  deckId: string,
  pairs: readonly { from: string; to: string }[],
  now: Date,
): Promise<void> {
  if (pairs.length === 0) return;
  const at = now.toISOString();
  await tx.execute(sql`
    insert into cards (id, deck_id, sort_key, term, definition, hint, accepted_answers, distractors, tags, sibling_key, created_at, updated_at)
    select given."to", ${deckId}::uuid, source.sort_key, source.term, source.definition, source.hint,
      source.accepted_answers, source.distractors, source.tags, source.sibling_key, ${at}, ${at}
    from ${rowsOf(pairs, '"from" uuid, "to" uuid')}
    join cards source on source.id = given."from"`);
}

/** The sort keys around a place in a deck, not counting the cards that are about to move there. */
export async function findNeighbourKeys(
  tx: DecksDb,
  deckId: string,
  afterCardId: string | null,
  movingIds: readonly string[],
): Promise<{ before: number | null; after: number | null }> {
  const [row] = await tx.execute<{ before: number | null; after: number | null }>(sql`
    with anchor as (select sort_key, id from cards where id = ${afterCardId}::uuid)
    select (select sort_key from anchor) as before, (
      select card.sort_key from cards card
      where card.deck_id = ${deckId} and card.deleted_at is null
        and card.id <> all(${uuidArray(movingIds)})
        and (not exists (select 1 from anchor) or (card.sort_key, card.id) > (select sort_key, id from anchor))
      order by card.sort_key, card.id limit 1
    ) as after`);
  return row ?? { before: null, after: null };
}

/** Numbers the cards of a deck anew with gaps between them; their order stays. */
export async function renumberCards(tx: DecksDb, deckId: string): Promise<void> {
  await tx.execute(sql`
    update cards set sort_key = numbered.place * ${sortKeyGap}
    from (select id, row_number() over (order by sort_key, id) as place from cards where deck_id = ${deckId} and deleted_at is null) numbered
    where cards.id = numbered.id`);
}

/** Puts cards at the given places of a deck, which may be another one than before. */
export async function placeCards(
  tx: DecksDb,
  deckId: string,
  places: readonly { id: string; sortKey: number }[],
  now: Date,
): Promise<void> {
  await tx.execute(sql`
    update cards set sort_key = given."sortKey", deck_id = ${deckId}::uuid,
      updated_at = case when cards.deck_id = ${deckId} then cards.updated_at else ${now.toISOString()}::timestamptz end
    from ${rowsOf(places, 'id uuid, "sortKey" int')}
    where cards.id = given.id`);
  // Memories repeat the deck of their card.
  await tx
    .update(cardMemory)
    .set({ deckId })
    .where(
      inArray(
        cardMemory.cardId,
        places.map(({ id }) => id),
      ),
    );
}

/** Place of each card in its deck, counted from 0. */
export async function findCardPositions(
  db: DecksDb,
  wanted: readonly Pick<CardRecord, 'id' | 'deckId'>[],
): Promise<Map<string, number>> {
  // The decks are named instead of looked up from the cards: without statistics the planner would count a deck once for
  // each of its cards.
  const rows = await db.execute<{ id: string; position: number }>(sql`
    select id, position::int from (
      select id, row_number() over (partition by deck_id order by sort_key, id) - 1 as position
      from cards where deleted_at is null and deck_id = any(${uuidArray(wanted.map(({ deckId }) => deckId))})
    ) numbered where id = any(${uuidArray(wanted.map(({ id }) => id))})`);
  return new Map(rows.map(({ id, position }) => [id, position]));
}

/** One parameter, whatever the number of ids. */
function uuidArray(ids: readonly string[]): SQL {
  return sql`${`{${[...new Set(ids)].join(',')}}`}::uuid[]`;
}

/** Which of these users have starred which of these cards. */
export async function findStarredCards(
  db: DecksDb,
  wanted: readonly { userId: string; cardId: string }[],
): Promise<{ userId: string; cardId: string }[]> {
  return db
    .select({ userId: cardStars.userId, cardId: cardStars.cardId })
    .from(cardStars)
    .where(
      sql`(${cardStars.userId}, ${cardStars.cardId}) in (
        select wanted."userId", wanted."cardId"
        from json_to_recordset(${JSON.stringify(wanted)}::json) as wanted("userId" uuid, "cardId" uuid))`,
    );
}

export async function setStar(db: DecksDb, userId: string, cardId: string, starred: boolean, now: Date): Promise<void> {
  if (starred) await db.insert(cardStars).values({ userId, cardId, starredAt: now }).onConflictDoNothing();
  else await db.delete(cardStars).where(and(eq(cardStars.userId, userId), eq(cardStars.cardId, cardId)));
}

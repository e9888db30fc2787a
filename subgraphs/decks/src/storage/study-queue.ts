import { type SQL, sql } from 'drizzle-orm';
import type { ReviewOrder } from '../domain/study-settings.js';
import type { DecksDb } from './database.js';

/** Candidates for the study queue. Every part is an index range with a limit, so its cost does not grow with the history. */

/** A deck in the queue, and how much of it today still allows. */
export interface QueueDeck {
  deckId: string;
  newCardsMax: number;
  reviewsMax: number;
  order: ReviewOrder;
  /** Learning cards due until then may be shown already. */
  aheadUntil: Date;
  /** Of the cards of one note only one is shown a day. */
  burySiblings: boolean;
}

export interface QueueMoment {
  now: Date;
  /** The learner's day, and when it ends: reviews are due by the day. */
  today: string;
  dayEnd: Date;
}

export type QueuePart = 'LEARNING' | 'AHEAD' | 'REVIEW' | 'NEW';

export interface QueueCandidate {
  part: QueuePart;
  cardId: string;
  deckId: string;
}

/** Waiting cards of a deck, counted up to what the day allows. */
export interface QueueWaiting {
  deckId: string;
  learning: number;
  reviews: number;
  newCards: number;
  /** Whether there are more of them, for which the day has no room. */
  moreReviews: boolean;
  moreNewCards: boolean;
  /** The next learning step after the learn-ahead time. */
  nextStepDue: Date | null;
  /** The first review that is due on a later day. */
  nextReviewDue: Date | null;
}

/** Learning cards that are counted (count): nobody has more at a time. */
const learningCountMax = 10_000;

/** The first candidates of each part, in the order in which to show them. */
export async function findQueueCandidates(
  db: DecksDb,
  userId: string,
  decks: readonly QueueDeck[],
  moment: QueueMoment,
  first: number,
): Promise<QueueCandidate[]> {
  if (decks.length === 0) return [];
  const parts = [
    learningPart(userId, moment, first),
    reviewPart(userId, moment, first, orderOf(decks)),
    newPart(userId, moment, first),
  ];
  const rows = await db.execute<{ part: QueuePart; card_id: string; deck_id: string }>(sql`
    with wanted as (${wanted(decks)}) ${sql.join(parts, sql` union all `)}`);
  return rows.map((row) => ({ part: row.part, cardId: row.card_id, deckId: row.deck_id }));
}

/** How much waits in each deck, and when more comes. */
export async function countWaiting(
  db: DecksDb,
  userId: string,
  decks: readonly QueueDeck[],
  moment: QueueMoment,
): Promise<QueueWaiting[]> {
  if (decks.length === 0) return [];
  const counted = (where: SQL, limit: SQL) =>
    sql`(select count(*)::int from (select 1 from ${studied} where ${ofDeck(userId, moment)} and ${where} limit ${limit}) counted)`;
  const rows = await db.execute<{
    deck_id: string;
    learning: number;
    reviews: number;
    new_cards: number;
    next_step_due: string | null;
    next_review_due: string | null;
    new_max: number;
    review_max: number;
  }>(sql`
    with wanted as (${wanted(decks)})
    select wanted.deck_id, wanted.new_max, wanted.review_max,
      ${counted(sql`memory.state in (1, 3) and memory.due <= wanted.ahead_until`, sql`${learningCountMax}::int`)} as learning,
      ${counted(sql`memory.state = 2 and memory.due < ${iso(moment.dayEnd)} and ${noSiblingOfReview(userId, moment)}`, sql`wanted.review_max + 1`)} as reviews,
      (select count(*)::int from (select 1 from ${newCards(userId, moment)} limit wanted.new_max + 1) counted) as new_cards,
      (select min(due) from card_memory memory where ${ofDeckOnly(userId)} and memory.state in (1, 3) and memory.due > wanted.ahead_until
        and (memory.due >= ${iso(moment.dayEnd)} or not ${buried(moment)})) as next_step_due,
      (select min(due) from card_memory memory where ${ofDeckOnly(userId)} and memory.state = 2 and memory.due >= ${iso(moment.dayEnd)}) as next_review_due
    from wanted`);
  return rows.map((row) => ({
    deckId: row.deck_id,
    learning: row.learning,
    reviews: Math.min(row.reviews, row.review_max),
    newCards: Math.min(row.new_cards, row.new_max),
    moreReviews: row.reviews > row.review_max,
    moreNewCards: row.new_cards > row.new_max,
    nextStepDue: instant(row.next_step_due),
    nextReviewDue: instant(row.next_review_due),
  }));
}

/**
 * Decks in which cards that could be studied today are kept for tomorrow: buried by hand, or hidden behind a sibling. Looks
 * through all cards of the decks, so it is asked only when nothing else tells when to come back.
 */
export async function findDecksWithHidden(
  db: DecksDb,
  userId: string,
  decks: readonly QueueDeck[],
  moment: QueueMoment,
): Promise<{ deckId: string; reviews: boolean; newCards: boolean }[]> {
  if (decks.length === 0) return [];
  const rows = await db.execute<{ deck_id: string; reviews: boolean; new_cards: boolean }>(sql`
    with wanted as (${wanted(decks)})
    select wanted.deck_id,
      exists (select 1 from ${studied} where ${ofDeckOnly(userId)} and memory.state <> 0 and memory.due < ${iso(moment.dayEnd)}
        and (${buried(moment)} or (memory.state = 2 and not ${noSiblingOfReview(userId, moment)}))) as reviews,
      exists (select 1 from ${unstudied(userId)}
        and (coalesce(${buried(moment)}, false) or not ${noSiblingOfNew(userId, moment)})) as new_cards
    from wanted`);
  return rows.map((row) => ({ deckId: row.deck_id, reviews: row.reviews, newCards: row.new_cards }));
}

/** Decks of which a learner has studied a card: jumps through the index from deck to deck. */
export async function findStudiedDecks(db: DecksDb, userId: string): Promise<string[]> {
  const next = (after: SQL) =>
    sql`select min(deck_id::text)::uuid from (
      select deck_id from card_memory where user_id = ${userId} and ${after} order by deck_id limit 1) first`;
  const rows = await db.execute<{ deck_id: string }>(sql`
    with recursive found(deck_id) as (
      (${next(sql`true`)})
      union all
      select (${next(sql`deck_id > found.deck_id`)}) from found where found.deck_id is not null
    )
    select deck_id from found where deck_id is not null`);
  return rows.map((row) => row.deck_id);
}

function wanted(decks: readonly QueueDeck[]): SQL {
  const rows = decks.map((deck) => ({
    deck_id: deck.deckId,
    new_max: deck.newCardsMax,
    review_max: deck.reviewsMax,
    ahead_until: deck.aheadUntil,
    bury_siblings: deck.burySiblings,
  }));
  return sql`select * from json_to_recordset(${JSON.stringify(rows)}::json)
    as row(deck_id uuid, new_max int, review_max int, ahead_until timestamptz, bury_siblings boolean)`;
}

/** Other cards of the same note, with what the learner remembers of them; through the index of siblings. */
function siblings(userId: string): SQL {
  return sql`cards sibling left join card_memory other on other.user_id = ${userId} and other.card_id = sibling.id
    where sibling.deck_id = card.deck_id and sibling.sibling_key = card.sibling_key and sibling.id <> card.id
      and sibling.deleted_at is null and not coalesce(other.suspended, false)`;
}

/** Whether a sibling was studied today or is in its steps. */
function siblingBusy({ today }: QueueMoment): SQL {
  return sql`(other.last_review_day = ${today} or other.state in (1, 3))`;
}

function hidden({ today }: QueueMoment): SQL {
  return sql`(other.buried_until is not null and other.buried_until > ${today})`;
}

/** True for a due review unless a sibling had its turn today, or has it before this one. */
function noSiblingOfReview(userId: string, moment: QueueMoment): SQL {
  return sql`(card.sibling_key is null or not wanted.bury_siblings or not exists (select 1 from ${siblings(userId)}
    and (${siblingBusy(moment)} or (other.state = 2 and other.due < ${iso(moment.dayEnd)} and not ${hidden(moment)}
      and (other.due, other.card_id) < (memory.due, memory.card_id)))))`;
}

/** True for a new card unless a sibling had its turn today, is due today, or stands before this one in the deck. */
function noSiblingOfNew(userId: string, moment: QueueMoment): SQL {
  return sql`(card.sibling_key is null or not wanted.bury_siblings or not exists (select 1 from ${siblings(userId)}
    and (coalesce(${siblingBusy(moment)}, false) or (other.state = 2 and other.due < ${iso(moment.dayEnd)} and not ${hidden(moment)})
      or (coalesce(other.state, 0) = 0 and not coalesce(${hidden(moment)}, false)
        and (sibling.sort_key, sibling.id) < (card.sort_key, card.id)))))`;
}

const studied = sql`card_memory memory join cards card on card.id = memory.card_id and card.deleted_at is null`;

function ofDeckOnly(userId: string): SQL {
  return sql`memory.user_id = ${userId} and memory.deck_id = wanted.deck_id and not memory.suspended`;
}

function ofDeck(userId: string, moment: QueueMoment): SQL {
  return sql`${ofDeckOnly(userId)} and not ${buried(moment)}`;
}

/** Whether a card is hidden by hand until a later day. */
function buried({ today }: QueueMoment): SQL {
  return sql`(memory.buried_until is not null and memory.buried_until > ${today})`;
}

/** Cards that were never studied and are not suspended. */
function unstudied(userId: string): SQL {
  return sql`cards card
    left join card_memory memory on memory.user_id = ${userId} and memory.card_id = card.id
    where card.deck_id = wanted.deck_id and card.deleted_at is null
      and (memory.card_id is null or (memory.state = 0 and not memory.suspended))`;
}

function newCards(userId: string, moment: QueueMoment): SQL {
  return sql`${unstudied(userId)} and not ${buried(moment)} and ${noSiblingOfNew(userId, moment)}`;
}

function learningPart(userId: string, moment: QueueMoment, first: number): SQL {
  return sql`
    (select case when due <= ${iso(moment.now)} then 'LEARNING' else 'AHEAD' end as part, learning.card_id, wanted.deck_id
    from wanted cross join lateral (
      select memory.card_id, memory.due from ${studied}
      where ${ofDeck(userId, moment)} and memory.state in (1, 3) and memory.due <= wanted.ahead_until
      order by memory.due, memory.card_id limit ${first}
    ) learning
    order by learning.due, learning.card_id limit ${first})`;
}

function reviewPart(userId: string, moment: QueueMoment, first: number, order: ReviewOrder): SQL {
  const by: Record<ReviewOrder, SQL> = {
    DUE: sql`extract(epoch from memory.due)`,
    // Retrievability falls with the elapsed time in stabilities, so the quotient orders as well as the curve does.
    RETRIEVABILITY: sql`-extract(epoch from ${iso(moment.now)} - memory.last_review) / memory.stability`,
    RANDOM: sql`hashtextextended(memory.card_id::text, hashtextextended(${moment.today}, 0))`,
    ADDED: sql`card.sort_key`,
  };
  // By the plain column where it can be, so that the index gives the order and the limit ends the scan.
  const inDeck = order === 'DUE' ? sql`memory.due` : by[order];
  return sql`
    (select 'REVIEW' as part, review.card_id, wanted.deck_id
    from wanted cross join lateral (
      select memory.card_id, ${by[order]} as place from ${studied}
      where ${ofDeck(userId, moment)} and memory.state = 2 and memory.due < ${iso(moment.dayEnd)}
        and ${noSiblingOfReview(userId, moment)}
      order by ${inDeck}, memory.card_id limit least(${first}, wanted.review_max)
    ) review
    order by review.place, review.card_id limit ${first})`;
}

function newPart(userId: string, moment: QueueMoment, first: number): SQL {
  return sql`
    (select 'NEW' as part, fresh.card_id, wanted.deck_id
    from wanted cross join lateral (
      select card.id as card_id, card.sort_key from ${newCards(userId, moment)}
      order by card.sort_key, card.id limit least(${first}, wanted.new_max)
    ) fresh
    order by wanted.deck_id, fresh.sort_key, fresh.card_id limit ${first})`;
}

/** The order that the decks agree on; decks studied together in different orders are shown by what is due. */
function orderOf(decks: readonly QueueDeck[]): ReviewOrder {
  const orders = new Set(decks.map(({ order }) => order));
  const [only] = orders;
  return orders.size === 1 && only !== undefined ? only : 'DUE';
}

function iso(at: Date): SQL {
  return sql`${at.toISOString()}::timestamptz`;
}

function instant(value: string | null): Date | null {
  return value === null ? null : new Date(value);
}

import type { ClickHouseClient } from '@clickhouse/client';
import type { RuzletEvent } from '@ruzlet/contracts/registry';
import { z } from 'zod';
import { cardCells, cellSettings, intoTotals, learnerCells } from './total-cells.js';

/** Reviews whose cells are reckoned by one statement (count); their ids travel in its parameters, which are part of a URL. */
const reckonReviewsMax = 500;

/** Where a review counts: its learner, deck, card and day. */
interface Place {
  userId: string;
  deckId: string;
  cardId: string;
  day: string;
}

/** What a batch changed in `totals`. */
export interface TouchedReviews {
  reviewed: Place[];
  /** The day of an undone review stands in `deck_reviews`. */
  undone: (Omit<Place, 'day'> & { reviewId: string })[];
}

export function touchedReviews(events: readonly RuzletEvent[]): TouchedReviews {
  const reviewed = new Map<string, Place>();
  const undone = new Map<string, TouchedReviews['undone'][number]>();
  for (const { type, data } of events) {
    if (type === 'ruzlet.learning.card.reviewed.v1') {
      const { userId, deckId, cardId, localDay: day } = data;
      reviewed.set(`${userId} ${deckId} ${cardId} ${day}`, { userId, deckId, cardId, day });
    } else if (type === 'ruzlet.learning.review.undone.v1') {
      const { userId, deckId, cardId, reviewId } = data;
      undone.set(`${userId} ${reviewId}`, { userId, deckId, cardId, reviewId });
    }
  }
  return { reviewed: [...reviewed.values()], undone: [...undone.values()] };
}

const touchedStatement = `${intoTotals('totals')}
    WITH touched AS (
      SELECT place.1 AS user_id, place.2 AS deck_id, place.3 AS card_id, place.4 AS local_day
      FROM (SELECT arrayJoin(arrayZip(
        {users:Array(UUID)}, {decks:Array(UUID)}, {cards:Array(UUID)}, {days:Array(Date)}
      )) AS place)
    )
    ${learnerCells('user_id IN {users:Array(UUID)}', 'touched')}
    UNION ALL
    ${cardCells('deck_id IN {decks:Array(UUID)} AND card_id IN {cards:Array(UUID)}', 'touched')}
    ${cellSettings}`;

/** Not from the raw events: these may be kept for a limited time, and a review may be taken back at any. */
const undonePlaces = `
    SELECT DISTINCT user_id AS userId, deck_id AS deckId, card_id AS cardId, local_day AS day
    FROM deck_reviews
    WHERE deck_id IN {decks:Array(UUID)} AND card_id IN {cards:Array(UUID)} AND local_day > toDate('1970-01-01')
      AND user_id IN {users:Array(UUID)} AND review_id IN {reviews:Array(UUID)}`;

const placeRows = z.array(z.object({ userId: z.string(), deckId: z.string(), cardId: z.string(), day: z.iso.date() }));

/** Reckons what a batch touched. Call it after the batch is in ClickHouse; to call it again changes nothing. */
export async function reckonTotals(writer: ClickHouseClient, { reviewed, undone }: TouchedReviews): Promise<void> {
  const places = [...reviewed];
  for (const some of portions(undone)) {
    const result = await writer.query({
      query: undonePlaces,
      query_params: {
        users: some.map(({ userId }) => userId),
        decks: some.map(({ deckId }) => deckId),
        cards: some.map(({ cardId }) => cardId),
        reviews: some.map(({ reviewId }) => reviewId),
      },
      format: 'JSONEachRow',
    });
    places.push(...placeRows.parse(await result.json()));
  }
  for (const some of portions(places)) {
    await writer.command({
      query: touchedStatement,
      query_params: {
        users: some.map(({ userId }) => userId),
        decks: some.map(({ deckId }) => deckId),
        cards: some.map(({ cardId }) => cardId),
        days: some.map(({ day }) => day),
      },
    });
  }
}

function* portions<T>(all: readonly T[]): Generator<T[]> {
  for (let from = 0; from < all.length; from += reckonReviewsMax) yield all.slice(from, from + reckonReviewsMax);
}

/** Reckons all cells of the learners whose ids lie between two ids, both included. @param table where they are written. */
export async function reckonTotalsOfRange(
  writer: ClickHouseClient,
  from: string,
  to: string,
  table = 'totals',
): Promise<void> {
  const query = `${intoTotals(table)} ${learnerCells('user_id BETWEEN {from:UUID} AND {to:UUID}')} ${cellSettings}`;
  await writer.command({ query, query_params: { from, to } });
}

/** Reckons all cells of the cards of decks whose ids lie between two ids, both included. @param table where they are written. */
export async function reckonCardsOfRange(
  writer: ClickHouseClient,
  from: string,
  to: string,
  table = 'totals',
): Promise<void> {
  const query = `${intoTotals(table)} ${cardCells('deck_id BETWEEN {from:UUID} AND {to:UUID}')} ${cellSettings}`;
  await writer.command({ query, query_params: { from, to } });
}

/** Reckons the cells of all cards that a learner reviewed, on the days of these reviews: what stands in `reviews` tells which. */
export async function reckonCardsOfLearner(writer: ClickHouseClient, userId: string): Promise<void> {
  const reviewed = '(SELECT DISTINCT deck_id, card_id, local_day FROM reviews WHERE user_id = {userId:UUID})';
  const cards = `(deck_id, card_id) IN (SELECT deck_id, card_id FROM reviews WHERE user_id = {userId:UUID})`;
  await writer.command({
    query: `${intoTotals('totals')} ${cardCells(cards, reviewed)} ${cellSettings}`,
    query_params: { userId },
  });
}

import { sql } from 'drizzle-orm';
import type { DecksDb } from './database.js';

/** The forgetting curve by a deck's weights: R(t, S) = (1 + factor · t / S) ^ decay. */
export interface ForgettingCurve {
  decay: number;
  factor: number;
}

/** How far a learner is with a deck (counts of cards). */
export interface DeckProgress {
  new: number;
  learning: number;
  due: number;
  suspended: number;
  mastered: number;
  averageRetrievability: number | null;
}

/** Days of interval from which a learned card counts as mastered. */
const masteredIntervalDaysMin = 21;

/** A learner's deck, the end of the learner's day, and how they forget what is in it. */
export interface ProgressRequest {
  userId: string;
  deckId: string;
  dayEnd: Date;
  curve: ForgettingCurve;
}

/** Progress of learners with decks: as many statements for many as for one. Decks that are gone are left out. */
export async function findProgress(
  db: DecksDb,
  requests: readonly ProgressRequest[],
  now: Date,
): Promise<{ userId: string; deckId: string; progress: DeckProgress }[]> {
  const wanted = JSON.stringify(
    requests.map(({ curve, dayEnd, ...deck }) => ({ ...deck, ...curve, dayEnd: dayEnd.toISOString() })),
  );
  const at = now.toISOString();
  const [first] = requests;
  // A learner who asks alone is named: the planner knows then how many memories one has.
  const alone = first !== undefined && requests.every(({ userId: id }) => id === first.userId);
  const userId = alone ? sql`${first.userId}::uuid` : sql`wanted."userId"`;
  const rows = await db.execute<
    { user_id: string; deck_id: string } & Record<
      Exclude<keyof DeckProgress, 'averageRetrievability'> | 'touched',
      number
    > & {
        recall: number | null;
      }
  >(sql`
    select memory.user_id, memory.deck_id,
      count(*)::int as touched,
      (count(*) filter (where memory.state = 0 and not memory.suspended))::int as new,
      (count(*) filter (where memory.state in (1, 3) and not memory.suspended))::int as learning,
      (count(*) filter (where memory.state = 2 and not memory.suspended and memory.due < wanted."dayEnd"))::int as due,
      (count(*) filter (where memory.suspended))::int as suspended,
      (count(*) filter (where memory.state = 2 and not memory.suspended and memory.scheduled_days >= ${masteredIntervalDaysMin}))::int as mastered,
      avg(power(1 + wanted.factor * greatest(0, extract(epoch from ${at}::timestamptz - memory.last_review)::float8 / 86400) / memory.stability, wanted.decay))
        filter (where memory.state <> 0 and not memory.suspended) as recall
    from json_to_recordset(${wanted}::json)
      as wanted("userId" uuid, "deckId" uuid, decay float8, factor float8, "dayEnd" timestamptz)
    join card_memory memory on memory.user_id = ${userId} and memory.deck_id = wanted."deckId"
    join cards card on card.id = memory.card_id and card.deleted_at is null
    group by memory.user_id, memory.deck_id`);
  const counts = await db.execute<{ id: string; card_count: number }>(sql`
    select id, card_count from decks
    where id in (select value::uuid from json_array_elements_text(${JSON.stringify([...new Set(requests.map(({ deckId }) => deckId))])}::json) value)`);
  const byLearner = new Map(rows.map((row) => [`${row.user_id} ${row.deck_id}`, row]));
  const cardCounts = new Map(counts.map(({ id, card_count: cardCount }) => [id, cardCount]));
  return requests.flatMap(({ userId: learnerId, deckId }) => {
    const cardCount = cardCounts.get(deckId);
    if (cardCount === undefined) return [];
    const row = byLearner.get(`${learnerId} ${deckId}`);
    const progress: DeckProgress = {
      new: Math.max(0, cardCount - (row?.touched ?? 0)) + (row?.new ?? 0),
      learning: row?.learning ?? 0,
      due: row?.due ?? 0,
      suspended: row?.suspended ?? 0,
      mastered: row?.mastered ?? 0,
      averageRetrievability: row?.recall ?? null,
    };
    return [{ userId: learnerId, deckId, progress }];
  });
}

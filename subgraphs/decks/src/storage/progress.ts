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

/** Progress by deck, all decks in one query. */
export async function findProgress(
  db: DecksDb,
  userId: string,
  deckIds: readonly string[],
  moment: { now: Date; dayEnd: Date; curves: ReadonlyMap<string, ForgettingCurve> },
): Promise<Map<string, DeckProgress>> {
  const wanted = JSON.stringify(deckIds.map((id) => ({ id, ...moment.curves.get(id) })));
  const now = moment.now.toISOString();
  const rows = await db.execute<
    { deck_id: string } & Record<Exclude<keyof DeckProgress, 'averageRetrievability'> | 'touched', number> & {
        recall: number | null;
      }
  >(sql`
    select memory.deck_id,
      count(*)::int as touched,
      (count(*) filter (where memory.state = 0 and not memory.suspended))::int as new,
      (count(*) filter (where memory.state in (1, 3) and not memory.suspended))::int as learning,
      (count(*) filter (where memory.state = 2 and not memory.suspended and memory.due < ${moment.dayEnd.toISOString()}))::int as due,
      (count(*) filter (where memory.suspended))::int as suspended,
      (count(*) filter (where memory.state = 2 and not memory.suspended and memory.scheduled_days >= ${masteredIntervalDaysMin}))::int as mastered,
      avg(power(1 + wanted.factor * greatest(0, extract(epoch from ${now}::timestamptz - memory.last_review)::float8 / 86400) / memory.stability, wanted.decay))
        filter (where memory.state <> 0 and not memory.suspended) as recall
    from json_to_recordset(${wanted}::json) as wanted(id uuid, decay float8, factor float8)
    join card_memory memory on memory.user_id = ${userId} and memory.deck_id = wanted.id
    join cards card on card.id = memory.card_id and card.deleted_at is null
    group by memory.deck_id`);
  const counts = await db.execute<{ id: string; card_count: number }>(sql`
    select id, card_count from decks
    where id in (select value::uuid from json_array_elements_text(${JSON.stringify(deckIds)}::json) value)`);
  const byDeck = new Map(rows.map((row) => [row.deck_id, row]));
  return new Map(
    counts.map(({ id, card_count: cardCount }) => {
      const row = byDeck.get(id);
      return [
        id,
        {
          new: Math.max(0, cardCount - (row?.touched ?? 0)) + (row?.new ?? 0),
          learning: row?.learning ?? 0,
          due: row?.due ?? 0,
          suspended: row?.suspended ?? 0,
          mastered: row?.mastered ?? 0,
          averageRetrievability: row?.recall ?? null,
        },
      ];
    }),
  );
}

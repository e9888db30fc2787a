import { sql } from 'drizzle-orm';
import type { DecksDb } from './database.js';

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
  moment: { now: Date; dayEnd: Date; curve: { decay: number; factor: number } },
): Promise<Map<string, DeckProgress>> {
  const { decay, factor } = moment.curve;
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
      avg(power(1 + ${factor}::float8 * greatest(0, extract(epoch from ${now}::timestamptz - memory.last_review)::float8 / 86400) / memory.stability, ${decay}::float8))
        filter (where memory.state <> 0 and not memory.suspended) as recall
    from card_memory memory join cards card on card.id = memory.card_id and card.deleted_at is null
    where memory.user_id = ${userId}
      and memory.deck_id in (select value::uuid from json_array_elements_text(${JSON.stringify(deckIds)}::json) value)
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

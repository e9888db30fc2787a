import { sql } from 'drizzle-orm';
import type { DecksDb } from './database.js';

/** How full the days ahead are in a deck: learned cards by days from today; one index range. */
export async function findDayLoads(
  db: DecksDb,
  userId: string,
  deckId: string,
  dayEnd: Date,
): Promise<Map<number, number>> {
  const from = dayEnd.toISOString();
  const rows = await db.execute<{ ahead: number; cards: number }>(sql`
    select floor(extract(epoch from due - ${from}::timestamptz) / 86400)::int + 1 as ahead, count(*)::int as cards
    from card_memory
    where user_id = ${userId} and deck_id = ${deckId} and not suspended and state = 2 and due >= ${from}::timestamptz
    group by 1`);
  return new Map(rows.map((row) => [row.ahead, row.cards]));
}

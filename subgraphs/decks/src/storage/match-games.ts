import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { MatchScore, MatchTile } from '../domain/match.js';
import type { DecksDb } from './database.js';
import { matchGames } from './tables.js';

/** Games of Match. */

export interface MatchGameRecord {
  id: string;
  userId: string;
  deckId: string;
  board: MatchTile[];
  startedAt: Date;
  finishedAt: Date | null;
  score: MatchScore | null;
  movesFingerprint: string | null;
}

const boardSchema: z.ZodType<MatchTile[]> = z.array(z.object({ id: z.string(), text: z.string(), cardId: z.string() }));
const faultSchema = z.enum(['TOO_FAST', 'STOPWATCH', 'TOO_LATE']).nullable();

function fromRow(row: typeof matchGames.$inferSelect): MatchGameRecord {
  const { id, userId, deckId, startedAt, finishedAt, scoreMs, wrongMoves, movesFingerprint } = row;
  const score =
    scoreMs === null || wrongMoves === null ? null : { scoreMs, wrongMoves, fault: faultSchema.parse(row.fault) };
  return { id, userId, deckId, startedAt, finishedAt, movesFingerprint, score, board: boardSchema.parse(row.board) };
}

/** Adds a game unless its id is taken. @returns false when it was. */
export async function insertMatchGame(tx: DecksDb, game: MatchGameRecord): Promise<boolean> {
  const { id, userId, deckId, board, startedAt } = game;
  const rows = await tx
    .insert(matchGames)
    .values({ id, userId, deckId, board, startedAt })
    .onConflictDoNothing()
    .returning({ id: matchGames.id });
  return rows.length > 0;
}

/** A game, whoever's it is. */
export async function findMatchGame(db: DecksDb, id: string): Promise<MatchGameRecord | undefined> {
  const [row] = await db.select().from(matchGames).where(eq(matchGames.id, id));
  return row && fromRow(row);
}

/** Keeps the result of a game that was not finished. @returns false when it was. */
export async function saveMatchScore(
  tx: DecksDb,
  id: string,
  result: { score: MatchScore; finishedAt: Date; movesFingerprint: string },
): Promise<boolean> {
  const { score, finishedAt, movesFingerprint } = result;
  const rows = await tx
    .update(matchGames)
    .set({ ...score, counts: score.fault === null, finishedAt, movesFingerprint })
    .where(and(eq(matchGames.id, id), isNull(matchGames.finishedAt)))
    .returning({ id: matchGames.id });
  return rows.length > 0;
}

/** A learner's best games of a deck, the fastest first. */
export async function findBestMatchGames(
  db: DecksDb,
  userId: string,
  deckId: string,
  limit: number,
): Promise<MatchGameRecord[]> {
  const rows = await db
    .select()
    .from(matchGames)
    .where(and(eq(matchGames.userId, userId), eq(matchGames.deckId, deckId), eq(matchGames.counts, true)))
    .orderBy(asc(matchGames.scoreMs), asc(matchGames.finishedAt), asc(matchGames.id))
    .limit(limit);
  return rows.map(fromRow);
}

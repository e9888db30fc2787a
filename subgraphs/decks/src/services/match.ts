import { createHash, randomUUID } from 'node:crypto';
import { badInput, conflict, notFound } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { localDay } from '@ruzlet/platform/localtime';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { pageArgs } from '@ruzlet/platform/pagination';
import { parseInput } from '@ruzlet/platform/validation';
import type { DeckRecord } from '../domain/deck.js';
import { makeBoard, moveFaults, type MatchMove, scoreMatch } from '../domain/match.js';
import { seededRandom } from '../domain/random.js';
import type { DecksDb } from '../storage/database.js';
import {
  findBestMatchGames,
  findMatchGame,
  insertMatchGame,
  type MatchGameRecord,
  saveMatchScore,
} from '../storage/match-games.js';
import { lockStudy } from '../storage/memory.js';
import { drawCards } from '../storage/practice-tests.js';
import { idTaken, requireDeck, requireSignIn } from './deck-access.js';
import { matchFinishedEvent, matchStartedEvent } from './learning-events.js';
import type { ReviewContext } from './review-cards.js';
import { finishMatchInput, startMatchInput } from './session-inputs.js';

/** Match: the board is kept and the time taken here. */

/** Cards from which a board is drawn (count): more than it holds, because some cannot lie side by side. */
const boardPoolCardsMax = 60;

/**
 * Deals a board and starts the clock. The same id sent again is the same game: the clock does not start anew.
 *
 * @throws AppError BAD_USER_INPUT when the deck has too few cards that differ; CONFLICT when the id is of another game.
 */
export async function startMatch(
  ctx: ReviewContext,
  args: { deckId: string; id?: string | null | undefined },
): Promise<MatchGameRecord> {
  const { userId } = requireSignIn(ctx);
  const { deckId, id } = parseInput(startMatchInput, args, []);
  const { deck } = await requireDeck(ctx, deckId, 'VIEW');
  const now = ctx.clock.now();
  const seed = randomUUID();
  const pool = await drawCards(ctx.db, deck.id, { starredBy: null, seed, limit: boardPoolCardsMax });
  const board = makeBoard(pool, seededRandom(seed), randomUUID);
  if (!board) throw badInput([{ path: ['deckId'], message: 'needs at least two cards that differ on both sides' }]);
  const game: MatchGameRecord = {
    id: id ?? newId(now),
    userId,
    deckId: deck.id,
    board,
    startedAt: now,
    finishedAt: null,
    score: null,
    movesFingerprint: null,
  };
  const dealt = await ctx.db.transaction(async (tx) => {
    if (!(await insertMatchGame(tx, game))) return false;
    const data = {
      gameId: game.id,
      userId,
      deckId: deck.id,
      pairs: board.length / 2,
      startedAt: now.toISOString(),
    };
    await appendEvents(tx, [matchStartedEvent(data, { requestId: ctx.requestId, now })]);
    return true;
  });
  if (dealt) return game;
  const known = await findMatchGame(ctx.db, game.id);
  if (known?.userId !== userId || known.deckId !== deck.id) throw idTaken('game');
  return known;
}

/**
 * Ends a game: the time is the server's, the moves are checked against the board. A game that nobody can have played
 * ends too, but does not count.
 *
 * @throws AppError NOT_FOUND for a game that is not the viewer's; BAD_USER_INPUT for moves that do not clear the board;
 *   CONFLICT when it was finished with other moves.
 */
export async function finishMatch(ctx: ReviewContext, input: unknown): Promise<MatchGameRecord> {
  const { userId } = requireSignIn(ctx);
  // Taken before anything else: what the server does meanwhile is not the player's time.
  const now = ctx.clock.now();
  const { gameId, moves } = parseInput(finishMatchInput, input);
  const { timeZone, dayStartsAt } = await ctx.study.learner();
  const movesFingerprint = fingerprint(moves);
  return ctx.db.transaction(async (tx) => {
    await lockStudy(tx, userId);
    const game = await requireOwnGame(tx, gameId, userId);
    if (game.finishedAt) {
      if (game.movesFingerprint === movesFingerprint) return game;
      throw conflict('The game was finished already, with other moves: its result stands.');
    }
    const faults = moveFaults(game.board, moves);
    if (faults.length > 0) {
      throw badInput(faults.map(({ path, message }) => ({ path: ['input', 'moves', ...path], message })));
    }
    const score = scoreMatch(game.board, moves, Math.max(0, now.getTime() - game.startedAt.getTime()));
    if (!(await saveMatchScore(tx, gameId, { score, finishedAt: now, movesFingerprint }))) throw notFound('game');
    const event = matchFinishedEvent(
      {
        gameId,
        userId,
        deckId: game.deckId,
        pairs: game.board.length / 2,
        wrongMoves: score.wrongMoves,
        scoreMs: score.scoreMs,
        counts: score.fault === null,
        startedAt: game.startedAt.toISOString(),
        finishedAt: now.toISOString(),
        localDay: localDay(now, timeZone, dayStartsAt),
      },
      { requestId: ctx.requestId, now },
    );
    await appendEvents(tx, [event]);
    return { ...game, score, finishedAt: now, movesFingerprint };
  });
}

/** The viewer's best games of a deck, the fastest first; only those that count. */
export async function bestMatches(
  ctx: ReviewContext,
  deck: DeckRecord,
  args: { first?: number | null | undefined },
): Promise<MatchGameRecord[]> {
  const { first } = pageArgs(args);
  return ctx.viewer ? findBestMatchGames(ctx.db, ctx.viewer.userId, deck.id, first) : [];
}

/** Whether no counted game of the viewer on the deck was faster than this one. */
export async function isBestMatch(ctx: ReviewContext, game: MatchGameRecord): Promise<boolean> {
  if (game.score?.fault !== null) return false;
  const [best] = await findBestMatchGames(ctx.db, game.userId, game.deckId, 1);
  return best?.id === game.id;
}

async function requireOwnGame(tx: DecksDb, id: string, userId: string): Promise<MatchGameRecord> {
  const game = await findMatchGame(tx, id);
  if (game?.userId !== userId) throw notFound('game');
  return game;
}

function fingerprint(moves: readonly MatchMove[]): string {
  return createHash('sha256')
    .update(JSON.stringify(moves.map(({ tileIds, atMs }) => [tileIds, atMs])))
    .digest('hex');
}

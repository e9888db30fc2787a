import { normaliseAnswer } from './answer-text.js';
import { shuffled } from './random.js';
import type { Random } from './random.js';
import { isBlank } from './text.js';

/** Match: terms and definitions lie mixed on a board; the faster they are paired, the better. Pure. */

/** Pairs of a board (count). */
export const matchPairsMax = 6;
export const matchPairsMin = 2;
/** Each wrong pair costs this much (milliseconds). */
export const wrongMovePenaltyMs = 1_000;
/** Faster than this for each pair nobody reads two tiles and taps them (milliseconds). */
export const pairMsMin = 300;
/** A client's stopwatch may run ahead of the server's, which also counts the way there and back, by this much (milliseconds). */
export const stopwatchToleranceMs = 1_000;
/** A game that takes longer has been left lying (milliseconds). */
export const matchGameMsMax = 30 * 60_000;
/** Moves of a game (count). */
export const matchMovesMax = 200;

export interface MatchTile {
  id: string;
  text: string;
  /** Tiles of the same card belong together. */
  cardId: string;
}

export interface MatchMove {
  tileIds: readonly [string, string];
  /** Milliseconds from the start, by the client's stopwatch. */
  atMs: number;
}

/** A board, or undefined when there are too few cards that can be told apart. */
export function makeBoard(
  pool: readonly { id: string; term: string; definition: string }[],
  random: Random,
  newId: () => string,
): MatchTile[] | undefined {
  const texts = new Set<string>();
  const tiles: MatchTile[] = [];
  for (const { id: cardId, term, definition } of pool) {
    if (tiles.length === 2 * matchPairsMax) break;
    const keys = [term, definition].map((text) => normaliseAnswer(text, null));
    // No text may lie on the board twice, whichever side it is from: nobody could tell which tile belongs where.
    const distinct = new Set(keys).size === 2 && keys.every((key) => !texts.has(key));
    if (isBlank(term) || isBlank(definition) || !distinct) continue;
    for (const key of keys) texts.add(key);
    tiles.push({ id: newId(), text: term, cardId }, { id: newId(), text: definition, cardId });
  }
  return tiles.length < 2 * matchPairsMin ? undefined : shuffled(tiles, random);
}

/** What of the moves cannot have happened on this board. Empty when they pair every tile. */
export function moveFaults(
  board: readonly MatchTile[],
  moves: readonly MatchMove[],
): { path: (string | number)[]; message: string }[] {
  const lying = new Map(board.map((tile) => [tile.id, tile]));
  let lastMs = 0;
  for (const [index, { tileIds, atMs }] of moves.entries()) {
    const [left, right] = [lying.get(tileIds[0]), lying.get(tileIds[1])];
    if (!left || !right || left === right) {
      return [{ path: [index, 'tileIds'], message: 'must be two tiles that lie on the board' }];
    }
    if (atMs < lastMs) return [{ path: [index, 'atMs'], message: 'lies before the move before' }];
    lastMs = atMs;
    if (left.cardId !== right.cardId) continue;
    lying.delete(left.id);
    lying.delete(right.id);
  }
  return lying.size === 0 ? [] : [{ path: [], message: `leave ${String(lying.size)} tiles on the board` }];
}

export type MatchFault = 'TOO_FAST' | 'STOPWATCH' | 'TOO_LATE';

export interface MatchScore {
  /** Milliseconds by the server's clock, penalties included. */
  scoreMs: number;
  wrongMoves: number;
  /** Why the game may not stand among the best; null when it may. */
  fault: MatchFault | null;
}

/**
 * The score of a finished game. The time is the server's own; the client's stopwatch is only checked against it.
 *
 * @param elapsedMs from sending the board to receiving the moves, by the server's clock.
 */
export function scoreMatch(board: readonly MatchTile[], moves: readonly MatchMove[], elapsedMs: number): MatchScore {
  const wrongMoves = moves.length - board.length / 2;
  return { scoreMs: elapsedMs + wrongMoves * wrongMovePenaltyMs, wrongMoves, fault: faultOf(moves, elapsedMs) };
}

function faultOf(moves: readonly MatchMove[], elapsedMs: number): MatchFault | null {
  if (elapsedMs > matchGameMsMax) return 'TOO_LATE';
  if ((moves.at(-1)?.atMs ?? 0) > elapsedMs + stopwatchToleranceMs) return 'STOPWATCH';
  const tooFast = moves.some(({ atMs }, index) => atMs - (moves[index - 1]?.atMs ?? 0) < pairMsMin);
  return tooFast || moves.length * pairMsMin > elapsedMs ? 'TOO_FAST' : null;
}

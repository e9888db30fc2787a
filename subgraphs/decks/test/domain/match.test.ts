import { describe, expect, it } from 'vitest';
import { makeBoard, type MatchMove, type MatchTile, moveFaults, scoreMatch } from '../../src/domain/match.js';
import { seededRandom } from '../../src/domain/random.js';

let made = 0;
const newId = () => `tile ${String((made += 1))}`;
const cards = (texts: [string, string][]) =>
  texts.map(([term, definition], index) => ({ id: String(index), term, definition }));
const board: MatchTile[] = ['a', 'b', 'c'].flatMap((cardId) => [
  { id: `${cardId}1`, text: cardId, cardId },
  { id: `${cardId}2`, text: cardId.toUpperCase(), cardId },
]);
const moves = (...list: [string, string, number][]): MatchMove[] =>
  list.map(([left, right, atMs]) => ({ tileIds: [left, right], atMs }));
const clean = moves(['a1', 'a2', 1_000], ['b2', 'b1', 2_000], ['c1', 'c2', 3_000]);

describe('a Match board', () => {
  it('never holds a text twice, whichever side it is from', () => {
    const dealt = makeBoard(
      cards([
        ['bank', 'банк'],
        ['shore', 'Bank'],
        ['bench', 'скамья'],
        ['same', 'same'],
        ['empty', ' '],
      ]),
      seededRandom('1'),
      newId,
    );
    expect(dealt?.map(({ text }) => text).sort()).toEqual(['bank', 'bench', 'банк', 'скамья'].sort());
  });

  it('is not dealt from fewer than two cards that differ', () => {
    expect(makeBoard(cards([['one', 'один']]), seededRandom('1'), newId)).toBeUndefined();
  });
});

describe('moves', () => {
  it('clear the board, wrong pairs on the way included', () => {
    expect(moveFaults(board, clean)).toEqual([]);
    expect(moveFaults(board, [...moves(['a1', 'b1', 500]), ...clean])).toEqual([]);
  });

  it.each([
    ['leaving tiles', clean.slice(1)],
    ['with a tile of another game', moves(['x', 'a1', 1])],
    ['with one tile twice', moves(['a1', 'a1', 1])],
    ['with a tile that is gone', [...clean.slice(0, 1), ...moves(['a1', 'b1', 1_500])]],
    ['back in time', [...clean.slice(0, 2), ...moves(['c1', 'c2', 1_500])]],
    ['after the end', [...clean, ...moves(['a1', 'b1', 4_000])]],
  ])('%s are refused', (_, list) => {
    expect(moveFaults(board, list)).toHaveLength(1);
  });
});

describe('the score', () => {
  it("is the server's time and a second for each wrong pair", () => {
    expect(scoreMatch(board, clean, 3_400)).toEqual({ scoreMs: 3_400, wrongMoves: 0, fault: null });
    const wrong = [...moves(['a1', 'b1', 500]), ...clean];
    expect(scoreMatch(board, wrong, 3_400)).toEqual({ scoreMs: 4_400, wrongMoves: 1, fault: null });
  });

  it.each([
    ['TOO_FAST', moves(['a1', 'a2', 100], ['b1', 'b2', 200], ['c1', 'c2', 300]), 5_000],
    ['STOPWATCH', clean, 1_500],
    ['TOO_LATE', clean, 31 * 60_000],
  ] as const)('does not count: %s', (fault, list, elapsedMs) => {
    expect(scoreMatch(board, list, elapsedMs).fault).toBe(fault);
  });
});

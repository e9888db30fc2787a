import { newId } from '@ruzlet/platform/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeDeck, type Person } from '../decks-world.js';
import { type Learner, openStudyWorld, type StudyWorld } from './study-world.js';

let world: StudyWorld;
let learner: Learner;

beforeAll(async () => {
  world = await openStudyWorld();
});
afterAll(async () => {
  await world.close();
});
beforeEach(async () => {
  world.clock.set('2026-03-02T09:00:00Z');
  learner = await world.learner(8);
});

interface Game {
  id: string;
  tiles: { id: string; text: string }[];
}

const resultFields = 'id scoreMs wrongMoves counts fault best startedAt finishedAt';
const start = (person: Person | null, deckId: string, id?: string) =>
  world.as(person)(
    'mutation ($deckId: ID!, $id: ID) { startMatch(deckId: $deckId, id: $id) { id pairCount startedAt tiles { id text } } }',
    { deckId, id },
  );
const finish = (person: Person, input: object) =>
  world.as(person)(`mutation ($input: FinishMatchInput!) { finishMatch(input: $input) { ${resultFields} } }`, {
    input,
  });

/** Pairs everything right, one pair every `everyMs`. */
function solve(game: Game, everyMs = 1_500) {
  const terms = game.tiles.filter(({ text }) => text.startsWith('term'));
  return terms.map((term, index) => ({
    tileIds: [term.id, game.tiles.find(({ text }) => text === term.text.replace('term', 'meaning'))?.id],
    atMs: (index + 1) * everyMs,
  }));
}

async function play(elapsedMs: number): Promise<string> {
  const game: Game = (await start(learner, learner.deckId)).data.startMatch;
  world.clock.advance(elapsedMs);
  await finish(learner, { gameId: game.id, moves: solve(game, Math.floor(elapsedMs / 6)) });
  return game.id;
}

describe('startMatch', () => {
  it('deals six pairs, mixed, and does not say which belong together', async () => {
    const { data } = await start(learner, learner.deckId);
    expect(data.startMatch).toMatchObject({ pairCount: 6, startedAt: '2026-03-02T09:00:00.000Z' });
    expect(data.startMatch.tiles).toHaveLength(12);
    for (const cardId of learner.cardIds) expect(JSON.stringify(data)).not.toContain(cardId);
  });

  it('gives the same board to the same id, and does not start the clock anew', async () => {
    const id = newId();
    const once = await start(learner, learner.deckId, id);
    world.clock.advance(60_000);
    expect((await start(learner, learner.deckId, id)).data).toEqual(once.data);
    const other = await world.learner(3);
    expect((await start(other, other.deckId, id)).code).toBe('CONFLICT');
  });

  it('needs two cards that differ, a visible deck, and a viewer', async () => {
    const deck = await makeDeck(world, learner, {}, [['one', 'один']]);
    expect((await start(learner, deck.id)).code).toBe('BAD_USER_INPUT');
    expect((await start(await world.person(), learner.deckId)).code).toBe('NOT_FOUND');
    expect((await start(null, learner.deckId)).code).toBe('UNAUTHENTICATED');
  });
});

describe('finishMatch', () => {
  it("scores by the server's clock, with a second for a wrong pair", async () => {
    const game: Game = (await start(learner, learner.deckId)).data.startMatch;
    world.clock.advance(10_000);
    const [first, ...rest] = solve(game);
    const other = rest[0];
    const wrong = { tileIds: [first?.tileIds[0], other?.tileIds[0]], atMs: 700 };
    const input = { gameId: game.id, moves: [wrong, first, ...rest] };
    const { data } = await finish(learner, input);
    expect(data.finishMatch).toMatchObject({ scoreMs: 11_000, wrongMoves: 1, counts: true, fault: null, best: true });
    expect((await finish(learner, input)).data).toEqual(data);
    expect((await finish(learner, { ...input, moves: solve(game) })).code).toBe('CONFLICT');
    const event = await world.event('ruzlet.learning.match.finished.v1', (one) => one.data.gameId === game.id);
    expect(event.data).toMatchObject({
      pairs: 6,
      scoreMs: 11_000,
      wrongMoves: 1,
      counts: true,
      localDay: '2026-03-02',
    });
  });

  it('does not count a game that is faster than anybody, nor one whose stopwatch lies', async () => {
    for (const [everyMs, elapsedMs, fault] of [
      [100, 5_000, 'TOO_FAST'],
      [1_500, 3_000, 'STOPWATCH'],
      [1_500, 31 * 60_000, 'TOO_LATE'],
    ] as const) {
      const game: Game = (await start(learner, learner.deckId)).data.startMatch;
      world.clock.advance(elapsedMs);
      const { data } = await finish(learner, { gameId: game.id, moves: solve(game, everyMs) });
      expect(data.finishMatch).toMatchObject({ counts: false, fault, best: false });
    }
    const { data } = await world.as(learner)('query ($id: ID!) { deck(id: $id) { bestMatches { id } } }', {
      id: learner.deckId,
    });
    expect(data.deck.bestMatches).toEqual([]);
  });

  it('refuses moves that leave tiles or name others, and leaves the game open', async () => {
    const game: Game = (await start(learner, learner.deckId)).data.startMatch;
    world.clock.advance(10_000);
    expect((await finish(learner, { gameId: game.id, moves: solve(game).slice(1) })).code).toBe('BAD_USER_INPUT');
    const strange = [{ tileIds: [newId(), newId()], atMs: 1 }];
    expect((await finish(learner, { gameId: game.id, moves: strange })).code).toBe('BAD_USER_INPUT');
    expect((await finish(learner, { gameId: game.id, moves: solve(game) })).data.finishMatch.counts).toBe(true);
  });

  it('is for the player only', async () => {
    const game: Game = (await start(learner, learner.deckId)).data.startMatch;
    expect((await finish(await world.person(), { gameId: game.id, moves: solve(game) })).code).toBe('NOT_FOUND');
  });
});

describe('bestMatches', () => {
  it("lists the viewer's own, the fastest first", async () => {
    const slow = await play(20_000);
    const fast = await play(12_000);
    const query = 'query ($id: ID!) { deck(id: $id) { bestMatches(first: 5) { id scoreMs best } } }';
    const { data } = await world.as(learner)(query, { id: learner.deckId });
    expect(data.deck.bestMatches).toEqual([
      { id: fast, scoreMs: 12_000, best: true },
      { id: slow, scoreMs: 20_000, best: false },
    ]);
  });
});

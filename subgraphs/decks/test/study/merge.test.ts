import { newId } from '@ruzlet/platform/ids';
import { connectDatabase } from '@ruzlet/platform/postgres/database';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fuzzSeed, memoryIn } from '../../src/domain/memory.js';
import { rebuildMemory } from '../../src/domain/scheduling.js';
import { findMemories } from '../../src/storage/memory.js';
import { findReviewHistories } from '../../src/storage/reviews.js';
import * as tables from '../../src/storage/tables.js';
import { type Learner, openStudyWorld, type StudyWorld } from './study-world.js';

let world: StudyWorld;
let database: ReturnType<typeof connectDatabase<typeof tables>>;
let learner: Learner;

beforeAll(async () => {
  world = await openStudyWorld();
  database = connectDatabase({ url: world.url, schema: tables, applicationName: 'test', poolMax: 1 });
});
afterAll(async () => {
  await database.close();
  await world.close();
});
beforeEach(async () => {
  world.clock.set('2026-03-02T09:00:00Z');
  learner = await world.learner();
});

const send = (person: Learner, inputs: object[]) =>
  world.as(person)(
    `mutation ($inputs: [ReviewInput!]!) { reviewCards(inputs: $inputs) { memory { reps state } error { code } } }`,
    { inputs },
  );
const at = (days: number) => new Date(Date.parse('2026-02-01T09:00:00Z') + days * 86_400_000).toISOString();

/** What is stored equals what the log rebuilds: each memory, and the memory before each entry. */
async function expectRebuilt(person: Learner) {
  const stored = await findMemories(database.db, person.id, person.cardIds);
  const histories = await findReviewHistories(database.db, person.id, person.cardIds);
  for (const [cardId, study] of stored) {
    const history = histories.get(cardId) ?? [];
    const seed = fuzzSeed(person.id, cardId);
    expect(memoryIn(study)).toEqual(rebuildMemory(history, seed));
    for (const [place, { before }] of history.entries()) {
      expect(before).toEqual(rebuildMemory(history.slice(0, place), seed));
    }
  }
  return stored;
}

const countsOf = async (person: Learner) =>
  (
    await world.sql`select local_day::text as day, new_count, review_count from study_days
      where user_id = ${person.id} and new_count + review_count > 0 order by local_day`
  ).map((row) => ({ ...row }));

describe('reviews of two devices', () => {
  it('count in the order of their times, whichever device is first to send: memory, log and counts', async () => {
    const [cardId] = learner.cardIds;
    const twin = await world.learner();
    const reviews = [
      { rating: 'GOOD', days: 0 },
      { rating: 'GOOD', days: 1 },
      { rating: 'AGAIN', days: 4 },
      { rating: 'EASY', days: 5 },
    ].map(({ rating, days }) => ({ rating, reviewedAt: at(days) }));
    const of = (person: Learner, places: number[]) =>
      places.map((place) => ({ ...reviews[place], id: newId(), cardId: person.cardIds[0] }));
    await send(twin, of(twin, [0, 1, 2, 3]));
    await send(learner, of(learner, [1, 3]));
    const late = await send(learner, of(learner, [0, 2]));
    expect(late.data.reviewCards.map(({ error }: { error: unknown }) => error)).toEqual([null, null]);
    const stored = (await expectRebuilt(learner)).get(cardId ?? '');
    const expected = (await expectRebuilt(twin)).get(twin.cardIds[0] ?? '');
    expect(stored).toMatchObject({
      state: expected?.state,
      stability: expected?.stability,
      difficulty: expected?.difficulty,
      reps: 4,
      lapses: expected?.lapses,
    });
    expect(await countsOf(learner)).toEqual(await countsOf(twin));
    const merged = await world.event('ruzlet.learning.memory.merged.v1', ({ data }) => data.cardId === cardId);
    expect(merged.data.laterReviews).toBeGreaterThan(0);
  });

  it('leave memories that the log rebuilds, whatever is sent in whatever order, with undos and changes between', async () => {
    const step = fc.record({
      card: fc.nat(2),
      rating: fc.constantFrom('AGAIN', 'HARD', 'GOOD', 'EASY'),
      days: fc.double({ min: 0, max: 28, noNaN: true }),
      then: fc.constantFrom('nothing', 'nothing', 'nothing', 'undo', 'reset', 'settings', 'again'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), async (batches) => {
        const person = await world.learner();
        for (const batch of batches) {
          const inputs = batch.map(({ card, rating, days }) => ({
            id: newId(),
            cardId: person.cardIds[card],
            rating,
            reviewedAt: at(days),
          }));
          await send(person, inputs);
          for (const [place, { then, card }] of batch.entries()) {
            if (then === 'undo') {
              await world.as(person)(`mutation ($id: ID!) { undoReview(id: $id) { reviewId } }`, {
                id: inputs[place]?.id,
              });
            } else if (then === 'reset') {
              await world.as(person)(
                `mutation ($input: ResetCardsInput!) { resetCards(input: $input) { cards { id } } }`,
                { input: { cardIds: [person.cardIds[card]] } },
              );
            } else if (then === 'settings') {
              await world.settings(person, person.deckId, { desiredRetention: 0.8 + place / 50, loadBalance: true });
            } else if (then === 'again') await send(person, inputs);
          }
          await expectRebuilt(person);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('do not count from before a reset, and one by one are refused in the wrong order', async () => {
    const [cardId] = learner.cardIds;
    await world.review(learner, { cardId, rating: 'GOOD' });
    const single = await world.review(learner, { cardId, rating: 'GOOD', reviewedAt: at(3) });
    expect(single.code).toBe('BAD_USER_INPUT');
    await world.as(learner)(`mutation ($input: ResetCardsInput!) { resetCards(input: $input) { cards { id } } }`, {
      input: { cardIds: [cardId] },
    });
    const { data } = await send(learner, [{ id: newId(), cardId, rating: 'GOOD', reviewedAt: at(3) }]);
    expect(data.reviewCards[0].error.code).toBe('CONFLICT');
    expect((await world.review(learner, { cardId, rating: 'GOOD', reviewedAt: at(3) })).code).toBe('CONFLICT');
    await expectRebuilt(learner);
  });
});

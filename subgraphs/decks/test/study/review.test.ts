import { newId } from '@ruzlet/platform/ids';
import { connectDatabase } from '@ruzlet/platform/postgres/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fuzzSeed, memoryIn } from '../../src/domain/memory.js';
import { rebuildMemory } from '../../src/domain/scheduling.js';
import { findMemories } from '../../src/storage/memory.js';
import { findReviewHistories } from '../../src/storage/reviews.js';
import * as tables from '../../src/storage/tables.js';
import { makeDeck } from '../decks-world.js';
import { type Learner, memoryFields, openStudyWorld, type StudyWorld } from './study-world.js';

let world: StudyWorld;
let learner: Learner;
const start = '2026-03-02T09:00:00Z';

beforeAll(async () => {
  world = await openStudyWorld();
});
afterAll(async () => {
  await world.close();
});
beforeEach(async () => {
  world.clock.set(start);
  learner = await world.learner();
});

const memoryOf = async (person: Learner, cardId: string | undefined) =>
  (
    await world.as(person)(
      `query ($id: ID!) { deck(id: $id) { cards { edges { node { id memory { ${memoryFields} } } } } } }`,
      { id: person.deckId },
    )
  ).data.deck.cards.edges
    .map((edge: { node: { id: string; memory: unknown } }) => edge.node)
    .find((card: { id: string }) => card.id === cardId).memory;

const logRows = async (cardId: string | undefined) =>
  world.sql`select * from review_log where card_id = ${cardId ?? ''} order by seq`;
interface StudyDay {
  local_day: string;
  new_count: number;
  review_count: number;
}

const dayRows = async (person: Learner): Promise<StudyDay[]> => {
  const rows = await world.sql<StudyDay[]>`
    select local_day::text, new_count, review_count from study_days where user_id = ${person.id} order by local_day`;
  return rows.map((row) => ({ ...row }));
};

describe('reviewCard', () => {
  it('moves a new card into its learning steps and says so', async () => {
    const { data } = await world.review(learner, { cardId: learner.cardIds[0], rating: 'GOOD' });
    expect(data.reviewCard.memory).toEqual({
      state: 'LEARNING',
      due: '2026-03-02T09:10:00.000Z',
      stability: 2.3065,
      difficulty: 2.11810397,
      retrievability: 1,
      reps: 1,
      lapses: 0,
      lastReviewedAt: '2026-03-02T09:00:00.000Z',
      suspended: false,
      leech: false,
    });
    expect(data.reviewCard.card.memory).toEqual(data.reviewCard.memory);
    expect(await memoryOf(learner, learner.cardIds[0])).toEqual(data.reviewCard.memory);
  });

  it('logs the memory as it was before, with the learner’s day and the time taken, capped at a minute', async () => {
    await world.review(learner, { cardId: learner.cardIds[0], rating: 'EASY', durationMs: 3_600_000 });
    const [entry] = await logRows(learner.cardIds[0]);
    expect(entry).toMatchObject({
      rating: 4,
      state: 0,
      due: null,
      stability: null,
      difficulty: null,
      reps: 0,
      duration_ms: 60_000,
    });
    expect(entry?.local_day).toEqual(new Date('2026-03-02T00:00:00'));
  });

  it('publishes what happened, with the memory before and after', async () => {
    const id = newId();
    await world.review(learner, { id, cardId: learner.cardIds[0], rating: 'EASY' });
    world.clock.advance(9 * 86_400_000);
    learner = { ...learner, ...(await world.signIn(learner)) };
    const second = newId();
    await world.review(learner, { id: second, cardId: learner.cardIds[0], rating: 'AGAIN' });
    const first = await world.event('ruzlet.learning.card.reviewed.v1', (event) => event.data.reviewId === id);
    expect(first.key).toBe(learner.id);
    expect(first.data).toMatchObject({
      userId: learner.id,
      cardId: learner.cardIds[0],
      deckId: learner.deckId,
      rating: 4,
      durationMs: 4_000,
      localDay: '2026-03-02',
      localHour: 9,
      timeZone: 'UTC',
      stateBefore: 0,
      elapsedDays: 0,
      stateAfter: 2,
      stabilityAfter: 8.2956,
    });
    expect(first.data).not.toHaveProperty('stabilityBefore');
    const later = await world.event('ruzlet.learning.card.reviewed.v1', (event) => event.data.reviewId === second);
    expect(later.data).toMatchObject({
      localDay: '2026-03-11',
      stateBefore: 2,
      stabilityBefore: 8.2956,
      elapsedDays: 9,
      stateAfter: 3,
      scheduledDaysAfter: 0,
    });
    expect(later.data.retrievabilityBefore).toBeGreaterThan(0.85);
    expect(later.data.retrievabilityBefore).toBeLessThan(0.95);
  });

  it('counts a review once that is sent twice, and answers the same', async () => {
    const id = newId();
    const first = await world.review(learner, { id, cardId: learner.cardIds[0], rating: 'GOOD' });
    world.clock.advance(120_000);
    const second = await world.review(learner, { id, cardId: learner.cardIds[0], rating: 'GOOD' });
    const timeless = (response: typeof first) => ({ ...response.data.reviewCard.memory, retrievability: null });
    expect(timeless(second)).toEqual(timeless(first));
    expect(await logRows(learner.cardIds[0])).toHaveLength(1);
    expect(await dayRows(learner)).toEqual([{ local_day: '2026-03-02', new_count: 1, review_count: 0 }]);
  });

  it('answers a repeated review with the memory it led to, even after later reviews', async () => {
    const id = newId();
    const first = await world.review(learner, { id, cardId: learner.cardIds[0], rating: 'GOOD' });
    world.clock.advance(600_000);
    const later = await world.review(learner, { cardId: learner.cardIds[0], rating: 'GOOD' });
    const again = await world.review(learner, { id, cardId: learner.cardIds[0], rating: 'GOOD' });
    expect(again.data.reviewCard.memory.due).toBe(first.data.reviewCard.memory.due);
    expect(again.data.reviewCard.card.memory.due).toBe(later.data.reviewCard.memory.due);
    expect(await logRows(learner.cardIds[0])).toHaveLength(2);
  });

  it('counts a review once that is sent ten times at the same moment', async () => {
    const id = newId();
    const responses = await Promise.all(
      Array.from({ length: 10 }, () => world.review(learner, { id, cardId: learner.cardIds[0], rating: 'GOOD' })),
    );
    expect(new Set(responses.map(({ data }) => data.reviewCard.memory.due)).size).toBe(1);
    expect(await logRows(learner.cardIds[0])).toHaveLength(1);
  });

  it('applies reviews that come at the same moment one after the other', async () => {
    await Promise.all(
      Array.from({ length: 8 }, () => world.review(learner, { cardId: learner.cardIds[0], rating: 'AGAIN' })),
    );
    expect((await memoryOf(learner, learner.cardIds[0])).reps).toBe(8);
    expect((await logRows(learner.cardIds[0])).map((row) => row.reps)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('refuses an id that somebody else’s review has, or another of one’s own', async () => {
    const id = newId();
    await world.review(learner, { id, cardId: learner.cardIds[0], rating: 'GOOD' });
    const other = await world.learner();
    expect((await world.review(other, { id, cardId: other.cardIds[0], rating: 'GOOD' })).code).toBe('CONFLICT');
    expect((await world.review(learner, { id, cardId: learner.cardIds[1], rating: 'GOOD' })).code).toBe('CONFLICT');
    expect((await world.review(learner, { id, cardId: learner.cardIds[0], rating: 'EASY' })).code).toBe('CONFLICT');
  });

  it.each([
    ['more than a minute in the future', '2026-03-02T09:01:00.001Z', 'BAD_USER_INPUT'],
    ['a little in the future, as clocks differ', '2026-03-02T09:00:59Z', undefined],
    ['two days ago, from an offline client', '2026-02-28T09:00:00Z', undefined],
    ['in another age', '1999-01-01T00:00:00Z', 'BAD_USER_INPUT'],
  ])('takes a time %s as it should', async (_name, reviewedAt, code) => {
    expect((await world.review(learner, { cardId: learner.cardIds[0], rating: 'GOOD', reviewedAt })).code).toBe(code);
  });

  it('refuses a time before the last review of the card, but for a minute', async () => {
    await world.review(learner, { cardId: learner.cardIds[0], rating: 'GOOD' });
    const refused = await world.review(learner, {
      cardId: learner.cardIds[0],
      rating: 'GOOD',
      reviewedAt: '2026-03-02T08:58:59Z',
    });
    expect(refused.code).toBe('BAD_USER_INPUT');
    expect(refused.errors[0]?.extensions?.issues).toMatchObject([{ path: ['input', 'reviewedAt'] }]);
    expect(
      (await world.review(learner, { cardId: learner.cardIds[0], rating: 'GOOD', reviewedAt: '2026-03-02T08:59:30Z' }))
        .code,
    ).toBeUndefined();
  });

  it('has a code for each card that cannot be reviewed', async () => {
    const other = await world.learner();
    expect((await world.review(learner, { cardId: other.cardIds[0], rating: 'GOOD' })).code).toBe('NOT_FOUND');
    expect((await world.review(learner, { cardId: newId(), rating: 'GOOD' })).code).toBe('NOT_FOUND');
    expect((await world.review(learner, { cardId: 'nonsense', rating: 'GOOD' })).code).toBe('BAD_USER_INPUT');
    expect((await world.review(learner, { cardId: learner.cardIds[0], rating: 'GOOD', durationMs: -1 })).code).toBe(
      'BAD_USER_INPUT',
    );
    expect((await world.review({ id: '', token: '' }, { cardId: learner.cardIds[0], rating: 'GOOD' })).code).toBe(
      'UNAUTHENTICATED',
    );
    const send = world.as(learner);
    await send(`mutation ($input: SuspendCardsInput!) { suspendCards(input: $input) { cards { id } } }`, {
      input: { cardIds: [learner.cardIds[0]] },
    });
    expect((await world.review(learner, { cardId: learner.cardIds[0], rating: 'GOOD' })).code).toBe('CONFLICT');
    await send(`mutation ($ids: [ID!]!) { deleteCards(ids: $ids) { ids } }`, { ids: [learner.cardIds[1]] });
    expect((await world.review(learner, { cardId: learner.cardIds[1], rating: 'GOOD' })).code).toBe('NOT_FOUND');
    expect(await world.sql`select 1 from review_log where user_id = ${learner.id}`).toHaveLength(0);
  });

  it('lets a reader of a public deck study it with a memory of their own', async () => {
    const owner = await world.person();
    const deck = await makeDeck(world, owner, { visibility: 'PUBLIC' }, [['a', 'b']]);
    const reader = await world.person();
    expect((await world.review(reader, { cardId: deck.cardIds[0], rating: 'EASY' })).data.reviewCard.memory.state).toBe(
      'REVIEW',
    );
    const { data } = await world.as(owner)(
      `query ($id: ID!) { deck(id: $id) { cards { edges { node { memory { state reps } } } } } }`,
      { id: deck.id },
    );
    expect(data.deck.cards.edges[0].node.memory).toEqual({ state: 'NEW', reps: 0 });
  });

  it('counts for the learner’s day and zone: after midnight it is still the evening before', async () => {
    world.clock.set('2026-03-02T22:30:00Z');
    const muscovite = { ...learner, ...(await world.signIn(learner, 'Europe/Moscow')) };
    await world.review(muscovite, { cardId: learner.cardIds[0], rating: 'GOOD' });
    expect(await dayRows(learner)).toEqual([{ local_day: '2026-03-02', new_count: 1, review_count: 0 }]);
    const id = newId();
    world.clock.set('2026-03-03T01:30:00Z');
    await world.review(
      { ...learner, ...(await world.signIn(learner, 'Europe/Moscow')) },
      { id, cardId: learner.cardIds[1], rating: 'GOOD' },
    );
    const event = await world.event('ruzlet.learning.card.reviewed.v1', ({ data }) => data.reviewId === id);
    expect(event.data).toMatchObject({ localDay: '2026-03-03', localHour: 4, timeZone: 'Europe/Moscow' });
  });
});

describe('reviewCards', () => {
  const mutation = `mutation ($inputs: [ReviewInput!]!) { reviewCards(inputs: $inputs) { id card { id } memory { reps state due } error { code message } } }`;

  it('takes each on its own, in the order of the review times, and answers in the order of the inputs', async () => {
    const [one, two] = learner.cardIds;
    const other = await world.learner();
    const inputs = [
      { id: newId(), cardId: one, rating: 'GOOD', reviewedAt: '2026-03-02T08:30:00Z' },
      { id: newId(), cardId: other.cardIds[0], rating: 'GOOD', reviewedAt: '2026-03-02T08:00:00Z' },
      { id: newId(), cardId: one, rating: 'AGAIN', reviewedAt: '2026-03-02T08:00:00Z' },
      { id: newId(), cardId: 'nonsense', rating: 'GOOD' },
      { id: newId(), cardId: two, rating: 'EASY', reviewedAt: '2026-03-03T08:00:00Z' },
      { id: newId(), cardId: two, rating: 'EASY', reviewedAt: '2026-03-01T08:00:00Z' },
    ];
    const { data } = await world.as(learner)(mutation, { inputs });
    const results: { id: string; card: unknown; memory: { reps: number } | null; error: { code: string } | null }[] =
      data.reviewCards;
    expect(results.map(({ id }) => id)).toEqual(inputs.map(({ id }) => id));
    expect(results.map(({ error }) => error?.code ?? null)).toEqual([
      null,
      'NOT_FOUND',
      null,
      'BAD_USER_INPUT',
      'BAD_USER_INPUT',
      null,
    ]);
    expect(results.map(({ memory }) => memory?.reps ?? null)).toEqual([2, null, 1, null, null, 1]);
    expect((await logRows(one)).map((row) => row.rating)).toEqual([1, 3]);
    const again = await world.as(learner)(mutation, { inputs });
    expect(again.data).toEqual(data);
    expect(await world.sql`select 1 from review_log where user_id = ${learner.id}`).toHaveLength(3);
  });

  it('counts a review once that stands twice in a batch', async () => {
    const input = { id: newId(), cardId: learner.cardIds[0], rating: 'GOOD' };
    const { data } = await world.as(learner)(mutation, { inputs: [input, input, { ...input, rating: 'EASY' }] });
    expect(data.reviewCards.map((result: { error: { code: string } | null }) => result.error?.code ?? null)).toEqual([
      null,
      null,
      'CONFLICT',
    ]);
    expect(await logRows(learner.cardIds[0])).toHaveLength(1);
  });

  it('takes 500 at once with as many queries as for 5, and no more than 500', async () => {
    const many = await world.learner(100);
    const batch = (count: number, day: number) =>
      Array.from({ length: count }, (_, index) => ({
        id: newId(),
        cardId: many.cardIds[index % 100],
        rating: 'GOOD',
        reviewedAt: new Date(Date.parse('2026-02-01T00:00:00Z') + day * 86_400_000 + index * 1_000).toISOString(),
      }));
    await world.as(many)(mutation, { inputs: batch(5, 0) });
    const few = await world.countQueries(() => world.as(many)(mutation, { inputs: batch(5, 1) }));
    const full = await world.countQueries(async () => {
      const { data } = await world.as(many)(mutation, { inputs: batch(500, 2) });
      expect(data.reviewCards.every((result: { error: unknown }) => result.error === null)).toBe(true);
    });
    expect(full).toBe(few);
    expect((await world.as(many)(mutation, { inputs: batch(501, 3) })).code).toBe('BAD_USER_INPUT');
    expect((await world.sql`select count(*)::int as count from review_log where user_id = ${many.id}`)[0]?.count).toBe(
      510,
    );
  });

  it('serves batches of two devices that meet, without losing or doubling a review', async () => {
    const batches = Array.from({ length: 4 }, () =>
      learner.cardIds.map((cardId) => ({ id: newId(), cardId, rating: 'GOOD' })),
    );
    const answers = await Promise.all(batches.map((inputs) => world.as(learner)(mutation, { inputs })));
    expect(answers.every(({ code }) => code === undefined)).toBe(true);
    for (const cardId of learner.cardIds) expect((await memoryOf(learner, cardId)).reps).toBe(4);
  });
});

describe('undoReview', () => {
  const mutation = `mutation ($id: ID!) { undoReview(id: $id) { reviewId memory { ${memoryFields} } card { id } } }`;

  it('restores memory and the day’s counts exactly, and tells others', async () => {
    const [cardId] = learner.cardIds;
    await world.review(learner, { cardId, rating: 'EASY' });
    world.clock.advance(20 * 86_400_000);
    learner = { ...learner, ...(await world.signIn(learner)) };
    const row = async () =>
      (await world.sql`select * from card_memory where user_id = ${learner.id}`).map((one) => ({ ...one }));
    const before = await row();
    const days = await dayRows(learner);
    const id = newId();
    await world.review(learner, { id, cardId, rating: 'AGAIN' });
    expect(await row()).not.toEqual(before);
    const undone = await world.as(learner)(mutation, { id });
    expect(undone.code).toBeUndefined();
    expect(await row()).toEqual(before);
    expect((await dayRows(learner)).filter((day) => day.new_count + day.review_count > 0)).toEqual(days);
    const event = await world.event('ruzlet.learning.review.undone.v1', ({ data }) => data.reviewId === id);
    expect(event.data).toMatchObject({ userId: learner.id, cardId, deckId: learner.deckId });
  });

  it('makes a card new again whose first review is taken back, and changes nothing the second time', async () => {
    const id = newId();
    await world.review(learner, { id, cardId: learner.cardIds[0], rating: 'GOOD' });
    const first = await world.as(learner)(mutation, { id });
    expect(first.data.undoReview.memory).toMatchObject({
      state: 'NEW',
      due: null,
      stability: null,
      retrievability: null,
      reps: 0,
    });
    expect((await world.as(learner)(mutation, { id })).data).toEqual(first.data);
    expect(await dayRows(learner)).toEqual([{ local_day: '2026-03-02', new_count: 0, review_count: 0 }]);
    expect((await world.review(learner, { id, cardId: learner.cardIds[0], rating: 'GOOD' })).code).toBe('CONFLICT');
    expect(
      (await world.review(learner, { cardId: learner.cardIds[0], rating: 'GOOD' })).data.reviewCard.memory.reps,
    ).toBe(1);
  });

  it('takes back only the latest review of a card, one after the other', async () => {
    const ids = [newId(), newId()];
    for (const id of ids) await world.review(learner, { id, cardId: learner.cardIds[0], rating: 'GOOD' });
    expect((await world.as(learner)(mutation, { id: ids[0] })).code).toBe('CONFLICT');
    expect((await world.as(learner)(mutation, { id: ids[1] })).data.undoReview.memory.reps).toBe(1);
    expect((await world.as(learner)(mutation, { id: ids[0] })).data.undoReview.memory.reps).toBe(0);
  });

  it('knows nothing of somebody else’s review', async () => {
    const id = newId();
    await world.review(learner, { id, cardId: learner.cardIds[0], rating: 'GOOD' });
    const other = await world.learner();
    expect((await world.as(other)(mutation, { id })).code).toBe('NOT_FOUND');
    expect((await world.as(other)(mutation, { id: newId() })).code).toBe('NOT_FOUND');
  });
});

describe('the log', () => {
  it('rebuilds every memory, after reviews, undos, resets and changes of settings', async () => {
    const database = connectDatabase({ url: world.url, schema: tables, applicationName: 'test', poolMax: 1 });
    const ratings = ['AGAIN', 'HARD', 'GOOD', 'EASY'];
    const settings = [
      { desiredRetention: 0.8 },
      { learningSteps: ['5m'] },
      { fuzz: false },
      { maximumIntervalDays: 20 },
    ];
    try {
      for (let step = 0; step < 60; step += 1) {
        world.clock.advance((((step * 7_919) % 40) + 1) * 3_600_000);
        learner = { ...learner, ...(await world.signIn(learner, step % 3 === 0 ? 'Asia/Tokyo' : 'America/New_York')) };
        const cardId = learner.cardIds[step % 3];
        const id = newId();
        await world.review(learner, { id, cardId, rating: ratings[(step * 13) % 4] ?? 'GOOD' });
        if (step % 9 === 4) await world.as(learner)(`mutation ($id: ID!) { undoReview(id: $id) { reviewId } }`, { id });
        if (step % 15 === 7) await world.settings(learner, learner.deckId, settings[(step - 7) / 15] ?? {});
        if (step === 40)
          await world.as(learner)(
            `mutation ($input: ResetCardsInput!) { resetCards(input: $input) { cards { id } } }`,
            { input: { cardIds: [cardId] } },
          );
      }
      const stored = await findMemories(database.db, learner.id, learner.cardIds);
      expect(stored.size).toBe(3);
      for (const [cardId, study] of stored) {
        const history = (await findReviewHistories(database.db, learner.id, [cardId])).get(cardId) ?? [];
        expect(rebuildMemory(history, fuzzSeed(learner.id, cardId))).toEqual(memoryIn(study));
      }
    } finally {
      await database.close();
    }
  });
});

describe('changes by hand', () => {
  it('are told to others once: cards suspended, buried and reset', async () => {
    const change = (mutation: string, input: object) =>
      world.as(learner)(
        `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { cards { id } } }`,
        { input },
      );
    const cards = [{ cardId: learner.cardIds[0], deckId: learner.deckId }];
    const cardIds = [learner.cardIds[0]];
    const mine = ({ data }: { data: { userId: string } }) => data.userId === learner.id;
    await change('suspendCards', { cardIds });
    await change('suspendCards', { cardIds });
    const suspended = await world.event('ruzlet.learning.cards.suspended.v1', mine);
    expect(suspended.data).toMatchObject({ cards, suspended: true });
    await change('suspendCards', { cardIds, suspended: false });
    await change('buryCards', { cardIds });
    expect((await world.event('ruzlet.learning.cards.buried.v1', mine)).data).toMatchObject({
      cards,
      until: '2026-03-03',
    });
    await world.review(learner, { cardId: learner.cardIds[0], rating: 'GOOD' });
    await change('resetCards', { cardIds: learner.cardIds.slice(0, 2) });
    expect((await world.event('ruzlet.learning.cards.reset.v1', mine)).data).toMatchObject({ cards });
    const told = world.published.filter((event) => event.type === 'ruzlet.learning.cards.suspended.v1' && mine(event));
    expect(told).toHaveLength(2);
  });
});

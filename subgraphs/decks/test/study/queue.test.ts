import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@ruzlet/platform/ids';
import { makeDeck } from '../decks-world.js';
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
  learner = await world.learner(30);
});

const ids = (queue: { cards: { card: { id: string } }[] }) => queue.cards.map(({ card }) => card.id);
const states = (queue: { cards: { memory: { state: string } }[] }) => queue.cards.map(({ memory }) => memory.state);

async function nextDay(days = 1) {
  world.clock.advance(days * 86_400_000);
  learner = { ...learner, ...(await world.signIn(learner)) };
}

async function change(mutation: string, input: object) {
  return world.as(learner)(
    `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { cards { id } deck { id } } }`,
    { input },
  );
}

describe('studyQueue', () => {
  it('begins with new cards in the deck’s order, within the day’s limit', async () => {
    const queue = await world.queue(learner, learner.deckId, 100);
    expect(ids(queue)).toEqual(learner.cardIds.slice(0, 20));
    expect(queue.counts).toEqual({ new: 20, learning: 0, review: 0 });
    expect(queue.nextDueAt).toBe('2026-03-03T04:00:00.000Z');
  });

  it('says what each rating would lead to, and keeps the promise', async () => {
    const queue = await world.queue(learner, learner.deckId, 4);
    const intervals = queue.cards[0].intervals;
    expect(intervals.map(({ rating }: { rating: string }) => rating)).toEqual(['AGAIN', 'HARD', 'GOOD', 'EASY']);
    expect(intervals.slice(0, 3).map(({ interval }: { interval: number }) => interval)).toEqual([60, 360, 600]);
    for (const [index, rating] of ['AGAIN', 'HARD', 'GOOD', 'EASY'].entries()) {
      const { card, intervals: promised } = queue.cards[index];
      const { data } = await world.review(learner, { cardId: card.id, rating });
      expect(data.reviewCard.memory.due).toBe(promised[index].due);
    }
  });

  it('takes cards off when they are reviewed and counts them towards the day', async () => {
    for (const cardId of learner.cardIds.slice(0, 5)) await world.review(learner, { cardId, rating: 'EASY' });
    const queue = await world.queue(learner, learner.deckId, 100);
    expect(queue.counts).toEqual({ new: 15, learning: 0, review: 0 });
    expect(ids(queue)).toEqual(learner.cardIds.slice(5, 20));
  });

  it('puts learning cards first when they are due and last when they are almost due', async () => {
    await world.review(learner, { cardId: learner.cardIds[0], rating: 'AGAIN' });
    await world.review(learner, { cardId: learner.cardIds[1], rating: 'GOOD' });
    const soon = await world.queue(learner, learner.deckId, 100);
    expect(soon.counts).toEqual({ new: 18, learning: 2, review: 0 });
    expect(ids(soon).slice(-2)).toEqual(learner.cardIds.slice(0, 2));
    world.clock.advance(60_000);
    expect(ids(await world.queue(learner, learner.deckId))[0]).toBe(learner.cardIds[0]);
  });

  it('leaves out learning cards beyond the learn-ahead time and says when they come', async () => {
    await world.settings(learner, learner.deckId, { learningSteps: ['1m', '45m'], newCardsPerDay: 1 });
    await world.review(learner, { cardId: learner.cardIds[0], rating: 'GOOD' });
    const queue = await world.queue(learner, learner.deckId);
    expect(queue).toMatchObject({
      cards: [],
      counts: { new: 0, learning: 0, review: 0 },
      nextDueAt: '2026-03-02T09:45:00.000Z',
    });
  });

  it('shows reviews on the learner’s day they are due, whatever the hour, mixed with new cards', async () => {
    await world.settings(learner, learner.deckId, { fuzz: false, newCardsPerDay: 4 });
    world.clock.set('2026-03-02T20:00:00Z');
    learner = { ...learner, ...(await world.signIn(learner)) };
    for (const cardId of learner.cardIds.slice(0, 4)) await world.review(learner, { cardId, rating: 'EASY' });
    world.clock.set('2026-03-10T03:59:00Z');
    learner = { ...learner, ...(await world.signIn(learner)) };
    expect((await world.queue(learner, learner.deckId)).counts).toEqual({ new: 4, learning: 0, review: 0 });
    world.clock.set('2026-03-10T04:00:00Z');
    const queue = await world.queue(learner, learner.deckId);
    expect(queue.counts).toEqual({ new: 4, learning: 0, review: 4 });
    expect(states(queue)).toEqual(['NEW', 'REVIEW', 'NEW', 'REVIEW', 'NEW', 'REVIEW', 'NEW', 'REVIEW']);
  });

  it('tells the start of the day on which the next review is due when nothing is left', async () => {
    const small = await world.learner(2);
    await world.settings(small, small.deckId, { fuzz: false });
    for (const cardId of small.cardIds) await world.review(small, { cardId, rating: 'EASY' });
    const queue = await world.queue(small, small.deckId);
    expect(queue.cards).toEqual([]);
    expect(queue.nextDueAt).toBe('2026-03-10T04:00:00.000Z');
  });

  it('has nothing to say of a deck without cards', async () => {
    const empty = await world.learner(0);
    expect(await world.queue(empty, empty.deckId)).toEqual({
      cards: [],
      counts: { new: 0, learning: 0, review: 0 },
      nextDueAt: null,
    });
  });

  it('lets the review limit cap new cards too', async () => {
    await world.settings(learner, learner.deckId, { fuzz: false, reviewsPerDay: 8, newCardsPerDay: 20 });
    for (const cardId of learner.cardIds.slice(0, 6)) await world.review(learner, { cardId, rating: 'EASY' });
    expect((await world.queue(learner, learner.deckId)).counts).toEqual({ new: 2, learning: 0, review: 0 });
    await nextDay(8);
    expect((await world.queue(learner, learner.deckId)).counts).toEqual({ new: 2, learning: 0, review: 6 });
    await world.settings(learner, learner.deckId, { reviewsPerDay: 4 });
    const queue = await world.queue(learner, learner.deckId);
    expect(queue.counts).toEqual({ new: 0, learning: 0, review: 4 });
    expect(queue.nextDueAt).toBe('2026-03-11T04:00:00.000Z');
  });

  it('gives taken-back reviews their room back', async () => {
    const reviews = learner.cardIds.slice(0, 3).map((cardId) => ({ id: newId(), cardId }));
    for (const review of reviews) await world.review(learner, { ...review, rating: 'EASY' });
    expect((await world.queue(learner, learner.deckId)).counts.new).toBe(17);
    await world.as(learner)(`mutation ($id: ID!) { undoReview(id: $id) { reviewId } }`, { id: reviews[1]?.id });
    const queue = await world.queue(learner, learner.deckId, 100);
    expect(queue.counts.new).toBe(18);
    expect(ids(queue)[0]).toBe(learner.cardIds[1]);
  });

  it('starts the limits anew on the learner’s next day', async () => {
    await world.settings(learner, learner.deckId, { newCardsPerDay: 2 });
    for (const cardId of learner.cardIds.slice(0, 2)) await world.review(learner, { cardId, rating: 'EASY' });
    expect((await world.queue(learner, learner.deckId)).counts.new).toBe(0);
    await nextDay();
    expect((await world.queue(learner, learner.deckId)).counts.new).toBe(2);
  });

  it('follows the preferences that the user’s events brought', async () => {
    await world.publish('ruzlet.user.preferences.updated.v1', '/users', {
      userId: learner.id,
      locale: 'ru',
      timeZone: 'Asia/Vladivostok',
      dayStartsAt: 0,
      dailyGoalReviews: 50,
      profileVisibility: 'PUBLIC',
      showOnLeaderboards: true,
    });
    await world.waitForLearner(learner.id);
    const queue = await world.queue(learner, learner.deckId);
    expect(queue.nextDueAt).toBe('2026-03-02T14:00:00.000Z');
  });

  it('leaves out suspended cards until they are put back, and buried ones until the next day', async () => {
    const [first, second, third] = learner.cardIds;
    expect((await change('suspendCards', { cardIds: [first] })).data.suspendCards).toEqual({
      cards: [{ id: first }],
      deck: { id: learner.deckId },
    });
    await change('buryCards', { cardIds: [second] });
    expect(ids(await world.queue(learner, learner.deckId))[0]).toBe(third);
    await change('suspendCards', { cardIds: [first], suspended: false });
    expect(ids(await world.queue(learner, learner.deckId)).slice(0, 2)).toEqual([first, third]);
    await nextDay();
    expect(ids(await world.queue(learner, learner.deckId)).slice(0, 3)).toEqual([first, second, third]);
    await change('buryCards', { cardIds: [second] });
    await change('buryCards', { cardIds: [second], buried: false });
    expect(ids(await world.queue(learner, learner.deckId))[1]).toBe(second);
  });

  it('tells to come back tomorrow when all that is left is buried', async () => {
    const small = await world.learner(1);
    const bury = (buried: boolean) =>
      world.as(small)(`mutation ($input: BuryCardsInput!) { buryCards(input: $input) { cards { id } } }`, {
        input: { cardIds: small.cardIds, buried },
      });
    await bury(true);
    const tomorrow = '2026-03-03T04:00:00.000Z';
    expect(await world.queue(small, small.deckId)).toMatchObject({ cards: [], nextDueAt: tomorrow });
    await bury(false);
    // A step in ten minutes that is buried comes tomorrow, not in ten minutes.
    await world.review(small, { cardId: small.cardIds[0], rating: 'GOOD' });
    await bury(true);
    expect(await world.queue(small, small.deckId)).toMatchObject({ cards: [], nextDueAt: tomorrow });
  });

  it('tells to come back tomorrow for the sibling of a card that had its turn', async () => {
    const small = await world.learner(0);
    const added = await world.as(small)(
      `mutation ($input: AddCardsInput!) { addCards(input: $input) { cards { id } } }`,
      {
        input: {
          deckId: small.deckId,
          cards: [
            { term: 'rouge', definition: 'red', siblingKey: 'note' },
            { term: 'red', definition: 'rouge', siblingKey: 'note' },
          ],
        },
      },
    );
    await world.review(small, { cardId: added.data.addCards.cards[0].id, rating: 'EASY' });
    expect(await world.queue(small, small.deckId)).toMatchObject({ cards: [], nextDueAt: '2026-03-03T04:00:00.000Z' });
  });

  it('does not promise for tomorrow what the limits never let through', async () => {
    await world.settings(learner, learner.deckId, { newCardsPerDay: 0 });
    expect(await world.queue(learner, learner.deckId)).toMatchObject({ cards: [], nextDueAt: null });
    await world.settings(learner, learner.deckId, { newCardsPerDay: 1, today: { newCards: 0 } });
    expect((await world.queue(learner, learner.deckId)).nextDueAt).toBe('2026-03-03T04:00:00.000Z');
  });

  it('leaves out deleted cards', async () => {
    await world.review(learner, { cardId: learner.cardIds[0], rating: 'AGAIN' });
    await world.as(learner)(`mutation ($ids: [ID!]!) { deleteCards(ids: $ids) { ids } }`, {
      ids: learner.cardIds.slice(0, 2),
    });
    const queue = await world.queue(learner, learner.deckId, 100);
    expect(queue.counts).toEqual({ new: 19, learning: 0, review: 0 });
    expect(ids(queue)[0]).toBe(learner.cardIds[2]);
  });

  it('makes cards new again that are reset, and keeps the log', async () => {
    await world.review(learner, { cardId: learner.cardIds[0], rating: 'EASY' });
    await change('resetCards', { cardIds: learner.cardIds.slice(0, 2) });
    expect(ids(await world.queue(learner, learner.deckId))[0]).toBe(learner.cardIds[0]);
    const log = await world.sql`select rating, state from review_log where user_id = ${learner.id} order by seq`;
    expect(log.map((row) => ({ ...row }))).toEqual([
      { rating: 4, state: 0 },
      { rating: 0, state: 2 },
    ]);
  });

  it.each(['DUE', 'RETRIEVABILITY', 'RANDOM', 'ADDED'])('shows reviews in the order %s', async (order) => {
    await world.settings(learner, learner.deckId, { fuzz: false, newCardsPerDay: 0, order });
    const [a, b, c] = learner.cardIds;
    for (const [cardId, reviewedAt] of [
      [b, '2026-03-01T10:00:00Z'],
      [c, '2026-03-01T11:00:00Z'],
      [a, '2026-03-01T12:00:00Z'],
    ]) {
      await world.review(learner, { cardId, rating: 'EASY', ...(reviewedAt !== undefined && { reviewedAt }) });
    }
    await nextDay(30);
    const expected: Record<string, unknown> = {
      DUE: [b, c, a],
      RETRIEVABILITY: [b, c, a],
      ADDED: [a, b, c],
      RANDOM: expect.arrayContaining([a, b, c]),
    };
    const shown = ids(await world.queue(learner, learner.deckId));
    expect(shown).toEqual(expected[order]);
    expect(ids(await world.queue(learner, learner.deckId))).toEqual(shown);
  });

  it('gathers from all decks that the viewer owns or studies and may still see', async () => {
    const owner = await world.person();
    const shared = await makeDeck(world, owner, { visibility: 'PUBLIC' }, [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    await makeDeck(world, owner, { visibility: 'PUBLIC' }, [['e', 'f']]);
    const small = await world.learner(2);
    await world.review(small, { cardId: shared.cardIds[0], rating: 'AGAIN' });
    const queue = await world.queue(small, null);
    expect(queue.counts).toEqual({ new: 3, learning: 1, review: 0 });
    expect(new Set(ids(queue))).toEqual(new Set([...shared.cardIds, ...small.cardIds]));
    await world.as(owner)(`mutation ($input: UpdateDeckInput!) { updateDeck(input: $input) { deck { id } } }`, {
      input: { id: shared.id, visibility: 'PRIVATE' },
    });
    expect(new Set(ids(await world.queue(small, null)))).toEqual(new Set(small.cardIds));
  });

  it('keeps a deck that the viewer may not see to itself, and asks for a sign-in', async () => {
    const other = await world.learner();
    const query = `query ($deckId: ID, $first: Int) { studyQueue(deckId: $deckId, first: $first) { counts { new } } }`;
    expect((await world.as(other)(query, { deckId: learner.deckId })).code).toBe('NOT_FOUND');
    expect((await world.as(null)(query, { deckId: learner.deckId })).code).toBe('UNAUTHENTICATED');
    expect((await world.as(learner)(query, { deckId: learner.deckId, first: 0 })).code).toBe('BAD_USER_INPUT');
    expect((await world.as(learner)(query, { deckId: learner.deckId, first: 101 })).code).toBe('BAD_USER_INPUT');
  });

  it('asks the database the same number of times for 1 card and for 100', async () => {
    const many = await world.learner(120);
    await world.settings(many, many.deckId, { newCardsPerDay: 500, reviewsPerDay: 500 });
    const one = await world.countQueries(() => world.queue(many, many.deckId, 1));
    const hundred = await world.countQueries(async () => {
      expect((await world.queue(many, many.deckId, 100)).cards).toHaveLength(100);
    });
    expect(hundred).toBe(one);
    expect(hundred).toBeLessThanOrEqual(8);
  });

  it('does not read the log of reviews, however long that is', async () => {
    await world.review(learner, { cardId: learner.cardIds[0], rating: 'AGAIN' });
    await world.sql`alter table review_log rename to review_log_away`;
    try {
      expect((await world.queue(learner, learner.deckId)).counts).toEqual({ new: 19, learning: 1, review: 0 });
    } finally {
      await world.sql`alter table review_log_away rename to review_log`;
    }
  });
});

describe('progress', () => {
  const query = `query ($id: ID!) { deck(id: $id) { progress { new learning due suspended mastered averageRetrievability } } }`;

  it('counts where the viewer’s cards stand', async () => {
    await world.settings(learner, learner.deckId, { fuzz: false });
    const [a, b, c, d, e] = learner.cardIds;
    await world.review(learner, { cardId: a, rating: 'EASY', reviewedAt: '2026-01-01T09:00:00Z' });
    await world.review(learner, { cardId: a, rating: 'EASY', reviewedAt: '2026-02-20T09:00:00Z' });
    await world.review(learner, { cardId: b, rating: 'EASY', reviewedAt: '2026-02-01T09:00:00Z' });
    await world.review(learner, { cardId: c, rating: 'AGAIN' });
    await change('suspendCards', { cardIds: [d] });
    await change('buryCards', { cardIds: [e] });
    const { data } = await world.as(learner)(query, { id: learner.deckId });
    expect(data.deck.progress).toMatchObject({ new: 26, learning: 1, due: 1, suspended: 1, mastered: 1 });
    const memories = await world.as(learner)(
      `query ($id: ID!) { deck(id: $id) { cards(first: 3) { edges { node { memory { retrievability } } } } } }`,
      { id: learner.deckId },
    );
    const recalls: number[] = memories.data.deck.cards.edges.map(
      (edge: { node: { memory: { retrievability: number } } }) => edge.node.memory.retrievability,
    );
    expect(data.deck.progress.averageRetrievability).toBeCloseTo(recalls.reduce((sum, one) => sum + one, 0) / 3, 6);
  });

  it('is all new for a deck never studied, and null without a viewer', async () => {
    const owner = await world.person();
    const deck = await makeDeck(world, owner, { visibility: 'PUBLIC' }, [['a', 'b']]);
    const nothing = { new: 1, learning: 0, due: 0, suspended: 0, mastered: 0, averageRetrievability: null };
    expect((await world.as(owner)(query, { id: deck.id })).data.deck.progress).toEqual(nothing);
    const anonymous = await world.as(null)(
      `query ($id: ID!) { deck(id: $id) { progress { new } studySettings { fuzz } cards { edges { node { memory { reps } } } } } }`,
      { id: deck.id },
    );
    expect(anonymous.data.deck).toEqual({
      progress: null,
      studySettings: null,
      cards: { edges: [{ node: { memory: null } }] },
    });
  });

  it('comes for many decks in as many queries as for one', async () => {
    const list = `query { myDecks(first: 50) { edges { node { progress { new } studySettings { fuzz } cards(first: 2) { edges { node { memory { reps } } } } } } } }`;
    const single = await world.learner(2);
    const one = await world.countQueries(() => world.as(single)(list));
    for (let index = 0; index < 8; index += 1) await makeDeck(world, single, {}, [['a', 'b']]);
    expect(await world.countQueries(() => world.as(single)(list))).toBe(one);
  });
});

describe('updateStudySettings', () => {
  const defaults = {
    desiredRetention: 0.9,
    newCardsPerDay: 20,
    reviewsPerDay: 200,
    learningSteps: ['1m', '10m'],
    relearningSteps: ['10m'],
    maximumIntervalDays: 36_500,
    fuzz: true,
    order: 'DUE',
  };

  it('changes what is given and keeps the rest', async () => {
    const query = `query ($id: ID!) { deck(id: $id) { studySettings { desiredRetention newCardsPerDay reviewsPerDay learningSteps relearningSteps maximumIntervalDays fuzz order } } }`;
    expect((await world.as(learner)(query, { id: learner.deckId })).data.deck.studySettings).toEqual(defaults);
    await world.settings(learner, learner.deckId, { desiredRetention: 0.95, learningSteps: ['90m', '2h', '1d'] });
    const { data } = await world.settings(learner, learner.deckId, {
      newCardsPerDay: 5,
      order: 'RANDOM',
      relearningSteps: [],
    });
    const expected = {
      ...defaults,
      desiredRetention: 0.95,
      learningSteps: ['90m', '2h', '1d'],
      newCardsPerDay: 5,
      order: 'RANDOM',
      relearningSteps: [],
    };
    expect(data.updateStudySettings.studySettings).toEqual(expected);
    expect((await world.as(learner)(query, { id: learner.deckId })).data.deck.studySettings).toEqual(expected);
  });

  it.each([
    [{ desiredRetention: 0.69 }, 'desiredRetention'],
    [{ desiredRetention: 1 }, 'desiredRetention'],
    [{ newCardsPerDay: -1 }, 'newCardsPerDay'],
    [{ reviewsPerDay: 10_000 }, 'reviewsPerDay'],
    [{ learningSteps: ['soon'] }, 'learningSteps'],
    [{ learningSteps: ['10m', '1m'] }, 'learningSteps'],
    [{ relearningSteps: Array.from({ length: 11 }, () => '1m') }, 'relearningSteps'],
    [{ maximumIntervalDays: 0 }, 'maximumIntervalDays'],
  ])('refuses %j', async (changes, field) => {
    const response = await world.settings(learner, learner.deckId, changes);
    expect(response.code).toBe('BAD_USER_INPUT');
    expect(JSON.stringify(response.errors[0]?.extensions?.issues)).toContain(field);
  });

  it('decides the schedule from then on', async () => {
    await world.settings(learner, learner.deckId, { fuzz: false });
    const easy = async (cardId: string | undefined) =>
      (await world.review(learner, { cardId, rating: 'EASY' })).data.reviewCard.memory.due;
    expect(await easy(learner.cardIds[0])).toBe('2026-03-10T09:00:00.000Z');
    await world.settings(learner, learner.deckId, { desiredRetention: 0.8 });
    expect((await easy(learner.cardIds[1])) > '2026-03-25').toBe(true);
    await world.settings(learner, learner.deckId, { maximumIntervalDays: 3 });
    expect(await easy(learner.cardIds[2])).toBe('2026-03-05T09:00:00.000Z');
  });

  it('is each learner’s own', async () => {
    const owner = await world.person();
    const deck = await makeDeck(world, owner, { visibility: 'PUBLIC' }, [['a', 'b']]);
    await world.settings(owner, deck.id, { newCardsPerDay: 1 });
    const { data } = await world.as(learner)(
      `query ($id: ID!) { deck(id: $id) { studySettings { newCardsPerDay } } }`,
      { id: deck.id },
    );
    expect(data.deck.studySettings.newCardsPerDay).toBe(20);
    const hidden = await world.learner(1);
    expect((await world.settings(learner, hidden.deckId, { newCardsPerDay: 1 })).code).toBe('NOT_FOUND');
  });
});

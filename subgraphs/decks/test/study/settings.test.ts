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
  learner = await world.learner(12);
});

const ids = (queue: { cards: { card: { id: string } }[] }) => queue.cards.map(({ card }) => card.id);
const states = (queue: { cards: { memory: { state: string } }[] }) => queue.cards.map(({ memory }) => memory.state);
const preset = (person: Person, name: string, input: object) =>
  world.as(person)(
    `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { id } }`,
    { input },
  );
const settingsOf = async (deckId: string) =>
  (
    await world.as(learner)(
      `query ($id: ID!) { deck(id: $id) { studySettings { newCardsPerDay order presetId today { newCards reviews } } } }`,
      { id: deckId },
    )
  ).data.deck.studySettings;

async function later(days: number) {
  world.clock.advance(days * 86_400_000);
  learner = { ...learner, ...(await world.signIn(learner)) };
}

describe('limits', () => {
  it('can be set for today only', async () => {
    await world.settings(learner, learner.deckId, { newCardsPerDay: 2 });
    await world.settings(learner, learner.deckId, { today: { newCards: 5 } });
    expect((await world.queue(learner, learner.deckId)).counts.new).toBe(5);
    expect((await settingsOf(learner.deckId)).today).toEqual({ newCards: 5, reviews: null });
    await later(1);
    expect((await world.queue(learner, learner.deckId)).counts.new).toBe(2);
    expect((await settingsOf(learner.deckId)).today).toBeNull();
  });

  it('of new cards can be apart from those of reviews', async () => {
    await world.settings(learner, learner.deckId, { fuzz: false, newCardsPerDay: 3, reviewsPerDay: 4 });
    for (const cardId of learner.cardIds.slice(0, 4)) await world.review(learner, { cardId, rating: 'EASY' });
    await later(8);
    expect((await world.queue(learner, learner.deckId)).counts).toEqual({ new: 0, learning: 0, review: 4 });
    await world.settings(learner, learner.deckId, { newCardsIgnoreReviewLimit: true });
    expect((await world.queue(learner, learner.deckId)).counts).toEqual({ new: 3, learning: 0, review: 4 });
  });
});

describe('the queue', () => {
  it.each([
    ['NEW_FIRST', ['NEW', 'NEW', 'REVIEW', 'REVIEW']],
    ['REVIEWS_FIRST', ['REVIEW', 'REVIEW', 'NEW', 'NEW']],
    ['MIXED', ['NEW', 'REVIEW', 'NEW', 'REVIEW']],
  ])('stands new cards among reviews as %s says', async (newCardMix, expected) => {
    await world.settings(learner, learner.deckId, { fuzz: false, newCardsPerDay: 2, newCardMix });
    for (const cardId of learner.cardIds.slice(0, 2)) await world.review(learner, { cardId, rating: 'EASY' });
    await later(8);
    expect(states(await world.queue(learner, learner.deckId))).toEqual(expected);
  });

  it('shows learning cards ahead of their time as far as set', async () => {
    await world.settings(learner, learner.deckId, { newCardsPerDay: 1, learnAheadMinutes: 5 });
    await world.review(learner, { cardId: learner.cardIds[0], rating: 'GOOD' });
    expect((await world.queue(learner, learner.deckId)).cards).toEqual([]);
    await world.settings(learner, learner.deckId, { learnAheadMinutes: 15 });
    expect(ids(await world.queue(learner, learner.deckId))).toEqual([learner.cardIds[0]]);
  });

  it('shows one of the cards of a note a day, counts the same, and gives the turn back when the review is undone', async () => {
    const deck = await makeDeck(world, learner);
    const added = await world.as(learner)(
      `mutation ($input: AddCardsInput!) { addCards(input: $input) { cards { id siblingKey } } }`,
      {
        input: {
          deckId: deck.id,
          cards: [
            { term: 'rouge', definition: 'red', siblingKey: 'note' },
            { term: 'red', definition: 'rouge', siblingKey: 'note' },
            { term: 'vert', definition: 'green' },
          ],
        },
      },
    );
    const [front, back, alone] = added.data.addCards.cards.map((card: { id: string }) => card.id);
    const first = await world.queue(learner, deck.id);
    expect(ids(first)).toEqual([front, alone]);
    expect(first.counts.new).toBe(2);
    const id = newId();
    await world.settings(learner, deck.id, { fuzz: false });
    await world.review(learner, { id, cardId: front, rating: 'EASY' });
    expect(ids(await world.queue(learner, deck.id))).toEqual([alone]);
    await world.as(learner)(`mutation ($id: ID!) { undoReview(id: $id) { reviewId } }`, { id });
    expect(ids(await world.queue(learner, deck.id))).toEqual([front, alone]);
    await world.review(learner, { cardId: front, rating: 'EASY' });
    await later(1);
    expect(ids(await world.queue(learner, deck.id))).toEqual([back, alone]);
    await world.review(learner, { cardId: back, rating: 'EASY' });
    await later(8);
    const both = await world.queue(learner, deck.id);
    expect(both.counts).toEqual({ new: 1, learning: 0, review: 1 });
    await world.settings(learner, deck.id, { burySiblings: false });
    expect((await world.queue(learner, deck.id)).counts).toEqual({ new: 1, learning: 0, review: 2 });
  });

  it('promises balanced intervals that the review keeps, and leaves days off free', async () => {
    const easyDays = [1, 1, 1, 1, 1, 0, 0];
    await world.settings(learner, learner.deckId, { loadBalance: true, easyDays, learningSteps: [] });
    for (const [index, cardId] of learner.cardIds.entries()) {
      const queue = await world.queue(learner, learner.deckId, 1);
      expect(ids(queue)).toEqual([cardId]);
      const rating = index % 2 === 0 ? 'EASY' : 'GOOD';
      const promised = queue.cards[0].intervals.find((one: { rating: string }) => one.rating === rating).due;
      const { data } = await world.review(learner, { cardId, rating });
      expect(data.reviewCard.memory.due).toBe(promised);
      if (rating === 'EASY') expect([0, 6]).not.toContain(new Date(promised).getUTCDay());
    }
  });
});

describe('a leech', () => {
  it('is suspended where that is set, told, and put back by taking back the review', async () => {
    const [cardId] = learner.cardIds;
    await world.settings(learner, learner.deckId, { leechLapses: 1, leechAction: 'SUSPEND' });
    await world.review(learner, { cardId, rating: 'EASY' });
    await later(9);
    const id = newId();
    const { data } = await world.review(learner, { id, cardId, rating: 'AGAIN' });
    expect(data.reviewCard.memory).toMatchObject({ leech: true, suspended: true, lapses: 1 });
    const event = await world.event('ruzlet.learning.card.leeched.v1', (one) => one.data.reviewId === id);
    expect(event.data).toMatchObject({ cardId, lapses: 1, suspended: true });
    expect((await world.review(learner, { cardId, rating: 'GOOD' })).code).toBe('CONFLICT');
    const undone = await world.as(learner)(
      `mutation ($id: ID!) { undoReview(id: $id) { memory { leech suspended lapses } } }`,
      { id },
    );
    expect(undone.data.undoReview.memory).toEqual({ leech: false, suspended: false, lapses: 0 });
  });
});

describe('a preset', () => {
  it('changes how every deck that follows it is studied, until the deck goes its own way', async () => {
    const other = await makeDeck(world, learner, {}, [['a', 'b']]);
    const id = newId();
    const input = { id, name: 'Slow', newCardsPerDay: 3, order: 'RANDOM' };
    expect((await preset(learner, 'createStudyPreset', input)).data.createStudyPreset.id).toBe(id);
    expect((await preset(learner, 'createStudyPreset', input)).data.createStudyPreset.id).toBe(id);
    await preset(learner, 'applyStudyPreset', { presetId: id, deckIds: [learner.deckId, other.id] });
    const followed = { newCardsPerDay: 3, order: 'RANDOM', presetId: id, today: null };
    expect(await settingsOf(learner.deckId)).toEqual(followed);
    await preset(learner, 'updateStudyPreset', { id, newCardsPerDay: 7 });
    expect((await settingsOf(other.id)).newCardsPerDay).toBe(7);
    const event = await world.event(
      'ruzlet.learning.settings.updated.v1',
      ({ data }) => data.deckId === other.id && data.newCardsPerDay === 7,
    );
    expect(event.data.presetId).toBe(id);
    await world.settings(learner, other.id, { newCardsPerDay: 9 });
    expect(await settingsOf(other.id)).toEqual({ ...followed, newCardsPerDay: 9, presetId: null });
    await world.settings(learner, learner.deckId, { today: { reviews: 1 }, examDate: '2026-05-01' });
    expect((await settingsOf(learner.deckId)).presetId).toBe(id);
    await world.as(learner)(`mutation ($id: ID!) { deleteStudyPreset(id: $id) { id } }`, { id });
    expect(await settingsOf(learner.deckId)).toMatchObject({ newCardsPerDay: 7, order: 'RANDOM', presetId: null });
  });

  it('is its owner’s, and sensible or refused', async () => {
    const { data } = await preset(learner, 'createStudyPreset', { name: 'Mine' });
    const { id } = data.createStudyPreset;
    const stranger = await world.learner(1);
    expect((await preset(stranger, 'updateStudyPreset', { id, name: 'Yours' })).code).toBe('NOT_FOUND');
    expect((await preset(stranger, 'applyStudyPreset', { presetId: id, deckIds: [stranger.deckId] })).code).toBe(
      'NOT_FOUND',
    );
    expect((await preset(stranger, 'createStudyPreset', { id, name: 'Yours' })).code).toBe('CONFLICT');
    expect((await preset(learner, 'applyStudyPreset', { presetId: id, deckIds: [stranger.deckId] })).code).toBe(
      'NOT_FOUND',
    );
    const mine = await world.as(learner)(`query { studyPresets { id name learningSteps } }`);
    expect(mine.data.studyPresets).toEqual([{ id, name: 'Mine', learningSteps: ['1m', '10m'] }]);
    expect((await world.as(null)(`query { studyPresets { id } }`)).code).toBe('UNAUTHENTICATED');
    for (const changes of [
      { name: '' },
      { name: 'x', easyDays: [1] },
      { name: 'x', easyDays: [0, 0, 0, 0, 0, 0, 0] },
      { name: 'x', leechLapses: 0 },
      { name: 'x', learnAheadMinutes: 1_441 },
    ])
      expect((await preset(learner, 'createStudyPreset', changes)).code).toBe('BAD_USER_INPUT');
  });
});

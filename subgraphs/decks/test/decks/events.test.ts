import { newId } from '@ruzlet/platform/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DecksWorld, makeDeck, openDecksWorld, type Person } from '../decks-world.js';

let world: DecksWorld;
let owner: Person;
beforeAll(async () => {
  world = await openDecksWorld();
  owner = await world.person();
});
afterAll(() => world.close());

it('tells of a deck with those who may edit and those who may read it', async () => {
  const { id } = await makeDeck(world, owner, { title: 'Shared', visibility: 'UNLISTED' }, [['a', 'b']]);
  const [editor, viewer] = [newId(), newId()];
  for (const [userId, permission] of [
    [editor, 'EDIT'],
    [viewer, 'VIEW'],
  ]) {
    await world.as(owner)(`mutation ($input: ShareDeckInput!) { shareDeck(input: $input) { deck { id } } }`, {
      input: { deckId: id, userId, permission },
    });
  }
  const { data, key } = await world.event(
    'ruzlet.content.deck.updated.v1',
    (event) => event.data.deckId === id && event.data.viewerIds.length === 1,
  );
  expect(key).toBe(id);
  expect(data).toEqual({
    deckId: id,
    ownerId: owner.id,
    title: 'Shared',
    visibility: 'UNLISTED',
    cardCount: 1,
    editorIds: [editor],
    viewerIds: [viewer],
  });
});

it('tells nothing when a share is set to what it is already', async () => {
  const { id } = await makeDeck(world, owner, { title: 'Quiet' });
  const share = { deckId: id, userId: newId(), permission: 'NONE' };
  await world.as(owner)(`mutation ($input: ShareDeckInput!) { shareDeck(input: $input) { deck { id } } }`, {
    input: share,
  });
  await makeDeck(world, owner, { title: 'After quiet' });
  await world.event('ruzlet.content.deck.created.v1', ({ data }) => data.title === 'After quiet');
  expect(world.published.filter(({ subject }) => subject === id)).toHaveLength(1);
});

describe('the copy of a learner', () => {
  const registered = { username: 'ann', displayName: 'Ann', locale: 'en', roles: ['LEARNER' as const] };
  const stored = async (userId: string) =>
    (await world.sql`select time_zone, day_starts_at from learners where user_id = ${userId}`)[0];

  it('follows registration and preferences', async () => {
    const userId = newId();
    const registeredAt = world.clock.now().toISOString();
    await world.publish('ruzlet.user.registered.v1', '/auth', {
      ...registered,
      userId,
      timeZone: 'Europe/Moscow',
      registeredAt,
    });
    expect(await stored(userId)).toEqual({ time_zone: 'Europe/Moscow', day_starts_at: 4 });
    await world.publish('ruzlet.user.preferences.updated.v1', '/users', {
      userId,
      locale: 'ru',
      timeZone: 'Asia/Yekaterinburg',
      dayStartsAt: 0,
      dailyGoalReviews: 50,
      profileVisibility: 'PUBLIC',
      showOnLeaderboards: true,
    });
    expect(await stored(userId)).toEqual({ time_zone: 'Asia/Yekaterinburg', day_starts_at: 0 });
  });

  it('has a zone that exists', async () => {
    const userId = newId();
    const registeredAt = world.clock.now().toISOString();
    await world.publish('ruzlet.user.registered.v1', '/auth', {
      ...registered,
      userId,
      timeZone: 'Mars/Olympus',
      registeredAt,
    });
    expect(await stored(userId)).toEqual({ time_zone: 'UTC', day_starts_at: 4 });
  });
});

it('resolves references by the same few queries, however many they are', async () => {
  const decks: { id: string; cardIds: string[] }[] = [];
  for (let index = 0; index < 20; index += 1) decks.push(await makeDeck(world, owner, {}, [['a', 'b']]));
  const read = async (some: typeof decks) => {
    const representations = some.flatMap(({ id, cardIds }) => [
      { __typename: 'Deck', id },
      { __typename: 'Card', id: cardIds[0] },
    ]);
    const { data, errors } = await world.as(owner)(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Deck { title viewerPermission } ... on Card { term position deck { title } } } }`,
      { representations },
    );
    expect(errors).toEqual([]);
    expect(data._entities).not.toContain(null);
  };
  const forOne = await world.countQueries(() => read(decks.slice(0, 1)));
  const forAll = await world.countQueries(() => read(decks));
  expect(forAll).toBe(forOne);
});

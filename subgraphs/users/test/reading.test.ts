import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@ruzlet/platform/ids';
import { waitFor } from '@ruzlet/testkit/wait';
import { usersFixture, type UsersFixture } from './fixture.js';

let fixture: UsersFixture;
beforeAll(async () => {
  fixture = await usersFixture();
});
afterAll(() => fixture.close());

const me =
  '{ me { id username displayName bio createdAt preferences { locale timeZone dayStartsAt dailyGoalReviews profileVisibility showOnLeaderboards } } }';
const entities =
  'query ($r: [_Any!]!) { _entities(representations: $r) { ... on User { id username displayName bio } } }';
const user = 'query ($id: ID!) { user(id: $id) { id username displayName bio preferences { locale } } }';
const references = (...ids: string[]) => ({ r: ids.map((id) => ({ __typename: 'User', id })) });

describe('me', () => {
  it('is null for an anonymous viewer', async () => {
    expect((await fixture.send(me)).data).toEqual({ me: null });
  });

  it('is there before the registration has arrived, from the token, and stays when it does', async () => {
    const anna = await fixture.stranger({ displayName: 'Анна' });
    const startedAt = performance.now();
    const { data, errors } = await fixture.send(me, {}, anna.token);
    expect(errors).toEqual([]);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(data.me).toMatchObject({
      id: anna.id,
      username: anna.username,
      displayName: 'Анна',
      bio: null,
      preferences: {
        locale: 'en',
        timeZone: 'UTC',
        dayStartsAt: 4,
        dailyGoalReviews: 50,
        profileVisibility: 'PUBLIC',
        showOnLeaderboards: true,
      },
    });
    await fixture.send('mutation { updateProfile(input: { displayName: "Anna B." }) { id } }', {}, anna.token);
    await fixture.announce(anna);
    expect((await fixture.send(me, {}, anna.token)).data.me.displayName).toBe('Anna B.');
  });

  it('is one profile when many requests are the first at the same time', async () => {
    const anna = await fixture.stranger();
    const answers = await Promise.all(Array.from({ length: 10 }, () => fixture.send(me, {}, anna.token)));
    expect(new Set(answers.map(({ data }) => data.me.createdAt)).size).toBe(1);
  });
});

describe('a user who has just registered', () => {
  it('is waited for, so that a late event leaves no hole', async () => {
    const anna = await fixture.stranger();
    const boris = await fixture.stranger();
    const answer = fixture.send(entities, references(anna.id, boris.id));
    // The event comes when the question already waits.
    let answered = false;
    void answer.then(() => (answered = true));
    await fixture.announce(anna);
    expect(answered).toBe(false);
    await fixture.announce(boris);
    const { data, errors } = await answer;
    expect(errors).toEqual([]);
    expect(data._entities.map((found: { username: string }) => found.username)).toEqual([
      anna.username,
      boris.username,
    ]);
  });

  it('is null when nothing comes within three seconds, and at once for an old or foreign id', async () => {
    const quick = performance.now();
    const old = newId(new Date(Date.now() - 61_000));
    expect((await fixture.send(user, { id: old })).data).toEqual({ user: null });
    expect((await fixture.send(user, { id: 'no uuid' })).data).toEqual({ user: null });
    expect((await fixture.send(user, { id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff' })).data).toEqual({ user: null });
    expect(performance.now() - quick).toBeLessThan(2_000);

    const slow = performance.now();
    expect((await fixture.send(entities, references(newId()))).data).toEqual({ _entities: [null] });
    expect(performance.now() - slow).toBeGreaterThan(2_900);
  });
});

describe('references', () => {
  const reads = () => fixture.queries.filter((query) => query.includes('from "profiles" where "profiles"."id" in'));

  it('are read in one query, however many there are', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => fixture.person()));
    const before = reads().length;
    const { data } = await fixture.send(
      entities,
      references(...people.map(({ id }) => id), ...people.map(({ id }) => id)),
    );
    expect(data._entities.map((found: { id: string }) => found.id)).toEqual([...people, ...people].map(({ id }) => id));
    expect(reads().length - before).toBe(1);
  });

  it('are read in one query for all viewers who ask at once, each of whom sees what they may', async () => {
    const anna = await fixture.person();
    await fixture.send('mutation { updateProfile(input: { bio: "Herons." }) { id } }', {}, anna.token);
    await fixture.send('mutation { updatePreferences(input: { profileVisibility: PRIVATE }) { id } }', {}, anna.token);
    const viewers = [anna, ...(await Promise.all(Array.from({ length: 30 }, () => fixture.person())))];
    const ask = () => Promise.all(viewers.map(({ token }) => fixture.send(entities, references(anna.id), token)));
    // Their tokens are verified when they first ask, which takes each a while of its own.
    await ask();
    const before = reads().length;
    const answers = await ask();
    expect(reads().length - before).toBe(1);
    const { id, username, displayName } = anna;
    expect(answers.map(({ data }) => data._entities)).toEqual(
      viewers.map((viewer) => [{ id, username, displayName, bio: viewer === anna ? 'Herons.' : null }]),
    );
  });
});

describe('visibility', () => {
  const update = 'mutation ($v: ProfileVisibility!) { updatePreferences(input: { profileVisibility: $v }) { id } }';
  const byName = 'query ($n: String!) { userByUsername(username: $n) { id } }';

  it('shows bio and finds by name as the profile says; names are there for whoever knows the id', async () => {
    const anna = await fixture.person();
    const boris = await fixture.person();
    await fixture.send('mutation { updateProfile(input: { bio: "Herons." }) { id } }', {}, anna.token);
    const expected = {
      PUBLIC: { anonymous: true, member: true },
      MEMBERS: { anonymous: false, member: true },
      PRIVATE: { anonymous: false, member: false },
    };
    for (const [visibility, sees] of Object.entries(expected)) {
      await fixture.send(update, { v: visibility }, anna.token);
      for (const [token, may] of [
        [undefined, sees.anonymous],
        [boris.token, sees.member],
        [anna.token, true],
      ] as const) {
        const read = await fixture.send(user, { id: anna.id }, token);
        expect(read.data.user, visibility).toEqual({
          id: anna.id,
          username: anna.username,
          displayName: anna.displayName,
          bio: may ? 'Herons.' : null,
          preferences: token === anna.token ? { locale: 'en' } : null,
        });
        const found = await fixture.send(byName, { n: anna.username.toUpperCase() }, token);
        expect(found.data.userByUsername, visibility).toEqual(may ? { id: anna.id } : null);
      }
    }
  });
});

describe('a former username', () => {
  const byName = 'query ($n: String!) { userByUsername(username: $n) { id username } }';
  const former = 'query ($id: ID!) { user(id: $id) { previousUsernames { username until } } }';

  it('leads to who had it last, as long as nobody else has it, and is listed for its owner alone', async () => {
    const anna = await fixture.person({ username: 'anna-first' });
    const boris = await fixture.person();
    const [once, twice] = [new Date('2026-05-01T10:00:00Z'), new Date('2026-05-02T10:00:00Z')];
    await fixture.rename(anna, 'anna-second', once);
    await fixture.rename({ ...anna, username: 'anna-second' }, 'anna-third', twice);
    const find = async (n: string, token?: string) => (await fixture.send(byName, { n }, token)).data.userByUsername;
    for (const name of ['Anna-First', 'anna-second', 'anna-third']) {
      expect(await find(name), name).toEqual({ id: anna.id, username: 'anna-third' });
    }
    expect((await fixture.send(former, { id: anna.id }, anna.token)).data.user.previousUsernames).toEqual([
      { username: 'anna-second', until: twice.toISOString() },
      { username: 'anna-first', until: once.toISOString() },
    ]);
    expect((await fixture.send(former, { id: anna.id }, boris.token)).data.user.previousUsernames).toBeNull();
    expect((await fixture.send(former, { id: anna.id })).data.user.previousUsernames).toBeNull();

    // An old name tells no more than the new one may.
    const hide = 'mutation { updatePreferences(input: { profileVisibility: PRIVATE }) { id } }';
    await fixture.send(hide, {}, anna.token);
    expect(await find('anna-first', boris.token)).toBeNull();
    expect(await find('anna-first', anna.token)).toMatchObject({ id: anna.id });

    const heir = await fixture.person({ username: 'anna-first' });
    expect(await find('anna-first')).toEqual({ id: heir.id, username: 'anna-first' });
  });
});

describe('searchUsers', () => {
  const search = /* GraphQL */ `
    query ($q: String!, $first: Int, $after: String) {
      searchUsers(query: $q, first: $first, after: $after) {
        edges {
          node {
            id
            displayName
          }
          cursor
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          endCursor
        }
      }
    }
  `;
  const names = (response: { data: { searchUsers: { edges: { node: { displayName: string } }[] } } }) =>
    response.data.searchUsers.edges.map(({ node }) => node.displayName);

  it('is for the signed-in, with a text', async () => {
    expect((await fixture.send(search, { q: 'anna' })).code).toBe('UNAUTHENTICATED');
    const { token } = await fixture.person();
    expect((await fixture.send(search, { q: '  ' }, token)).code).toBe('BAD_USER_INPUT');
    expect((await fixture.send(search, { q: 'x', first: 101 }, token)).code).toBe('BAD_USER_INPUT');
    expect((await fixture.send(search, { q: 'x', after: 'nonsense' }, token)).code).toBe('BAD_USER_INPUT');
  });

  it('finds by either name, forgives typing errors, reads Cyrillic, and takes signs literally', async () => {
    const { token } = await fixture.person({ displayName: 'Katharina Wolkenstein' });
    await fixture.person({ username: 'mike_sky', displayName: 'Михаил Небесный' });
    for (const q of ['katharina', 'KATARINA', 'wolkenstien', 'harin']) {
      expect(names(await fixture.send(search, { q }, token)), q).toContain('Katharina Wolkenstein');
    }
    expect(names(await fixture.send(search, { q: 'небесный' }, token))).toEqual(['Михаил Небесный']);
    expect(names(await fixture.send(search, { q: 'ike_sk' }, token))).toContain('Михаил Небесный');
    expect(names(await fixture.send(search, { q: '%' }, token))).toEqual([]);
  });

  it('leaves private profiles out, but for their owner', async () => {
    const hidden = await fixture.person({ displayName: 'Zoraida Quillfeather' });
    const { token } = await fixture.person();
    await fixture.send(
      'mutation { updatePreferences(input: { profileVisibility: PRIVATE }) { id } }',
      {},
      hidden.token,
    );
    expect(names(await fixture.send(search, { q: 'zoraida' }, token))).toEqual([]);
    expect(names(await fixture.send(search, { q: 'zoraida' }, hidden.token))).toEqual(['Zoraida Quillfeather']);
  });

  it('pages through all, each once, the most alike first', async () => {
    const { token } = await fixture.person();
    const all = await Promise.all(
      Array.from({ length: 7 }, (_, index) => fixture.person({ displayName: `Ptarmigan ${'x'.repeat(index * 3)}` })),
    );
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const response = await fixture.send(search, { q: 'ptarmigan', first: 3, after }, token);
      const page: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } =
        response.data.searchUsers;
      seen.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(7);
    expect(new Set(seen)).toEqual(new Set(all.map(({ id }) => id)));
    expect(seen[0]).toBe(all[0]?.id);
  });
});

describe('registrations', () => {
  it('change nothing the second time, and ones that cannot be read hold nothing up', async () => {
    const anna = await fixture.person();
    await fixture.announce({ ...anna, displayName: 'Somebody else' });
    await fixture.bus.publish([{ topic: 'user.events', key: 'x', value: 'not an event' }]);
    const boris = await fixture.person();
    await waitFor(async () => (await fixture.send(user, { id: boris.id })).data.user !== null);
    expect((await fixture.send(user, { id: anna.id })).data.user.displayName).toBe(anna.displayName);
  });
});

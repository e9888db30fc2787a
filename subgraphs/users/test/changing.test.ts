import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventOf, RuzletEvent } from '@ruzlet/contracts/registry';
import { waitFor } from '@ruzlet/testkit/wait';
import { usersFixture, type UsersFixture } from './fixture.js';

let fixture: UsersFixture;
beforeAll(async () => {
  fixture = await usersFixture();
});
afterAll(() => fixture.close());

const updateProfile =
  'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { id username displayName bio } }';
const updatePreferences =
  'mutation ($input: UpdatePreferencesInput!) { updatePreferences(input: $input) { preferences { locale timeZone dayStartsAt dailyGoalReviews profileVisibility showOnLeaderboards } } }';

const isProfile = (event: RuzletEvent): event is EventOf<'ruzlet.user.profile.updated.v1'> =>
  event.type === 'ruzlet.user.profile.updated.v1';
const isPreferences = (event: RuzletEvent): event is EventOf<'ruzlet.user.preferences.updated.v1'> =>
  event.type === 'ruzlet.user.preferences.updated.v1';
const profileEvents = (id: string) => fixture.events.filter(isProfile).filter((event) => event.subject === id);
const preferenceEvents = (id: string) => fixture.events.filter(isPreferences).filter((event) => event.subject === id);

/** The relay keeps order, so when this one has come, everything before it has. */
async function settle(): Promise<void> {
  const marker = await fixture.person();
  await fixture.send(updateProfile, { input: { bio: 'marker' } }, marker.token);
  await waitFor(() => profileEvents(marker.id).length > 0);
}

describe('updateProfile', () => {
  it('changes what is given, removes the bio by null or blank, and tells of the whole', async () => {
    const { id, token, username, displayName } = await fixture.person();
    const first = await fixture.send(updateProfile, { input: { bio: ' Herons\r\nand rivers. ' } }, token);
    expect(first.data.updateProfile).toEqual({ id, username, displayName, bio: 'Herons\nand rivers.' });
    const second = await fixture.send(updateProfile, { input: { displayName: ' Heron ' } }, token);
    expect(second.data.updateProfile).toEqual({ id, username, displayName: 'Heron', bio: 'Herons\nand rivers.' });
    const third = await fixture.send(updateProfile, { input: { bio: null } }, token);
    expect(third.data.updateProfile.bio).toBeNull();
    await waitFor(() => profileEvents(id).length === 3);
    expect(profileEvents(id).map(({ data }) => data)).toEqual([
      { userId: id, username, displayName, bio: 'Herons\nand rivers.' },
      { userId: id, username, displayName: 'Heron', bio: 'Herons\nand rivers.' },
      { userId: id, username, displayName: 'Heron' },
    ]);
  });

  it('says nothing when nothing changes', async () => {
    const { id, token, displayName } = await fixture.person();
    await fixture.send(updateProfile, { input: { displayName, bio: '' } }, token);
    await fixture.send(updateProfile, { input: {} }, token);
    await settle();
    expect(profileEvents(id)).toEqual([]);
  });

  it('works for somebody whose registration has not arrived', async () => {
    const { id, token } = await fixture.stranger();
    const { data } = await fixture.send(updateProfile, { input: { bio: 'First!' } }, token);
    expect(data.updateProfile).toMatchObject({ id, bio: 'First!' });
  });

  it.each([
    [{ displayName: '' }, 'displayName'],
    [{ displayName: 'x'.repeat(81) }, 'displayName'],
    [{ displayName: null }, 'displayName'],
    [{ displayName: 'a\u202Eb' }, 'displayName'],
    [{ displayName: 'a\nb' }, 'displayName'],
    [{ displayName: '\u200b\u3164' }, 'displayName'],
    [{ displayName: 'half \ud83c' }, 'displayName'],
    [{ bio: 'x'.repeat(1_001) }, 'bio'],
    [{ bio: 'a\u0000b' }, 'bio'],
  ])('refuses %j', async (input, field) => {
    const { token } = await fixture.person();
    const { code, errors } = await fixture.send(updateProfile, { input }, token);
    expect(code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.extensions?.issues).toEqual([{ path: ['input', field], message: expect.any(String) }]);
  });

  it('is for the signed-in', async () => {
    expect((await fixture.send(updateProfile, { input: {} })).code).toBe('UNAUTHENTICATED');
    expect((await fixture.send(updatePreferences, { input: {} })).code).toBe('UNAUTHENTICATED');
  });
});

describe('updatePreferences', () => {
  it('changes what is given and tells of the whole', async () => {
    const { id, token } = await fixture.person();
    const input = {
      locale: 'ru-ru',
      timeZone: 'Europe/Moscow',
      dayStartsAt: 0,
      dailyGoalReviews: 0,
      showOnLeaderboards: false,
    };
    const expected = { ...input, locale: 'ru-RU', profileVisibility: 'PUBLIC' };
    const { data, errors } = await fixture.send(updatePreferences, { input }, token);
    expect(errors).toEqual([]);
    expect(data.updatePreferences.preferences).toEqual(expected);
    await waitFor(() => preferenceEvents(id).length === 1);
    expect(preferenceEvents(id)[0]?.data).toEqual({ userId: id, ...expected });
  });

  it.each([
    [{ locale: 'not a locale' }],
    [{ timeZone: 'Mars/Base' }],
    [{ timeZone: '+03:00' }],
    [{ dayStartsAt: 24 }],
    [{ dayStartsAt: -1 }],
    [{ dailyGoalReviews: 10_000 }],
    [{ dailyGoalReviews: -1 }],
    [{ showOnLeaderboards: null }],
  ])('refuses %j', async (input) => {
    const { id, token } = await fixture.person();
    expect((await fixture.send(updatePreferences, { input }, token)).code).toBe('BAD_USER_INPUT');
    await settle();
    expect(preferenceEvents(id)).toEqual([]);
  });

  it('keeps the order of changes that are made at the same time', async () => {
    const { id, token } = await fixture.person();
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        fixture.send(updatePreferences, { input: { dailyGoalReviews: 100 + index } }, token),
      ),
    );
    await waitFor(() => preferenceEvents(id).length === 12);
    const [row] = await fixture.sql`select daily_goal_reviews from profiles where id = ${id}`;
    expect(preferenceEvents(id).at(-1)?.data.dailyGoalReviews).toBe(row?.daily_goal_reviews);
  });
});

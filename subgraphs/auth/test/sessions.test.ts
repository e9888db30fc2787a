import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authFixture, goodPassword, loginMutation, refreshMutation, signUp, type AuthFixture } from './fixture.js';

let fixture: AuthFixture;
beforeAll(async () => {
  fixture = await authFixture();
});
afterAll(() => fixture.close());

const refresh = (token: string) => fixture.send(refreshMutation, { token });
const logIn = async (email: string, password = goodPassword) => {
  const { data } = await fixture.send(loginMutation, { input: { email, password } });
  return data.login as { accessToken: string; refreshToken: string };
};
const accountFields = '{ email sessions { id current } }';

describe('refreshSession', () => {
  it('gives new tokens of the same session, again and again', async () => {
    const { refreshToken, id } = await signUp(fixture);
    let token = refreshToken;
    for (let round = 0; round < 5; round += 1) {
      fixture.clock.advance(15 * 60_000);
      const { data, errors } = await refresh(token);
      expect(errors).toEqual([]);
      expect(data.refreshSession.user.id).toBe(id);
      expect(data.refreshSession.refreshToken).not.toBe(token);
      token = data.refreshSession.refreshToken;
    }
    const [count] = await fixture.sql`select count(*)::int as n from sessions where account_id = ${id}`;
    expect(count?.n).toBe(1);
  });

  it('ends the whole session when a used token comes again, and says so', async () => {
    const { refreshToken, id } = await signUp(fixture);
    const next = (await refresh(refreshToken)).data.refreshSession.refreshToken;
    fixture.clock.advance(10_001);
    expect((await refresh(refreshToken)).code).toBe('UNAUTHENTICATED');
    const ended = await fixture.event('ruzlet.user.session.ended.v1', (event) => event.data.userId === id);
    expect(ended.data.reason).toBe('REUSE_DETECTED');
    expect((await refresh(next)).code).toBe('UNAUTHENTICATED');
  });

  it('leaves other sessions of the same user alone when one is ended for reuse', async () => {
    const { refreshToken, person } = await signUp(fixture);
    const other = await logIn(person.email);
    await refresh(refreshToken);
    fixture.clock.advance(60_000);
    await refresh(refreshToken);
    expect((await refresh(other.refreshToken)).errors).toEqual([]);
  });

  it('serves two tabs that refresh at the same moment, and each of them afterwards', async () => {
    const { refreshToken, id } = await signUp(fixture);
    const tabs = await Promise.all([refresh(refreshToken), refresh(refreshToken), refresh(refreshToken)]);
    expect(tabs.map(({ code }) => code)).toEqual([undefined, undefined, undefined]);
    const tokens = tabs.map(({ data }) => data.refreshSession.refreshToken);
    expect(new Set(tokens).size).toBe(3);
    fixture.clock.advance(15 * 60_000);
    for (const token of tokens) expect((await refresh(token)).errors).toEqual([]);
    const [count] =
      await fixture.sql`select count(*)::int as n from sessions where account_id = ${id} and ended_at is null`;
    expect(count?.n).toBe(1);
  });

  it('takes an older predecessor for stolen even within the grace', async () => {
    const { refreshToken } = await signUp(fixture);
    const second = (await refresh(refreshToken)).data.refreshSession.refreshToken;
    const third = (await refresh(second)).data.refreshSession.refreshToken;
    expect((await refresh(refreshToken)).code).toBe('UNAUTHENTICATED');
    expect((await refresh(third)).code).toBe('UNAUTHENTICATED');
  });

  it('refuses what is no token, an unknown one and an expired one alike', async () => {
    const { refreshToken, id } = await signUp(fixture);
    fixture.clock.advance(30 * 86_400_000);
    const answers = [await refresh('nonsense'), await refresh('A'.repeat(43)), await refresh(refreshToken)];
    expect(answers[0]?.code).toBe('UNAUTHENTICATED');
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    const ended = await fixture.event('ruzlet.user.session.ended.v1', (event) => event.data.userId === id);
    expect(ended.data.reason).toBe('EXPIRED');
  });

  it('carries roles and names as they are now', async () => {
    const { refreshToken, id } = await signUp(fixture);
    await fixture.sql`update accounts set display_name = 'Renamed' where id = ${id}`;
    const { data } = await refresh(refreshToken);
    expect(decodeJwt(data.refreshSession.accessToken).name).toBe('Renamed');
  });
});

describe('ending sessions', () => {
  it('logs out: the refresh token is dead, and so is the account to this access token', async () => {
    const { token, refreshToken, id } = await signUp(fixture);
    expect((await fixture.send('mutation { logout }', {}, token)).data).toEqual({ logout: true });
    expect((await refresh(refreshToken)).code).toBe('UNAUTHENTICATED');
    expect((await fixture.send('mutation { revokeAllOtherSessions { email } }', {}, token)).code).toBe(
      'UNAUTHENTICATED',
    );
    expect((await fixture.send('mutation { logout }', {}, token)).data).toEqual({ logout: true });
    const ended = await fixture.event('ruzlet.user.session.ended.v1', (event) => event.data.userId === id);
    expect(ended.data.reason).toBe('LOGOUT');
    expect(
      fixture.events.filter((event) => event.type === 'ruzlet.user.session.ended.v1' && event.data.userId === id),
    ).toHaveLength(1);
  });

  it('needs a token', async () => {
    for (const mutation of ['logout', 'revokeAllOtherSessions { email }', 'beginTotpEnrollment { secret }']) {
      expect((await fixture.send(`mutation { ${mutation} }`)).code).toBe('UNAUTHENTICATED');
    }
  });

  it('revokes one session, but none of somebody else', async () => {
    const { token, person } = await signUp(fixture);
    const other = await logIn(person.email);
    const otherId = decodeJwt(other.accessToken).sid;
    const stranger = await signUp(fixture);
    const revoke = 'mutation ($id: ID!) { revokeSession(id: $id) ' + accountFields + ' }';
    expect((await fixture.send(revoke, { id: otherId }, stranger.token)).code).toBe('NOT_FOUND');
    expect((await fixture.send(revoke, { id: 'no uuid' }, token)).code).toBe('NOT_FOUND');
    const { data } = await fixture.send(revoke, { id: otherId }, token);
    expect(data.revokeSession.sessions).toEqual([expect.objectContaining({ current: true })]);
    expect((await refresh(other.refreshToken)).code).toBe('UNAUTHENTICATED');
  });

  it('revokes all others', async () => {
    const { token, person, refreshToken } = await signUp(fixture);
    const others = [await logIn(person.email), await logIn(person.email)];
    const { data } = await fixture.send(`mutation { revokeAllOtherSessions ${accountFields} }`, {}, token);
    expect(data.revokeAllOtherSessions.sessions).toHaveLength(1);
    for (const other of others) expect((await refresh(other.refreshToken)).code).toBe('UNAUTHENTICATED');
    expect((await refresh(refreshToken)).errors).toEqual([]);
  });
});

describe('sessions that end each other', () => {
  it('leave one', async () => {
    const { token, person, id } = await signUp(fixture);
    const tokens = [token, (await logIn(person.email)).accessToken, (await logIn(person.email)).accessToken];
    const answers = await Promise.all(
      tokens.map((one) => fixture.send('mutation { revokeAllOtherSessions { email } }', {}, one)),
    );
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
    const live = await fixture.sql`select id from sessions where account_id = ${id} and ended_at is null`;
    expect(live).toHaveLength(1);
  });
});

describe('changePassword', () => {
  const change = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) ' + accountFields + ' }';

  it('needs the current password, takes the new one and ends all other sessions', async () => {
    const { token, person, refreshToken } = await signUp(fixture);
    const other = await logIn(person.email);
    const newPassword = 'another bridge, another heron';
    const wrong = await fixture.send(change, { input: { currentPassword: 'something else', newPassword } }, token);
    expect(wrong.code).toBe('BAD_USER_INPUT');
    const weak = await fixture.send(
      change,
      { input: { currentPassword: goodPassword, newPassword: 'password123' } },
      token,
    );
    expect(weak.code).toBe('BAD_USER_INPUT');

    const { data } = await fixture.send(change, { input: { currentPassword: goodPassword, newPassword } }, token);
    expect(data.changePassword.sessions).toHaveLength(1);
    expect((await refresh(other.refreshToken)).code).toBe('UNAUTHENTICATED');
    expect((await refresh(refreshToken)).errors).toEqual([]);
    const old = await fixture.send(loginMutation, { input: { email: person.email, password: goodPassword } });
    expect(old.code).toBe('UNAUTHENTICATED');
    expect((await logIn(person.email, newPassword)).accessToken).toBeTypeOf('string');
  });
});

import { authLimits } from '../src/services/auth-limits.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import {
  authFixture,
  goodPassword,
  loginMutation,
  registerMutation,
  signUp,
  somebody,
  type AuthFixture,
} from './fixture.js';

let fixture: AuthFixture;
beforeAll(async () => {
  fixture = await authFixture();
});
afterAll(() => fixture.close());

const accountQuery = /* GraphQL */ `
  query ($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on User {
        id
        account {
          email
          roles
          sessions {
            id
            userAgent
            current
          }
        }
      }
    }
  }
`;
const userOf = (id: string) => ({ representations: [{ __typename: 'User', id }] });

describe('register', () => {
  it('signs in at once, with the account in the payload and the claims in the token', async () => {
    const person = { ...somebody(), locale: 'ru-ru', timeZone: 'Europe/Moscow', displayName: ' Анна ' };
    const { data, errors } = await fixture.send(registerMutation, { input: person });
    expect(errors).toEqual([]);
    const { accessToken, expiresAt, user } = data.register;
    expect(user.account).toMatchObject({
      id: user.id,
      email: person.email,
      emailVerified: false,
      username: person.username,
      roles: ['LEARNER'],
      sessions: [{ current: true }],
      mfa: { enabled: false },
    });
    expect(decodeProtectedHeader(accessToken)).toMatchObject({ alg: 'EdDSA' });
    const claims = decodeJwt(accessToken);
    expect(claims).toMatchObject({
      sub: user.id,
      sid: user.account.sessions[0].id,
      roles: ['LEARNER'],
      iss: 'ruzlet',
      aud: 'ruzlet',
      preferred_username: person.username,
      name: 'Анна',
      locale: 'ru-RU',
      zoneinfo: 'Europe/Moscow',
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(15 * 60);
    expect(new Date(expiresAt).getTime()).toBe((claims.exp ?? 0) * 1_000);
  });

  it('tells of the registration and of the session, in this order', async () => {
    const { id, person } = await signUp(fixture);
    const registered = await fixture.event('ruzlet.user.registered.v1', (event) => event.data.userId === id);
    const started = await fixture.event('ruzlet.user.session.started.v1', (event) => event.data.userId === id);
    expect(registered.data).toMatchObject({
      username: person.username,
      displayName: 'Somebody',
      roles: ['LEARNER'],
      locale: 'en',
      timeZone: 'UTC',
    });
    expect(fixture.events.indexOf(registered)).toBeLessThan(fixture.events.indexOf(started));
  });

  it('names every wrong field with a reason', async () => {
    const { code, errors } = await fixture.send(registerMutation, {
      input: {
        email: 'anna@example.com',
        username: 'a b',
        password: 'short',
        displayName: ' ',
        locale: 'not a locale',
        timeZone: 'Mars/Base',
      },
    });
    expect(code).toBe('BAD_USER_INPUT');
    const issues = errors[0]?.extensions?.issues;
    expect(Array.isArray(issues) && issues.map((issue: { path: string[] }) => issue.path.join('.')).sort()).toEqual([
      'input.displayName',
      'input.locale',
      'input.password',
      'input.timeZone',
      'input.username',
    ]);
    for (const displayName of ['\u200b\u2060', 'half \ud83c']) {
      const { code } = await fixture.send(registerMutation, { input: { ...somebody(), displayName } });
      expect(code).toBe('BAD_USER_INPUT');
    }
    const common = await fixture.send(registerMutation, { input: { ...somebody(), password: 'qwerty12345' } });
    expect(common.code).toBe('BAD_USER_INPUT');
    expect(common.errors[0]?.message).toContain('commonest');
  });

  it.each([
    ['the same address', (p: ReturnType<typeof somebody>) => ({ ...somebody(), email: p.email })],
    ['the address in capitals', (p: ReturnType<typeof somebody>) => ({ ...somebody(), email: p.email.toUpperCase() })],
    ['the same username', (p: ReturnType<typeof somebody>) => ({ ...somebody(), username: p.username })],
    [
      'a username of look-alike letters',
      (p: ReturnType<typeof somebody>) => ({ ...somebody(), username: p.username.replaceAll('e', 'е').toUpperCase() }),
    ],
  ])('refuses %s with CONFLICT and emits nothing', async (_what, second) => {
    const first = await signUp(fixture);
    const before = fixture.events.length;
    const taken = second(first.person);
    const { code } = await fixture.send(registerMutation, { input: taken });
    expect(code).toBe('CONFLICT');
    const next = await signUp(fixture);
    await fixture.event('ruzlet.user.session.started.v1', (event) => event.data.userId === next.id);
    const registered = fixture.events.slice(before).filter((event) => event.type === 'ruzlet.user.registered.v1');
    expect(registered.map((event) => event.subject).filter((id) => id !== first.id)).toEqual([next.id]);
  });

  it('lets one of many win who register the same name at the same moment', async () => {
    const person = somebody();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        fixture.send(registerMutation, { input: { ...person, email: `${String(index)}-${person.email}` } }),
      ),
    );
    expect(outcomes.filter(({ code }) => code === undefined)).toHaveLength(1);
    expect(outcomes.filter(({ code }) => code === 'CONFLICT')).toHaveLength(7);
  });

  it('keeps neither the password nor the refresh token', async () => {
    const { id, refreshToken } = await signUp(fixture);
    const rows = await fixture.sql`
      select a::text || coalesce(string_agg(t::text, ''), '') as kept from accounts a
      join sessions s on s.account_id = a.id join refresh_tokens t on t.session_id = s.id
      where a.id = ${id} group by a`;
    const kept = String(rows[0]?.kept);
    expect(kept).toContain('$argon2id$v=19$m=64,t=1,p=1$');
    expect(kept).not.toContain(goodPassword);
    expect(kept).not.toContain(refreshToken);
  });
});

describe('login', () => {
  it('takes the address or the username, in any case', async () => {
    const { id, person } = await signUp(fixture);
    const password = person.password;
    for (const input of [
      { email: person.email, password },
      { email: person.email.toUpperCase(), password },
      { username: person.username, password },
      { login: person.username.toUpperCase(), password },
      { login: person.email, password },
    ]) {
      const { data, errors } = await fixture.send(loginMutation, { input });
      expect(errors).toEqual([]);
      expect(data.login).toMatchObject({ __typename: 'AuthPayload', user: { id } });
    }
  });

  it('answers a wrong password and an unknown account alike, after the same work', async () => {
    const { person } = await signUp(fixture);
    const wrong = await fixture.send(loginMutation, { input: { email: person.email, password: 'not the password' } });
    const nobody = await fixture.send(loginMutation, {
      input: { email: 'nobody@example.com', password: 'not the password' },
    });
    expect(wrong.code).toBe('UNAUTHENTICATED');
    expect(nobody).toEqual(wrong);
  });

  it('needs exactly one name', async () => {
    const { code } = await fixture.send(loginMutation, { input: { password: goodPassword } });
    expect(code).toBe('BAD_USER_INPUT');
  });

  it('hashes again at the next login when the parameters have changed', async () => {
    const { id, person } = await signUp(fixture);
    const replica = await fixture.replica({ argon2: { memoryKib: 128, iterations: 2, parallelism: 1 } });
    const response = await replica.execute({
      query: loginMutation,
      variables: { input: { email: person.email, password: person.password } },
    });
    expect(response.errors).toBeUndefined();
    const [row] = await fixture.sql`select password_hash from accounts where id = ${id}`;
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=128,t=2,p=1\$/);
    const again = await fixture.send(loginMutation, { input: { email: person.email, password: person.password } });
    expect(again.errors).toEqual([]);
  });

  it('records the device, cut to a sane length', async () => {
    const { person, id } = await signUp(fixture);
    const response = await fixture.auth.execute({
      query: loginMutation,
      variables: { input: { email: person.email, password: person.password } },
      headers: { 'user-agent': `Tests/${'1'.repeat(2_000)}` },
    });
    const token = JSON.parse(JSON.stringify(response)).data.login.accessToken;
    const { data } = await fixture.send(accountQuery, userOf(id), token);
    const current = data._entities[0].account.sessions.find((session: { current: boolean }) => session.current);
    expect(current.userAgent).toHaveLength(500);
  });
});

describe('what a client sends', () => {
  it('sets no field that is not its own to set', async () => {
    for (const extra of [{ roles: ['ADMIN'] }, { emailVerified: true }, { passwordHash: 'x' }, { id: 'x' }]) {
      const { data, errors } = await fixture.send(registerMutation, { input: { ...somebody(), ...extra } });
      expect(data ?? null).toBeNull();
      expect(errors[0]?.message).toContain('not defined by type');
    }
  });
});

describe('User.account', () => {
  it("is the viewer's own, and null for anybody else", async () => {
    const anna = await signUp(fixture);
    const boris = await signUp(fixture);
    const own = await fixture.send(accountQuery, userOf(anna.id), anna.token);
    expect(own.data._entities[0].account.email).toBe(anna.person.email);
    const foreign = await fixture.send(accountQuery, userOf(anna.id), boris.token);
    expect(foreign.data._entities[0]).toEqual({ id: anna.id, account: null });
    const anonymous = await fixture.send(accountQuery, userOf(anna.id));
    expect(anonymous.data._entities[0]).toEqual({ id: anna.id, account: null });
  });
});

describe('guessing', () => {
  const guess = (login: string) => fixture.send(loginMutation, { input: { login, password: 'a wrong password' } });

  async function waits(login: string, tries: number): Promise<number[]> {
    const waited: number[] = [];
    for (let done = 0; done < tries; done += 1) {
      expect((await guess(login)).code).toBe('UNAUTHENTICATED');
      const refused = done < 4 ? undefined : await guess(login);
      const waitMs = Number(refused?.errors[0]?.extensions?.retryAfterMs ?? 0);
      expect(refused?.code).toBe(done < 4 ? undefined : 'RATE_LIMITED');
      fixture.clock.advance(waitMs);
      waited.push(waitMs);
    }
    return waited;
  }

  it('waits longer after each wrong password, and the right one ends it', async () => {
    const { person } = await signUp(fixture);
    expect(await waits(person.username, 12)).toEqual([
      0, 0, 0, 0, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000,
    ]);
    const right = { input: { username: person.username, password: person.password } };
    expect((await fixture.send(loginMutation, right)).errors).toEqual([]);
    expect((await guess(person.username)).code).toBe('UNAUTHENTICATED');
    expect((await guess(person.username)).code).toBe('UNAUTHENTICATED');
  });

  it('waits as long at names of nobody', async () => {
    expect(await waits('nobody-at-all', 7)).toEqual([0, 0, 0, 0, 1_000, 2_000, 4_000]);
  });

  it('elsewhere does not make the owner wait', async () => {
    const { person } = await signUp(fixture);
    await waits(person.username, 5);
    await guess(person.username);
    expect((await guess(person.username)).code).toBe('RATE_LIMITED');
    const secret = 'what the router proves itself with in this test';
    const behindRouter = await fixture.replica({ routerSecret: secret });
    const response = await behindRouter.execute({
      query: loginMutation,
      variables: { input: { username: person.username, password: person.password } },
      headers: { 'x-router-secret': secret, 'x-forwarded-for': '203.0.113.7' },
    });
    expect(response.errors).toBeUndefined();
  });

  it('from many addresses is bounded, and does not lock the owner out where they have signed in before', async () => {
    const { person } = await signUp(fixture);
    const secret = 'what the router proves itself with in this test';
    const points = 6;
    const behindRouter = await fixture.replica({
      routerSecret: secret,
      limits: { ...authLimits, loginPerAccount: { ...authLimits.loginPerAccount, points } },
    });
    const from = async (ipAddress: string, password: string) => {
      const response = await behindRouter.execute({
        query: loginMutation,
        variables: { input: { username: person.username, password } },
        headers: { 'x-router-secret': secret, 'x-forwarded-for': ipAddress },
      });
      return response.errors?.[0]?.extensions?.code ?? 'SIGNED_IN';
    };
    expect(await from('198.51.100.1', person.password)).toBe('SIGNED_IN');
    for (let guessed = 1; guessed < points; guessed += 1) {
      expect(await from(`203.0.113.${String(guessed)}`, 'a wrong password')).toBe('UNAUTHENTICATED');
    }
    // Right or wrong, from an address that nobody knows: no more.
    expect(await from('203.0.113.200', 'a wrong password')).toBe('RATE_LIMITED');
    expect(await from('203.0.113.201', person.password)).toBe('RATE_LIMITED');
    expect(await from('198.51.100.1', person.password)).toBe('SIGNED_IN');
  });

  it('many at once is limited all the same', async () => {
    const { person } = await signUp(fixture);
    const answers = await Promise.all(Array.from({ length: 30 }, () => guess(person.username)));
    const compared = answers.filter(({ code }) => code === 'UNAUTHENTICATED').length;
    expect(compared).toBeLessThanOrEqual(20);
    expect(answers.filter(({ code }) => code === 'RATE_LIMITED')).toHaveLength(30 - compared);
  });
});

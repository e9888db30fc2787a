import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { totpCode, totpStep } from '../src/domain/totp.js';
import {
  authFixture,
  goodPassword,
  loginMutation,
  refreshMutation,
  secretBytes,
  signUp,
  somebody,
  type AuthFixture,
} from './fixture.js';

let fixture: AuthFixture;
beforeAll(async () => {
  fixture = await authFixture();
});
afterAll(() => fixture.close());

const log = `query ($who: [_Any!]!, $first: Int, $after: String) {
  _entities(representations: $who) {
    ... on User {
      account {
        securityEvents(first: $first, after: $after) {
          edges { cursor node { kind at ipAddress detail } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
}`;

async function page(userId: string, token: string, args: object = {}): Promise<any> {
  const answer = await fixture.send(log, { who: [{ __typename: 'User', id: userId }], ...args }, token);
  return answer.code ?? answer.data._entities[0].account?.securityEvents ?? null;
}

async function kinds(userId: string, token: string): Promise<string[]> {
  const { edges } = await page(userId, token, { first: 100 });
  return edges.map(({ node }: { node: { kind: string } }) => node.kind);
}

/** Each step a moment after the one before, so that their order is told. */
async function send(query: string, variables: object = {}, token?: string): Promise<any> {
  fixture.clock.advance(1_000);
  return fixture.send(query, variables, token);
}

describe('the audit log', () => {
  it('tells of every change of security, the newest first', async () => {
    const { id, token, person } = await signUp(fixture);
    const { token: mailed } = await fixture.mailTo(person.email);
    const credentials = { username: person.username, password: goodPassword };
    await send(`mutation ($token: String!) { verifyEmail(token: $token) { id } }`, { token: mailed });
    await send(loginMutation, { input: { ...credentials, password: 'something else' } });
    const other = (await send(loginMutation, { input: credentials })).data.login;
    await send(refreshMutation, { token: other.refreshToken });
    fixture.clock.advance(60_000);
    await send(refreshMutation, { token: other.refreshToken });
    const { data } = await send(
      `mutation { createApiKey(input: { name: "backup", scopes: [READ] }) { apiKey { id } } }`,
      {},
      token,
    );
    await send(`mutation { revokeApiKey(id: "${data.createApiKey.apiKey.id}") { id } }`, {}, token);
    const change = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { id } }`;
    await send(change, { input: { currentPassword: goodPassword, newPassword: 'otter beside the mill' } }, token);
    await send(`mutation { logout }`, {}, token);

    const again = (await send(loginMutation, { input: { ...credentials, password: 'otter beside the mill' } })).data;
    expect(await kinds(id, again.login.accessToken)).toEqual([
      'SIGNED_IN',
      'SIGNED_OUT',
      'PASSWORD_CHANGED',
      'API_KEY_REVOKED',
      'API_KEY_CREATED',
      'REFRESH_TOKEN_REUSED',
      'SIGNED_IN',
      'SIGN_IN_FAILED',
      'EMAIL_VERIFIED',
      'REGISTERED',
    ]);
    const { edges } = await page(id, again.login.accessToken, { first: 5 });
    expect(edges[3].node.detail).toBe('backup');
  });

  it('keeps a wrong second factor although the answer is refused', async () => {
    const { id, token, person } = await signUp(fixture);
    const { secret } = (await send('mutation { beginTotpEnrollment { secret } }', {}, token)).data.beginTotpEnrollment;
    const code = totpCode(secretBytes(secret), totpStep(new Date(fixture.clock.now().getTime() + 1_000)));
    await send(`mutation { confirmTotpEnrollment(code: "${code}") { codes } }`, {}, token);
    const input = { username: person.username, password: goodPassword };
    const { challengeId } = (await send(loginMutation, { input })).data.login;
    const answer = `mutation { completeMfa(input: { challengeId: "${challengeId}", code: "wrong" }) { accessToken } }`;
    expect((await send(answer)).code).toBe('UNAUTHENTICATED');
    expect(await kinds(id, token)).toEqual(['SECOND_FACTOR_FAILED', 'TOTP_ENABLED', 'REGISTERED']);
  });

  it('goes on from page to page, and is the owner’s alone', async () => {
    const { id, token, person } = await signUp(fixture);
    const stranger = await signUp(fixture);
    for (let tries = 0; tries < 3; tries += 1) {
      await send(loginMutation, { input: { username: person.username, password: 'something else' } });
    }
    const first = await page(id, token, { first: 3 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await page(id, token, { first: 3, after: first.pageInfo.endCursor });
    expect(second.edges.map(({ node }: any) => node.kind)).toEqual(['REGISTERED']);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect(await page(id, stranger.token)).toBeNull();
    expect(await page(id, token, { after: 'nonsense' })).toBe('BAD_USER_INPUT');
    expect(await page(id, token, { first: 101 })).toBe('BAD_USER_INPUT');
  });

  it('writes as much for a name of nobody as for one of somebody', async () => {
    const nobody = somebody();
    const before = await fixture.sql`select 1 from security_events where account_id is null`;
    await send(loginMutation, { input: { username: nobody.username, password: goodPassword } });
    const after = await fixture.sql`select 1 from security_events where account_id is null`;
    expect(after).toHaveLength(before.length + 1);
  });
});

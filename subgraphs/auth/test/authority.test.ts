import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorityPaths, remoteAuthority } from '@ruzlet/platform/access/authority';
import { endedSessionsFreshMs } from '@ruzlet/platform/access/ended-sessions';
import { createTokenVerifier } from '@ruzlet/platform/access/verify-token';
import { authFixture, loginMutation, signUp, type AuthFixture } from './fixture.js';

let fixture: AuthFixture;
let server: Server;
let jwksUrl: string;
beforeAll(async () => {
  fixture = await authFixture();
  server = createServer(fixture.auth.handler);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  jwksUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}${authorityPaths.jwks}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await fixture.close();
});

/** As a subgraph in another process has it. */
const verifier = () =>
  createTokenVerifier({ ...remoteAuthority(jwksUrl), issuer: 'ruzlet', audience: 'ruzlet', clock: fixture.clock });

const createKey = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { key apiKey { id name prefix scopes expiresAt lastUsedAt } } }`;
const revokeKey = `mutation ($id: ID!) { revokeApiKey(id: $id) { apiKeys { id } } }`;
const refusal = { code: 'UNAUTHENTICATED' };

async function newKey(token: string, input: object = {}): Promise<{ key: string; apiKey: { id: string } }> {
  const { data, errors } = await fixture.send(
    createKey,
    { input: { name: 'a script', scopes: ['READ'], ...input } },
    token,
  );
  expect(errors).toEqual([]);
  return data.createApiKey;
}

describe('an access token of an ended session', () => {
  it('stops working in every process within seconds, and no other session with it', async () => {
    const { token, person } = await signUp(fixture);
    const input = { username: person.username, password: person.password };
    const other = (await fixture.send(loginMutation, { input })).data.login.accessToken;
    const verify = verifier();
    await expect(verify(token)).resolves.toMatchObject({ sessionId: expect.any(String) });
    await expect(verify(other)).resolves.toMatchObject({ sessionId: expect.any(String) });
    await fixture.send('mutation { revokeAllOtherSessions { id } }', {}, token);
    fixture.clock.advance(endedSessionsFreshMs);
    await expect(verify(other)).rejects.toMatchObject(refusal);
    await expect(verify(token)).resolves.toMatchObject({ sessionId: expect.any(String) });
    expect((await fixture.send('mutation { logout }', {}, other)).code).toBe('UNAUTHENTICATED');
  });

  it('does not work in a process that starts later either', async () => {
    const { token } = await signUp(fixture);
    await fixture.send('mutation { logout }', {}, token);
    await expect(verifier()(token)).rejects.toMatchObject(refusal);
  });

  it('is asked for anew of what ended since, and not with every request', async () => {
    const { token } = await signUp(fixture);
    const remote = remoteAuthority(jwksUrl);
    const asked: (Date | null)[] = [];
    const verify = createTokenVerifier({
      jwks: remote.jwks,
      endedSessions: (since) => {
        asked.push(since);
        return remote.endedSessions(since);
      },
      issuer: 'ruzlet',
      audience: 'ruzlet',
      clock: fixture.clock,
    });
    const first = fixture.clock.now();
    await Promise.all(Array.from({ length: 20 }, () => verify(token)));
    fixture.clock.advance(endedSessionsFreshMs);
    await verify(token);
    await verify(token);
    expect(asked).toEqual([null, first]);
  });

  it('works on until it expires where the list cannot be had', async () => {
    const { token } = await signUp(fixture);
    const verify = createTokenVerifier({
      jwks: remoteAuthority(jwksUrl).jwks,
      endedSessions: () => Promise.reject(new Error('auth is away')),
      issuer: 'ruzlet',
      audience: 'ruzlet',
      clock: fixture.clock,
    });
    await expect(verify(token)).resolves.toMatchObject({ roles: ['LEARNER'] });
  });
});

describe('API keys', () => {
  it('are a bearer token with the scopes that they were given, shown once and kept as a hash', async () => {
    const { id, token, person } = await signUp(fixture);
    const { key, apiKey } = await newKey(token, { scopes: ['STUDY'] });
    expect(key).toMatch(/^rz_[\w-]{43}$/);
    await expect(verifier()(key)).resolves.toMatchObject({
      userId: id,
      sessionId: apiKey.id,
      scopes: ['read', 'study'],
      profile: { username: person.username },
    });
    const rows = await fixture.sql`select * from api_keys where id = ${apiKey.id}`;
    expect(JSON.stringify(rows)).not.toContain(key.slice(11));
    expect(rows[0]?.last_used_at).not.toBeNull();
  });

  it('stop working within seconds when they are revoked, and when they expire', async () => {
    const { token } = await signUp(fixture);
    const verify = verifier();
    const revoked = await newKey(token);
    const expiring = await newKey(token, { expiresAt: new Date(fixture.clock.now().getTime() + 60_000).toISOString() });
    await verify(revoked.key);
    await verify(expiring.key);
    const { data } = await fixture.send(revokeKey, { id: revoked.apiKey.id }, token);
    expect(data.revokeApiKey.apiKeys).toEqual([{ id: expiring.apiKey.id }]);
    fixture.clock.advance(endedSessionsFreshMs);
    await expect(verify(revoked.key)).rejects.toMatchObject(refusal);
    await verify(expiring.key);
    fixture.clock.advance(60_000);
    await expect(verify(expiring.key)).rejects.toMatchObject(refusal);
  });

  it('that nobody made are refused, and asked about once', async () => {
    const remote = remoteAuthority(jwksUrl);
    let asked = 0;
    const verify = createTokenVerifier({
      ...remote,
      exchangeApiKey: (key) => {
        asked += 1;
        return remote.exchangeApiKey(key);
      },
      issuer: 'ruzlet',
      audience: 'ruzlet',
      clock: fixture.clock,
    });
    const key = `rz_${'x'.repeat(43)}`;
    await expect(verify(key)).rejects.toMatchObject(refusal);
    await expect(verify(key)).rejects.toMatchObject(refusal);
    expect(asked).toBe(1);
  });

  it('tell nothing of the account, change nothing of it, and make no other key', async () => {
    const { id, token } = await signUp(fixture);
    const { key } = await newKey(token, { scopes: ['READ', 'STUDY', 'WRITE'] });
    const entity = `query { _entities(representations: [{ __typename: "User", id: "${id}" }]) { ... on User { account { email } } } }`;
    expect((await fixture.send(entity, {}, token)).data._entities[0].account.email).toContain('@');
    expect((await fixture.send(entity, {}, key)).code).toBe('FORBIDDEN');
    expect((await fixture.send(createKey, { input: { name: 'more', scopes: ['WRITE'] } }, key)).code).toBe('FORBIDDEN');
    expect((await fixture.send('mutation { logout }', {}, key)).code).toBe('FORBIDDEN');
  });

  it('carry no administration', async () => {
    const { id, token } = await signUp(fixture);
    await fixture.sql`update accounts set roles = '{LEARNER,TEACHER,ADMIN}' where id = ${id}`;
    const { key } = await newKey(token, { scopes: ['WRITE'] });
    await expect(verifier()(key)).resolves.toMatchObject({ roles: ['LEARNER', 'TEACHER'] });
  });

  it('refuse what they must not be, and belong to their owner alone', async () => {
    const { token } = await signUp(fixture);
    const stranger = await signUp(fixture);
    const past = new Date(fixture.clock.now().getTime() - 1).toISOString();
    for (const input of [{ name: '' }, { scopes: [] }, { expiresAt: past }, { expiresAt: '2090-01-01T00:00:00Z' }]) {
      const answer = await fixture.send(createKey, { input: { name: 'n', scopes: ['READ'], ...input } }, token);
      expect(answer.code).toBe('BAD_USER_INPUT');
    }
    expect((await fixture.send(createKey, { input: { name: 'n', scopes: ['READ'] } })).code).toBe('UNAUTHENTICATED');
    const { apiKey } = await newKey(token);
    expect((await fixture.send(revokeKey, { id: apiKey.id }, stranger.token)).code).toBe('NOT_FOUND');
  });

  it('are fifty at most, however many are made at once', async () => {
    const { id, token } = await signUp(fixture);
    const input = { name: 'n', scopes: ['READ'] };
    const answers = await Promise.all(Array.from({ length: 52 }, () => fixture.send(createKey, { input }, token)));
    expect(answers.filter(({ code }) => code === 'CONFLICT')).toHaveLength(2);
    expect(await fixture.sql`select 1 from api_keys where account_id = ${id}`).toHaveLength(50);
  });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RuzletClient } from '../src/client.js';
import { RuzletError } from '../src/errors.js';
import { LogoutDocument, MeDocument } from '../src/generated/operations.js';
import { createMemoryTokenStore } from '../src/session.js';

interface Seen {
  operation: string;
  authorization: string | undefined;
}

const tokens = (name: string, lifeMs: number) => ({
  accessToken: `access-${name}`,
  refreshToken: `refresh-${name}`,
  expiresAt: new Date(Date.now() + lifeMs).toISOString(),
});

describe('the client', () => {
  let server: Server;
  let url: string;
  let seen: Seen[];
  let answer: (operation: string) => unknown;

  beforeEach(async () => {
    seen = [];
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const operation = /(?:query|mutation) (\w+)/.exec(JSON.parse(body).query)?.[1] ?? '';
        seen.push({ operation, authorization: request.headers.authorization });
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(answer(operation)));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('is signed in after a code, a passkey or another provider, and not after a challenge', async () => {
    const challenge = { __typename: 'MfaChallenge', challengeId: 'c', methods: ['PASSKEY'], expiresAt: '' };
    const payload = (name: string) => ({ __typename: 'AuthPayload', ...tokens(name, 900_000), user: null });
    const options = {
      challenge: 'x',
      rpId: 'localhost',
      timeout: 1,
      allowCredentials: [],
      userVerification: 'required',
    };
    const answers: Record<string, unknown> = {
      Login: { login: challenge },
      CompleteMfa: { completeMfa: payload('code') },
      BeginPasskeyLogin: { beginPasskeyLogin: { ceremonyId: 'b', expiresAt: '', options } },
      FinishPasskeyLogin: { finishPasskeyLogin: payload('passkey') },
      LoginWithIdentity: { loginWithIdentity: payload('identity') },
      Me: { me: null },
    };
    answer = (operation) => ({ data: answers[operation] });
    const client = new RuzletClient({ url });
    const sent = async () => {
      await client.request(MeDocument, {});
      return seen.at(-1)?.authorization;
    };
    await client.login({ email: 'a@example.com', password: 'x' });
    expect(await sent()).toBeUndefined();
    await client.completeMfa({ challengeId: 'c', code: '123456' });
    expect(await sent()).toBe('Bearer access-code');
    const response = { clientDataJSON: '', authenticatorData: '', signature: '' };
    await client.loginWithPasskey((asked) => {
      expect(asked).toEqual(options);
      return Promise.resolve({ id: 'k', rawId: 'k', type: 'public-key', response });
    });
    expect(await sent()).toBe('Bearer access-passkey');
    await client.loginWithIdentity({ ticket: 't', verifier: 'v' });
    expect(await sent()).toBe('Bearer access-identity');
  });

  it('renews an expiring token once for all operations that wait, and sends the refresh without the old one', async () => {
    const store = createMemoryTokenStore();
    await store.save(tokens('old', 1_000));
    answer = (operation) =>
      operation === 'RefreshSession'
        ? { data: { refreshSession: { ...tokens('new', 900_000), user: null } } }
        : { data: { me: null } };
    const client = new RuzletClient({ url, tokens: store });
    await Promise.all([client.request(MeDocument, {}), client.request(MeDocument, {}), client.request(MeDocument, {})]);
    const refreshes = seen.filter(({ operation }) => operation === 'RefreshSession');
    expect(refreshes).toEqual([{ operation: 'RefreshSession', authorization: undefined }]);
    expect(seen.filter(({ operation }) => operation === 'Me').map(({ authorization }) => authorization)).toEqual(
      Array(3).fill('Bearer access-new'),
    );
  });

  it('forgets the session when the server refuses to renew it, but not when the network is down', async () => {
    const store = createMemoryTokenStore();
    await store.save(tokens('old', 1_000));
    const unreachable = new RuzletClient({ url: 'http://127.0.0.1:1/graphql', tokens: store });
    await expect(unreachable.request(MeDocument, {})).rejects.toMatchObject({ code: 'NETWORK' });
    expect(await store.load()).toMatchObject({ accessToken: 'access-old' });

    answer = () => ({ errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] });
    const refused = new RuzletClient({ url, tokens: store });
    await expect(refused.request(MeDocument, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await store.load()).toBeUndefined();
  });

  it('turns errors into RuzletError with code, issues and the time to wait', async () => {
    answer = () => ({
      errors: [
        {
          message: 'The input is not valid.',
          extensions: {
            code: 'RATE_LIMITED',
            retryAfterMs: 1_500,
            issues: [{ path: ['input', 'title'], message: 'is empty' }],
          },
        },
      ],
    });
    const error = await new RuzletClient({ url }).request(MeDocument, {}).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RuzletError);
    expect(error).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 1_500, issues: [{ path: ['input', 'title'] }] });
  });

  it('gives data and errors side by side to who asks for a partial answer', async () => {
    answer = () => ({ data: { me: null }, errors: [{ message: 'down', extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
    const partial = await new RuzletClient({ url }).requestPartial(MeDocument, {});
    expect(partial).toMatchObject({ data: { me: null }, errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
  });

  it('is signed out here even when the server cannot be told', async () => {
    const store = createMemoryTokenStore();
    await store.save(tokens('live', 900_000));
    const client = new RuzletClient({ url: 'http://127.0.0.1:1/graphql', tokens: store });
    await expect(client.logout()).rejects.toMatchObject({ code: 'NETWORK' });
    expect(await store.load()).toBeUndefined();
    expect(LogoutDocument.kind).toBe('Document');
  });
});

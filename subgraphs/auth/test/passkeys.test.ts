import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthenticator, type Authenticator, type KeyKind, type Misbehaviour } from './authenticator.js';
import { authFixture, loginMutation, signUp, type AuthFixture, type SignedUp } from './fixture.js';

const origin = 'http://localhost:3000';
const begin = `mutation ($password: String) { beginPasskeyRegistration(password: $password) { ceremonyId expiresAt options {
  rp { id name } user { id name displayName } challenge pubKeyCredParams { type alg } timeout
  excludeCredentials { id type transports } authenticatorSelection { residentKey requireResidentKey userVerification } attestation } } }`;
const finish = `mutation ($input: FinishPasskeyRegistrationInput!) { finishPasskeyRegistration(input: $input) {
  recoveryCodes passkey { id name transports backedUp lastUsedAt } account { passkeys { id } mfa { enabled methods recoveryCodesLeft } } } }`;
const beginLogin = `mutation ($challengeId: ID) { beginPasskeyLogin(challengeId: $challengeId) { ceremonyId expiresAt options {
  challenge rpId timeout allowCredentials { id type transports } userVerification } } }`;
const finishLogin = `mutation ($input: FinishPasskeyLoginInput!) { finishPasskeyLogin(input: $input) { accessToken refreshToken user { id } } }`;
const ownPasskeys = `query ($id: ID!) { _entities(representations: [{ __typename: "User", id: $id }]) {
  ... on User { account { passkeys { id name lastUsedAt } mfa { enabled methods recoveryCodesLeft } securityEvents { edges { node { kind detail } } } } } } }`;

describe('passkeys', () => {
  let fixture: AuthFixture;
  beforeAll(async () => {
    fixture = await authFixture({ clientOrigins: ['http://localhost:*'] });
  });
  afterAll(() => fixture.close());

  const must = async (query: string, variables: object = {}, token?: string) => {
    const { data, errors } = await fixture.send(query, variables, token);
    expect(errors).toEqual([]);
    return data;
  };
  const refusal = async (query: string, variables: object = {}, token?: string) =>
    (await fixture.send(query, variables, token)).code;

  async function add(user: SignedUp, device: Authenticator, name?: string) {
    const { ceremonyId, options } = (await must(begin, {}, user.token)).beginPasskeyRegistration;
    const input = { ceremonyId, name, response: device.create(options) };
    return (await must(finish, { input }, user.token)).finishPasskeyRegistration;
  }

  async function withPasskey(kind: KeyKind = 'ES256') {
    const user = await signUp(fixture);
    const device = createAuthenticator({ origin, kind });
    const added = await add(user, device, 'Laptop');
    return { user, device, added };
  }

  async function signIn(device: Authenticator, wrong: Misbehaviour = {}, challengeId?: string) {
    const { ceremonyId, options } = (await must(beginLogin, { challengeId })).beginPasskeyLogin;
    return fixture.send(finishLogin, { input: { ceremonyId, response: device.get(options, wrong) } });
  }

  const ask = async (user: SignedUp) =>
    (await must(loginMutation, { input: { email: user.person.email, password: user.person.password } })).login;

  it.each(['ES256', 'EdDSA', 'RS256'] as const)('sign in without a password or a name, by %s', async (kind) => {
    const { user, device, added } = await withPasskey(kind);
    expect(added.passkey).toMatchObject({ name: 'Laptop', transports: ['internal', 'hybrid'], backedUp: true });
    expect(added.account.passkeys).toHaveLength(1);
    const { data } = await signIn(device);
    expect(data.finishPasskeyLogin.user.id).toBe(user.id);
    const { account } = (await must(ownPasskeys, { id: user.id }, data.finishPasskeyLogin.accessToken))._entities[0];
    expect(account.passkeys[0].lastUsedAt).not.toBeNull();
    const events = account.securityEvents.edges.map(({ node }: { node: object }) => node);
    expect(events).toContainEqual({ kind: 'SIGNED_IN', detail: 'passkey' });
  });

  it('ask for what makes a passkey: found without a name, verified by PIN or finger, no second one per device', async () => {
    const { user, device } = await withPasskey();
    const { options } = (await must(begin, {}, user.token)).beginPasskeyRegistration;
    expect(options).toMatchObject({
      rp: { id: 'localhost', name: 'Ruzlet' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      user: { id: Buffer.from(user.id.replaceAll('-', ''), 'hex').toString('base64url') },
    });
    const { options: request } = (await must(beginLogin)).beginPasskeyLogin;
    expect(request.allowCredentials).toEqual([]);
    expect(options.excludeCredentials.map(({ id }: { id: string }) => id)).toEqual([device.get(request).id]);
  });

  it('are asked for after a password, and answer its challenge once', async () => {
    const { user, device } = await withPasskey();
    const challenge = await ask(user);
    expect(challenge).toMatchObject({ __typename: 'MfaChallenge', methods: ['PASSKEY', 'RECOVERY_CODE'] });
    // After a password the touch is enough.
    const { data } = await signIn(device, { userVerified: false }, challenge.challengeId);
    expect(data.finishPasskeyLogin.user.id).toBe(user.id);
    expect(await refusal(beginLogin, { challengeId: challenge.challengeId })).toBe('UNAUTHENTICATED');
  });

  it('of another account do not answer the challenge of a password', async () => {
    const { user } = await withPasskey();
    const { device: thief } = await withPasskey();
    const { ceremonyId, options } = (await must(beginLogin, { challengeId: (await ask(user)).challengeId }))
      .beginPasskeyLogin;
    const response = thief.get({ ...options, allowCredentials: [] });
    expect(await refusal(finishLogin, { input: { ceremonyId, response } })).toBe('UNAUTHENTICATED');
  });

  it('come with recovery codes when they are the first second factor, which sign in instead', async () => {
    const { user, added } = await withPasskey();
    expect(added.recoveryCodes).toHaveLength(10);
    expect((await add(user, createAuthenticator({ origin }), 'Phone')).recoveryCodes).toBeNull();
    const completeMfa = `mutation ($input: CompleteMfaInput!) { completeMfa(input: $input) { user { id } } }`;
    const input = { challengeId: (await ask(user)).challengeId, code: added.recoveryCodes[0] };
    expect((await must(completeMfa, { input })).completeMfa.user.id).toBe(user.id);
    const again = { challengeId: (await ask(user)).challengeId, code: added.recoveryCodes[0] };
    expect(await refusal(completeMfa, { input: again })).toBe('UNAUTHENTICATED');
  });

  it.each<[string, Misbehaviour]>([
    ['another origin', { origin: 'https://ruzlet.example.net' }],
    ['another domain', { rpId: 'example.net' }],
    ['another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
    ['a registration', { type: 'webauthn.create' }],
    ['a user who was not verified', { userVerified: false }],
    ['another user', { userHandle: Buffer.alloc(16).toString('base64url') }],
    ['a wrong signature', { signature: Buffer.alloc(70, 1) }],
  ])('are refused when they come from %s', async (_what, wrong) => {
    const { device } = await withPasskey();
    const { data, errors, code } = await signIn(device, wrong);
    expect(data).toBeNull();
    expect(code).toBe('UNAUTHENTICATED');
    expect(errors.at(0)?.message).toBe('This passkey was not accepted: begin again.');
  });

  it('are refused when an answer is sent again, or their count falls back: the device was copied', async () => {
    const { device } = await withPasskey();
    const { ceremonyId, options } = (await must(beginLogin)).beginPasskeyLogin;
    const input = { ceremonyId, response: device.get(options) };
    await must(finishLogin, { input });
    expect(await refusal(finishLogin, { input })).toBe('UNAUTHENTICATED');
    device.counter = 0;
    expect((await signIn(device)).code).toBe('UNAUTHENTICATED');
  });

  it('sign in again and again on devices that do not count', async () => {
    const user = await signUp(fixture);
    const device = createAuthenticator({ origin, countsUses: false });
    await add(user, device);
    for (let time = 0; time < 2; time += 1) expect((await signIn(device)).errors).toEqual([]);
  });

  it('are not accepted after their five minutes, nor registered by another session or for another challenge', async () => {
    const user = await signUp(fixture);
    const other = await signUp(fixture);
    const device = createAuthenticator({ origin });
    const { ceremonyId, options } = (await must(begin, {}, user.token)).beginPasskeyRegistration;
    expect(await refusal(finish, { input: { ceremonyId, response: device.create(options) } }, other.token)).toBe(
      'BAD_USER_INPUT',
    );
    const second = (await must(begin, {}, user.token)).beginPasskeyRegistration;
    const stale = device.create(options);
    expect(await refusal(finish, { input: { ceremonyId: second.ceremonyId, response: stale } }, user.token)).toBe(
      'BAD_USER_INPUT',
    );
    const third = (await must(begin, {}, user.token)).beginPasskeyRegistration;
    fixture.clock.advance(5 * 60_000 + 1);
    const late = { ceremonyId: third.ceremonyId, response: device.create(third.options) };
    expect(await refusal(finish, { input: late }, user.token)).toBe('BAD_USER_INPUT');
  });

  it('are added and removed only right after a sign-in, or with the password', async () => {
    const { user, added } = await withPasskey();
    fixture.clock.advance(16 * 60_000);
    const refresh = `mutation ($t: String!) { refreshSession(refreshToken: $t) { accessToken } }`;
    const { accessToken } = (await must(refresh, { t: user.refreshToken })).refreshSession;
    const remove = `mutation ($id: ID!, $password: String) { removePasskey(id: $id, password: $password) { mfa { enabled recoveryCodesLeft } passkeys { id } } }`;
    const { id } = added.passkey;
    expect(await refusal(begin, {}, accessToken)).toBe('FORBIDDEN');
    expect(await refusal(begin, { password: 'not the password' }, accessToken)).toBe('BAD_USER_INPUT');
    await must(begin, { password: user.person.password }, accessToken);
    expect(await refusal(remove, { id }, accessToken)).toBe('FORBIDDEN');
    const stranger = await signUp(fixture);
    expect(await refusal(remove, { id }, stranger.token)).toBe('NOT_FOUND');
    const { removePasskey } = await must(remove, { id, password: user.person.password }, accessToken);
    expect(removePasskey).toEqual({ passkeys: [], mfa: { enabled: false, recoveryCodesLeft: 0 } });
    expect((await ask(user)).__typename).toBe('AuthPayload');
  });

  it('are renamed by their owner alone, and seen by nobody else', async () => {
    const { user, added } = await withPasskey();
    const stranger = await signUp(fixture);
    const rename = `mutation ($id: ID!, $name: String!) { renamePasskey(id: $id, name: $name) { passkeys { name } } }`;
    const variables = { id: added.passkey.id, name: 'Old laptop' };
    expect(await refusal(rename, variables, stranger.token)).toBe('NOT_FOUND');
    expect((await must(rename, variables, user.token)).renamePasskey.passkeys).toEqual([{ name: 'Old laptop' }]);
    expect((await must(ownPasskeys, { id: user.id }, stranger.token))._entities[0].account).toBeNull();
  });
});

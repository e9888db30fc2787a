import { mkdtemp, rm } from 'node:fs/promises';
import { request as sendHttp } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { totpCode, totpStep } from '@ruzlet/auth/domain/totp';
import { createLogger } from '@ruzlet/platform/log';
import { waitFor } from '@ruzlet/testkit/wait';
import { createAuthenticator } from '../../subgraphs/auth/test/authenticator.js';
import { secretBytes } from '../../subgraphs/auth/test/fixture.js';
import {
  createBrowser,
  newVerifier,
  startProvider,
  type TestProvider,
} from '../../subgraphs/auth/test/identity-fixture.js';
import { readLocalConfig } from '../src/config.js';
import { startRuzlet, type RunningRuzlet } from '../src/start-ruzlet.js';
import { findInStores } from './stores.js';
import { unzip } from './unzip.js';

const password = 'correct horse battery';
const registerMutation = `mutation ($input: RegisterInput!) { register(input: $input) { accessToken refreshToken user { id } } }`;
const loginMutation = `mutation ($input: LoginInput!) { login(input: $input) { __typename
  ... on AuthPayload { accessToken refreshToken } ... on MfaChallenge { challengeId methods } } }`;
const refreshMutation = `mutation ($token: String!) { refreshSession(refreshToken: $token) { accessToken refreshToken } }`;

/** Every way to sign in and out, on one machine as `npm start` runs it, by HTTP alone. */
describe('signing in, through the router', () => {
  let ruzlet: RunningRuzlet;
  let provider: TestProvider;
  let dataDir: string;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ruzlet-sign-in-'));
    const anyPort = ['PORT', 'AUTH_PORT', 'USERS_PORT', 'DECKS_PORT', 'TEACHING_PORT', 'ANALYTICS_PORT'];
    provider = await startProvider('acme', () => `${ruzlet.url}/auth/identity/acme/callback`);
    ruzlet = await startRuzlet({
      config: readLocalConfig({
        RUZLET_DATA_DIR: dataDir,
        ADMIN_EMAIL: 'root@example.com',
        ADMIN_PASSWORD: 'the first of them all',
        OIDC_PROVIDERS: JSON.stringify([provider.settings]),
        ...Object.fromEntries(anyPort.map((name) => [name, '0'])),
      }),
      logger: createLogger({ name: 'test', level: 'error' }),
      onFailure: (error) => {
        throw error;
      },
    });
  }, 120_000);
  afterAll(async () => {
    await ruzlet.close();
    await provider.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function ask(query: string, variables: object = {}, token?: string): Promise<any> {
    const response = await fetch(`${ruzlet.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  }

  async function must(query: string, variables: object = {}, token?: string): Promise<any> {
    const { data, errors } = await ask(query, variables, token);
    expect(errors).toBeUndefined();
    return data;
  }

  const refusal = async (query: string, variables: object = {}, token?: string): Promise<string | undefined> =>
    (await ask(query, variables, token)).errors?.[0]?.extensions.code;

  interface Person {
    email: string;
    username: string;
    id: string;
    token: string;
    refreshToken: string;
  }

  async function signUp(username: string): Promise<Person> {
    const email = `${username}@example.com`;
    const { register } = await must(registerMutation, { input: { email, username, password } });
    return { email, username, id: register.user.id, token: register.accessToken, refreshToken: register.refreshToken };
  }

  const signIn = async ({ email }: Pick<Person, 'email'>) =>
    (await must(loginMutation, { input: { email, password } })).login;

  const mails = async (to: string): Promise<string[]> => {
    const response = await fetch(`${ruzlet.url}/dev/mail`, { headers: { accept: 'application/json' } });
    const listed = (await response.json()) as { mails: { to: string; text: string }[] };
    return listed.mails
      .filter((mail) => mail.to === to)
      .flatMap(({ text }) => /#token=([\w-]{43})$/m.exec(text)?.[1] ?? []);
  };

  const verify = (token: string) =>
    must(`mutation ($token: String!) { verifyEmail(token: $token) { emailVerified } }`, { token });

  it('the first administrator is there from the start, and gives roles', async () => {
    const { login } = await must(loginMutation, {
      input: { email: 'root@example.com', password: 'the first of them all' },
    });
    const teacher = await signUp('teach');
    const setRoles = `mutation ($userId: ID!) { setUserRoles(userId: $userId, roles: [TEACHER]) { roles } }`;
    expect(await refusal(setRoles, { userId: teacher.id }, teacher.token)).toBe('FORBIDDEN');
    const { setUserRoles } = await must(setRoles, { userId: teacher.id }, login.accessToken);
    expect(setUserRoles.roles).toEqual(['LEARNER', 'TEACHER']);
    const { refreshSession } = await must(refreshMutation, { token: teacher.refreshToken });
    expect(decodeJwt(refreshSession.accessToken)).toMatchObject({
      roles: ['LEARNER', 'TEACHER'],
      iss: 'ruzlet',
      aud: 'ruzlet',
      scope: 'account read write',
    });
  });

  it('a second verification mail is sent on request, and either works', async () => {
    const user = await signUp('verifier');
    await must(`mutation { resendVerificationEmail }`, {}, user.token);
    const [token] = await waitFor(async () => {
      const tokens = await mails(user.email);
      return tokens.length >= 2 && tokens;
    });
    expect((await verify(token ?? '')).verifyEmail.emailVerified).toBe(true);
    expect(await refusal(`mutation { verifyEmail(token: "${token ?? ''}") { id } }`)).toBe('BAD_USER_INPUT');
  });

  it('sessions are listed with their device, refreshed, and revoked one by one or all but one', async () => {
    const user = await signUp('sessions');
    const [second, third] = [await signIn(user), await signIn(user)];
    const list = `{ me { account { sessions { id current userAgent ipAddress lastSeenAt } } } }`;
    const { sessions } = (await must(list, {}, user.token)).me.account;
    expect(sessions).toHaveLength(3);
    expect(sessions.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
    expect(sessions[0]).toMatchObject({ userAgent: 'node', ipAddress: '127.0.0.1' });
    const { sid } = decodeJwt(second.accessToken);
    await must(`mutation ($id: ID!) { revokeSession(id: $id) { id } }`, { id: sid }, user.token);
    expect(await refusal(refreshMutation, { token: second.refreshToken })).toBe('UNAUTHENTICATED');
    await must(`mutation { revokeAllOtherSessions { id } }`, {}, user.token);
    expect(await refusal(refreshMutation, { token: third.refreshToken })).toBe('UNAUTHENTICATED');
    await waitFor(async () => (await refusal(`{ me { id } }`, {}, third.accessToken)) === 'UNAUTHENTICATED');
    expect((await must(list, {}, user.token)).me.account.sessions).toHaveLength(1);
    await must(`mutation { logout }`, {}, user.token);
    expect(await refusal(refreshMutation, { token: user.refreshToken })).toBe('UNAUTHENTICATED');
  });

  it('two tabs may refresh at the same moment, and a stolen refresh token ends its session', async () => {
    const user = await signUp('tabs');
    const both = await Promise.all([1, 2].map(() => must(refreshMutation, { token: user.refreshToken })));
    const next = await must(refreshMutation, { token: both[0].refreshSession.refreshToken });
    expect(await refusal(refreshMutation, { token: user.refreshToken })).toBe('UNAUTHENTICATED');
    expect(await refusal(refreshMutation, { token: next.refreshSession.refreshToken })).toBe('UNAUTHENTICATED');
  });

  it('a changed password ends the other sessions', async () => {
    const user = await signUp('changer');
    const other = await signIn(user);
    const change = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { id } }`;
    const input = { currentPassword: password, newPassword: 'wrong mule dynamo' };
    await must(change, { input }, user.token);
    expect(await refusal(refreshMutation, { token: other.refreshToken })).toBe('UNAUTHENTICATED');
    expect(await refusal(loginMutation, { input: { email: user.email, password } })).toBe('UNAUTHENTICATED');
  });

  it('TOTP asks after the password, takes each code once, and a recovery code instead', async () => {
    const user = await signUp('totp');
    const { beginTotpEnrollment } = await must(`mutation { beginTotpEnrollment { secret } }`, {}, user.token);
    const secret = secretBytes(beginTotpEnrollment.secret);
    const now = totpStep(new Date());
    const confirm = `mutation ($code: String!) { confirmTotpEnrollment(code: $code) { codes } }`;
    // The step before, so that the present one is good for the sign-in.
    const { codes } = (await must(confirm, { code: totpCode(secret, now - 1) }, user.token)).confirmTotpEnrollment;
    const complete = `mutation ($input: CompleteMfaInput!) { completeMfa(input: $input) { accessToken } }`;
    const challenge = await signIn(user);
    expect(challenge).toMatchObject({ __typename: 'MfaChallenge', methods: ['TOTP', 'RECOVERY_CODE'] });
    const code = totpCode(secret, now);
    await must(complete, { input: { challengeId: challenge.challengeId, code } });
    const { challengeId } = await signIn(user);
    expect(await refusal(complete, { input: { challengeId, code } })).toBe('UNAUTHENTICATED');
    await must(complete, { input: { challengeId, code: codes[0] } });
    await must(`mutation ($code: String!) { disableTotp(code: $code) { id } }`, { code: codes[1] }, user.token);
    expect((await signIn(user)).__typename).toBe('AuthPayload');
  });

  it('a passkey signs in without a password, and after one', async () => {
    const user = await signUp('passkeys');
    const device = createAuthenticator({ origin: 'http://localhost:4000' });
    const begin = `mutation { beginPasskeyRegistration { ceremonyId options { challenge rp { id } user { id } } } }`;
    const { ceremonyId, options } = (await must(begin, {}, user.token)).beginPasskeyRegistration;
    expect(options.rp.id).toBe('localhost');
    const finish = `mutation ($input: FinishPasskeyRegistrationInput!) { finishPasskeyRegistration(input: $input) { passkey { id } } }`;
    const registered = await must(finish, { input: { ceremonyId, response: device.create(options) } }, user.token);
    const use = async (challengeId?: string) => {
      const beginLogin = `mutation ($id: ID) { beginPasskeyLogin(challengeId: $id) { ceremonyId options { challenge rpId allowCredentials { id } } } }`;
      const begun = (await must(beginLogin, { id: challengeId })).beginPasskeyLogin;
      const finishLogin = `mutation ($input: FinishPasskeyLoginInput!) { finishPasskeyLogin(input: $input) { accessToken } }`;
      const input = { ceremonyId: begun.ceremonyId, response: device.get(begun.options) };
      return (await must(finishLogin, { input })).finishPasskeyLogin.accessToken as string;
    };
    expect((await must(`{ me { username } }`, {}, await use())).me.username).toBe('passkeys');
    const challenge = await signIn(user);
    expect(challenge.methods).toContain('PASSKEY');
    const token = await use(challenge.challengeId);
    const remove = `mutation ($id: ID!) { removePasskey(id: $id) { passkeys { id } } }`;
    const { id } = registered.finishPasskeyRegistration.passkey;
    expect((await must(remove, { id }, token)).removePasskey.passkeys).toEqual([]);
  });

  /** Signs in at the provider as somebody of whom it has verified the address. @returns the access token. */
  async function signInElsewhere(sub: string, email: string): Promise<string> {
    provider.person = { sub, email, email_verified: true };
    const { verifier, challenge } = newVerifier();
    const { identityProviders } = await must(`{ identityProviders { id startUrl } }`);
    const { status, body } = await createBrowser().visit(`${identityProviders[0].startUrl}?challenge=${challenge}`);
    expect(status).toBe(200);
    const { ticket } = JSON.parse(body) as { ticket: string };
    const redeem = `mutation ($input: IdentityTicketInput!) { loginWithIdentity(input: $input) { ... on AuthPayload { accessToken } } }`;
    return (await must(redeem, { input: { ticket, verifier } })).loginWithIdentity.accessToken;
  }

  it('another provider signs in, to the account that has the verified address too', async () => {
    const user = await signUp('federated');
    const [token] = await waitFor(async () => {
      const tokens = await mails(user.email);
      return tokens.length > 0 && tokens;
    });
    await verify(token ?? '');
    const { me } = await must(
      `{ me { id account { identities { provider } securityEvents { edges { node { kind } } } } } }`,
      {},
      await signInElsewhere('f-1', user.email),
    );
    expect(me).toMatchObject({ id: user.id, account: { identities: [{ provider: 'acme' }] } });
    const kinds = me.account.securityEvents.edges.map(({ node }: { node: { kind: string } }) => node.kind);
    expect(kinds).toEqual(expect.arrayContaining(['REGISTERED', 'EMAIL_VERIFIED', 'IDENTITY_LINKED', 'SIGNED_IN']));
  });

  it('passkeys and identities of other providers are in the copy of the data, and go with the account', async () => {
    const user = await signUp('leaver');
    const [mailToken] = await waitFor(async () => {
      const tokens = await mails(user.email);
      return tokens.length > 0 && tokens;
    });
    await verify(mailToken ?? '');
    await signInElsewhere('subject-of-the-leaver', user.email);
    const device = createAuthenticator({ origin: 'http://localhost:4000' });
    const begin = `mutation { beginPasskeyRegistration { ceremonyId options { challenge rp { id } user { id } } } }`;
    const { ceremonyId, options } = (await must(begin, {}, user.token)).beginPasskeyRegistration;
    const finish = `mutation ($input: FinishPasskeyRegistrationInput!) { finishPasskeyRegistration(input: $input) { passkey { id } } }`;
    const registered = { ceremonyId, name: 'Key of the leaver', response: device.create(options) };
    await must(finish, { input: registered }, user.token);
    const beginLogin = `mutation { beginPasskeyLogin { ceremonyId options { challenge rpId allowCredentials { id } } } }`;
    const begun = (await must(beginLogin)).beginPasskeyLogin;
    const login = { ceremonyId: begun.ceremonyId, response: device.get(begun.options) };
    const credentialId = String(login.response.id);

    const { requestDataExport } = await must(`mutation { requestDataExport { id } }`, {}, user.token);
    const { url } = await waitFor(
      async () => {
        const read = `query ($id: ID!) { dataExport(id: $id) { state url } }`;
        const { dataExport } = await must(read, { id: requestDataExport.id }, user.token);
        return dataExport.state === 'READY' && dataExport;
      },
      { what: 'the export' },
    );
    const files = await unzip(Buffer.from(await (await fetch(url)).arrayBuffer()));
    const rows = (name: string) => JSON.parse(files.get(name)?.toString() ?? 'null');
    expect(rows('auth/passkeys.json')).toMatchObject([{ name: 'Key of the leaver', credential_id: credentialId }]);
    expect(rows('auth/identities.json')).toMatchObject([{ provider: 'acme', subject: 'subject-of-the-leaver' }]);

    const needles = ['subject-of-the-leaver', 'Key of the leaver', credentialId];
    const traces = () => findInStores({ ...ruzlet.stores, objectsFolder: join(dataDir, 'objects') }, needles);
    expect(new Set((await traces()).map((place) => place.split(': ')[0]))).toEqual(
      new Set(['auth.identities', 'auth.passkeys', 'auth.security_events']),
    );
    const { deleteAccount } = await must(
      `mutation ($password: String) { deleteAccount(password: $password) }`,
      { password },
      user.token,
    );
    expect(deleteAccount).toBe(true);
    expect(await traces()).toEqual([]);
    await waitFor(async () => (await fetch(url)).status === 404, { what: 'the end of the copy' });
    const finishLogin = `mutation ($input: FinishPasskeyLoginInput!) { finishPasskeyLogin(input: $input) { accessToken } }`;
    expect(await refusal(finishLogin, { input: login })).toBe('UNAUTHENTICATED');
    // The same person at the provider is somebody new here.
    const token = await signInElsewhere('subject-of-the-leaver', user.email);
    expect((await must(`{ me { id } }`, {}, token)).me.id).not.toBe(user.id);
  });

  it('guesses are slowed down with RATE_LIMITED and the time to wait', async () => {
    const user = await signUp('guessed');
    const guess = () => ask(loginMutation, { input: { email: user.email, password: 'not the password' } });
    const limited = await waitFor(async () => {
      const { errors } = await guess();
      return errors[0].extensions.code === 'RATE_LIMITED' && errors[0].extensions;
    });
    expect(limited.retryAfterMs).toBeGreaterThan(0);
  });

  it('nobody gives themselves a role, an id or a verified address by fields that are not theirs', async () => {
    for (const extra of [
      { roles: ['ADMIN'] },
      { id: '0199aaaa-0000-7000-8000-000000000000' },
      { emailVerified: true },
    ]) {
      const input = { email: 'mass@example.com', username: 'mass', password, ...extra };
      const { data, errors } = await ask(registerMutation, { input });
      expect(data ?? null).toBeNull();
      expect(errors[0].extensions.code).toBe('BAD_USER_INPUT');
    }
  });

  it('tokens that are forged or too long, and headers and bodies that are too large, are refused', async () => {
    const user = await signUp('forged');
    const unsigned = new UnsecuredJWT({ ...decodeJwt(user.token), roles: ['ADMIN'] }).encode();
    for (const bad of [unsigned, user.token.slice(0, -3), 'x'.repeat(5_000)]) {
      expect(await refusal(`{ me { id } }`, {}, bad)).toBe('UNAUTHENTICATED');
    }
    const status = (headers: Record<string, string>, bodyBytes = 0) =>
      new Promise<number>((resolve, reject) => {
        const request = sendHttp(`${ruzlet.url}/graphql`, { method: 'POST', headers }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        });
        request.once('error', reject);
        request.end(Buffer.alloc(bodyBytes, 32));
      });
    expect(await status({ 'x-much': 'x'.repeat(20_000) })).toBe(431);
    expect(await status({ 'content-type': 'application/json' }, 17_000_000)).toBe(413);
  });
});

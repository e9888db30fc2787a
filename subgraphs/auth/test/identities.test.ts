import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authFixture, loginMutation, signUp, somebody, type AuthFixture } from './fixture.js';
import {
  createBrowser,
  newVerifier,
  serve,
  startProvider,
  type Person,
  type TestProvider,
} from './identity-fixture.js';

const login = `mutation ($input: IdentityTicketInput!) { loginWithIdentity(input: $input) { __typename
  ... on AuthPayload { accessToken user { id account { email emailVerified username roles identities { id provider email lastUsedAt } } } }
  ... on MfaChallenge { challengeId methods } } }`;
const link = `mutation ($input: IdentityTicketInput!) { linkIdentity(input: $input) { identities { id provider email } } }`;
const unlink = `mutation ($id: ID!, $password: String) { unlinkIdentity(id: $id, password: $password) { identities { id } } }`;
const returnTo = 'http://localhost:5173/signed-in';

/** Two real providers, the auth subgraph over HTTP, and a browser that goes to and fro. */
describe('identities of other providers', () => {
  let fixture: AuthFixture;
  let acme: TestProvider;
  let other: TestProvider;
  const open: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    let handler: RequestListener = () => undefined;
    const door = await serve((request, response) => {
      handler(request, response);
    });
    open.push(door);
    const callback = (id: string) => `${door.url}/auth/identity/${id}/callback`;
    acme = await startProvider('acme', () => callback('acme'));
    other = await startProvider('other', () => callback('other'));
    open.push(acme, other);
    fixture = await authFixture({
      publicUrl: door.url,
      clientOrigins: ['http://localhost:*'],
      identityProviders: [acme.settings, other.settings],
      clock: { now: () => new Date() },
    });
    handler = fixture.auth.handler;
  });
  afterAll(async () => {
    await fixture.close();
    await Promise.all(open.map((one) => one.close()));
  });

  const must = async (query: string, variables: object = {}, token?: string) => {
    const { data, errors } = await fixture.send(query, variables, token);
    expect(errors).toEqual([]);
    return data;
  };
  const refusal = async (query: string, variables: object = {}, token?: string) =>
    (await fixture.send(query, variables, token)).code;

  async function startUrl(parameters: Record<string, string>, id = 'acme'): Promise<string> {
    const { identityProviders } = await must(`{ identityProviders { id name startUrl } }`);
    const { startUrl: url } = identityProviders.find((provider: { id: string }) => provider.id === id);
    return `${url}?${new URLSearchParams(parameters).toString()}`;
  }

  /** Signs in at the provider, and gives what the client redeems. */
  async function ticketFor(person: Person | null, { purpose = 'sign-in', provider = acme } = {}) {
    provider.person = person;
    const { verifier, challenge } = newVerifier();
    const start = await startUrl({ challenge, purpose, returnTo }, provider.settings.id);
    const { url } = await createBrowser().visit(start, (at) => at.startsWith(returnTo));
    const fragment = new URLSearchParams(new URL(url).hash.slice(1));
    return { ticket: fragment.get('ticket') ?? '', verifier, error: fragment.get('error') };
  }

  const redeem = async (person: Person) => {
    const { ticket, verifier } = await ticketFor(person);
    return fixture.send(login, { input: { ticket, verifier } });
  };

  let people = 0;
  const newPerson = (more: Partial<Person> = {}): Person => {
    people += 1;
    const name = `stranger-${'abcdefghkmpqrstuvwxyz'.charAt(people)}${'xyz'.charAt(people % 3)}`;
    return {
      sub: name,
      email: `${name}@acme.example`,
      email_verified: true,
      preferred_username: name,
      name: 'A Stranger',
      zoneinfo: 'Europe/Riga',
      ...more,
    };
  };

  async function verified() {
    const user = await signUp(fixture);
    const { token } = await fixture.mailTo(user.person.email);
    await must(`mutation ($token: String!) { verifyEmail(token: $token) { emailVerified } }`, { token });
    return user;
  }

  it('sign in to a new account the first time, and to the same one ever after', async () => {
    const person = newPerson();
    const { data, errors } = await redeem(person);
    expect(errors).toEqual([]);
    const { user } = data.loginWithIdentity;
    expect(user.account).toMatchObject({
      email: person.email,
      emailVerified: true,
      username: person.preferred_username,
      roles: ['LEARNER'],
    });
    expect(user.account.identities).toMatchObject([{ provider: 'acme', email: person.email }]);
    const registered = await fixture.event('ruzlet.user.registered.v1', (event) => event.subject === user.id);
    expect(registered.data).toMatchObject({ displayName: 'A Stranger', timeZone: 'Europe/Riga' });
    // Another address there is still the same person.
    const again = await redeem({ ...person, email: 'moved@acme.example' });
    expect(again.data.loginWithIdentity.user.id).toBe(user.id);
  });

  it('take another username when theirs is taken, and one that is allowed', async () => {
    const first = newPerson();
    await redeem(first);
    const second = await redeem(newPerson({ preferred_username: first.sub, email: `${first.sub}@elsewhere.example` }));
    expect(second.data.loginWithIdentity.user.account.username).toMatch(new RegExp(`^${first.sub}\\d{4}$`));
    const odd = await redeem(newPerson({ preferred_username: '<b>!</b>', email: 'x@acme.example' }));
    expect(odd.data.loginWithIdentity.user.account.username).toMatch(/^(bb|user)/);
  });

  it('take no username that is kept for somebody who had it', async () => {
    const owner = await signUp(fixture);
    const former = owner.person.username;
    await must(`mutation { changeUsername(username: "${former}-moved") { username } }`, {}, owner.token);
    const { data } = await redeem(newPerson({ preferred_username: former, email: `${former}@elsewhere.example` }));
    expect(data.loginWithIdentity.user.account.username).toMatch(new RegExp(`^${former}\\d{4}$`));
    await must(`mutation { changeUsername(username: "${former}") { username } }`, {}, owner.token);
  });

  it('sign in to the account with their address when both sides have verified it', async () => {
    const user = await verified();
    const { data } = await redeem(newPerson({ email: user.person.email.toUpperCase() }));
    expect(data.loginWithIdentity.user.id).toBe(user.id);
  });

  it('are refused the account with their address while either side has not verified it', async () => {
    const unverified = await signUp(fixture);
    const taken = await redeem(newPerson({ email: unverified.person.email }));
    expect(taken.code).toBe('CONFLICT');
    const user = await verified();
    for (const claim of [{ email_verified: false }, { email_verified: undefined }]) {
      const { code } = await redeem({ ...newPerson({ email: user.person.email }), ...claim } as Person);
      expect(code).toBe('BAD_USER_INPUT');
    }
    expect(await fixture.sql`select 1 from identities where account_id in (${user.id}, ${unverified.id})`).toEqual([]);
  });

  it('are linked to a signed-in account, unless an address is unverified or another account has them', async () => {
    const user = await verified();
    const person = newPerson();
    const input = await ticketFor(person, { purpose: 'link' }).then(({ ticket, verifier }) => ({ ticket, verifier }));
    expect((await must(link, { input }, user.token)).linkIdentity.identities).toMatchObject([
      { provider: 'acme', email: person.email },
    ]);
    expect((await redeem(person)).data.loginWithIdentity.user.id).toBe(user.id);

    const unverified = await signUp(fixture);
    for (const [who, whom, code] of [
      [unverified, newPerson(), 'FORBIDDEN'],
      [await verified(), newPerson({ email_verified: false }), 'FORBIDDEN'],
      [await verified(), person, 'CONFLICT'],
    ] as const) {
      const { ticket, verifier } = await ticketFor(whom, { purpose: 'link' });
      expect(await refusal(link, { input: { ticket, verifier } }, who.token)).toBe(code);
    }
  });

  it('of several providers are unlinked one by one, by their owner alone', async () => {
    const user = await verified();
    for (const provider of [acme, other]) {
      const { ticket, verifier } = await ticketFor(newPerson(), { purpose: 'link', provider });
      await must(link, { input: { ticket, verifier } }, user.token);
    }
    const [row] = await fixture.sql<
      { id: string }[]
    >`select id from identities where account_id = ${user.id} and provider = 'other'`;
    const stranger = await signUp(fixture);
    expect(await refusal(unlink, { id: row?.id }, stranger.token)).toBe('NOT_FOUND');
    expect((await must(unlink, { id: row?.id }, user.token)).unlinkIdentity.identities).toHaveLength(1);
  });

  it('do not get around the second factor', async () => {
    const user = await verified();
    await fixture.sql`insert into totp_factors (account_id, sealed_secret, created_at, confirmed_at) values (${user.id}, ${Buffer.alloc(48)}, now(), now())`;
    const { data } = await redeem(newPerson({ email: user.person.email }));
    expect(data.loginWithIdentity).toMatchObject({ __typename: 'MfaChallenge', methods: ['TOTP'] });
  });

  it('give tickets that work once, for the client that has the verifier, for what they were asked for', async () => {
    const user = await verified();
    const { ticket, verifier } = await ticketFor(newPerson());
    await must(login, { input: { ticket, verifier } });
    expect(await refusal(login, { input: { ticket, verifier } })).toBe('UNAUTHENTICATED');
    const stolen = await ticketFor(newPerson());
    expect(await refusal(login, { input: { ticket: stolen.ticket, verifier: newVerifier().verifier } })).toBe(
      'UNAUTHENTICATED',
    );
    const wrongPurpose = await ticketFor(newPerson());
    const input = { ticket: wrongPurpose.ticket, verifier: wrongPurpose.verifier };
    expect(await refusal(link, { input }, user.token)).toBe('UNAUTHENTICATED');
  });

  it('are taken only from the browser that was sent away, once, with its state', async () => {
    acme.person = newPerson();
    const { challenge } = newVerifier();
    const browser = createBrowser();
    const isCallback = (at: string) => at.includes('/callback?');
    const { url } = await browser.visit(await startUrl({ challenge }), isCallback);
    // A code of one's own in the browser of another, and a code without the state that it belongs to.
    expect((await createBrowser().visit(url)).status).toBe(401);
    expect((await browser.visit(url)).status).toBe(401);
    const second = createBrowser();
    const { url: fresh } = await second.visit(await startUrl({ challenge }), isCallback);
    const forged = new URL(fresh);
    forged.searchParams.set('state', 'x'.repeat(43));
    expect((await second.visit(forged.href)).status).toBe(401);
    const done = await second.visit(fresh);
    expect(JSON.parse(done.body)).toMatchObject({ ticket: expect.stringMatching(/^[\w-]{43}$/) });
    expect((await second.visit(fresh)).status).toBe(401);
  });

  it('are refused when the code is not of this sign-in (PKCE, nonce), and the client is told', async () => {
    acme.person = newPerson();
    const isCallback = (at: string) => at.includes('/callback?');
    const { challenge } = newVerifier();
    const [mine, theirs] = [createBrowser(), createBrowser()];
    const { url: myUrl } = await mine.visit(await startUrl({ challenge, returnTo }), isCallback);
    const { url: theirUrl } = await theirs.visit(await startUrl({ challenge, returnTo }), isCallback);
    const mixed = new URL(myUrl);
    mixed.searchParams.set('code', new URL(theirUrl).searchParams.get('code') ?? '');
    const { url } = await mine.visit(mixed.href, (at) => at.startsWith(returnTo));
    expect(url).toBe(`${returnTo}#error=not-signed-in`);
    expect((await ticketFor(null)).error).toBe('not-signed-in');
  });

  it('send the browser only to where clients live', async () => {
    const { challenge } = newVerifier();
    for (const bad of [
      'https://evil.example/',
      'http://localhost.evil.example/',
      'http://user@localhost:1/',
      'javascript:alert(1)',
      '//evil.example',
    ]) {
      const { status, body } = await createBrowser().visit(await startUrl({ challenge, returnTo: bad }));
      expect(status).toBe(400);
      expect(JSON.parse(body).errors[0].extensions.issues[0].path).toEqual(['returnTo']);
    }
    expect((await createBrowser().visit(await startUrl({ challenge: 'short' }))).status).toBe(400);
  });

  it('leave an account whose password nobody knows until one is set by mail', async () => {
    const person = newPerson();
    await redeem(person);
    const input = { email: person.email, password: somebody().password };
    expect(await refusal(loginMutation, { input })).toBe('UNAUTHENTICATED');
    await must(`mutation ($email: EmailAddress!) { requestPasswordReset(email: $email) }`, { email: person.email });
    const { token } = await fixture.mailTo(person.email ?? '');
    const reset = { token, newPassword: input.password };
    await must(`mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { accessToken } }`, {
      input: reset,
    });
    expect((await must(loginMutation, { input })).login.__typename).toBe('AuthPayload');
  });
});

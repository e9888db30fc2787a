import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '@ruzlet/platform/log';
import { waitFor } from '@ruzlet/testkit/wait';
import { readLocalConfig } from '../src/config.js';
import { startRuzlet, type RunningRuzlet } from '../src/start-ruzlet.js';

/** Every flow of an account on one machine, by HTTP alone; the mailbox page gives the tokens. */
describe('accounts, through the router', () => {
  let ruzlet: RunningRuzlet;
  let dataDir: string;
  const email = 'walker@example.com';

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ruzlet-accounts-'));
    const anyPort = ['PORT', 'AUTH_PORT', 'USERS_PORT', 'DECKS_PORT', 'TEACHING_PORT', 'ANALYTICS_PORT'];
    ruzlet = await startRuzlet({
      config: readLocalConfig({ RUZLET_DATA_DIR: dataDir, ...Object.fromEntries(anyPort.map((name) => [name, '0'])) }),
      logger: createLogger({ name: 'test', level: 'error' }),
      onFailure: (error) => {
        throw error;
      },
    });
  }, 120_000);
  afterAll(async () => {
    await ruzlet.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function ask(query: string, variables: object = {}, token?: string, url = ruzlet.url): Promise<any> {
    const response = await fetch(`${url}/graphql`, {
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

  /** The token of the newest mail with this subject. */
  const mailed = (subject: string) =>
    waitFor(
      async () => {
        const response = await fetch(`${ruzlet.url}/dev/mail`, { headers: { accept: 'application/json' } });
        const { mails } = (await response.json()) as { mails: { to: string; subject: string; text: string }[] };
        const mail = mails.find((sent) => sent.to === email && sent.subject === subject);
        return mail && /#token=([\w-]{43})$/m.exec(mail.text)?.[1];
      },
      { what: subject },
    );

  let token: string;

  it('are registered and verified by mail', async () => {
    const input = { email, username: 'walker', password: 'correct horse battery' };
    const { register } = await must(
      `mutation ($input: RegisterInput!) { register(input: $input) { accessToken user { account { emailVerified } } } }`,
      { input },
    );
    expect(register.user.account.emailVerified).toBe(false);
    const { verifyEmail } = await must(`mutation ($token: String!) { verifyEmail(token: $token) { emailVerified } }`, {
      token: await mailed('Confirm your e-mail address'),
    });
    expect(verifyEmail.emailVerified).toBe(true);
    token = register.accessToken;
  });

  it('get a new password by mail; the tokens of before stop working in every subgraph within seconds', async () => {
    await must(`mutation { requestPasswordReset(email: "${email}") }`);
    await must(`{ me { username } }`, {}, token);
    const reset = `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { accessToken } }`;
    const { resetPassword } = await must(reset, {
      input: { token: await mailed('Set a new password'), newPassword: 'wrong mule dynamo' },
    });
    const { auth, users, decks, teaching, analytics, router } = ruzlet.ports;
    for (const port of [router, auth, users, decks, teaching, analytics]) {
      await waitFor(
        async () => {
          const { errors } = await ask('{ __typename }', {}, token, `http://127.0.0.1:${String(port)}`);
          return errors?.[0]?.extensions.code === 'UNAUTHENTICATED';
        },
        { what: `refusal at ${String(port)}` },
      );
    }
    token = resetPassword.accessToken;
    await must(`{ me { username } }`, {}, token);
  });

  it('make API keys that do in every subgraph what they may, and nothing else', async () => {
    const create = `mutation ($scopes: [ApiKeyScope!]!) { createApiKey(input: { name: "script", scopes: $scopes }) { key apiKey { id } } }`;
    const reader = (await must(create, { scopes: ['READ'] }, token)).createApiKey;
    const writer = (await must(create, { scopes: ['WRITE'] }, token)).createApiKey;
    const createDeck = `mutation { createDeck(input: { title: "By a script" }) { deck { id owner { username } } } }`;
    const createCourse = `mutation { createCourse(input: { title: "By a script" }) { course { id } } }`;
    const updateProfile = `mutation { updateProfile(input: { displayName: "Script" }) { displayName } }`;

    expect((await must(`{ me { username } }`, {}, reader.key)).me.username).toBe('walker');
    for (const mutation of [createDeck, createCourse, updateProfile]) {
      expect((await ask(mutation, {}, reader.key)).errors[0].extensions.code).toBe('FORBIDDEN');
      await must(mutation, {}, writer.key);
    }
    const account = await ask(`{ me { username account { email } } }`, {}, writer.key);
    expect(account.data.me).toEqual({ username: 'walker', account: null });

    await must(`mutation ($id: ID!) { revokeApiKey(id: $id) { id } }`, { id: writer.apiKey.id }, token);
    await waitFor(
      async () => (await ask(createDeck, {}, writer.key)).errors?.[0]?.extensions.code === 'UNAUTHENTICATED',
      { what: 'refusal of the revoked key' },
    );
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '@ruzlet/platform/log';
import { waitFor } from '@ruzlet/testkit/wait';
import { readLocalConfig } from '../src/config.js';
import { startRuzlet, type RunningRuzlet } from '../src/start-ruzlet.js';

/**
 * Hive Gateway in a process of its own, configured by `infra/hive-gateway`, before the subgraphs of a running Ruzlet. It is the
 * runtime without its command line, which alone knows the limits of tokens and depth and how to keep hints back.
 */
describe('Hive Gateway with the configuration for it', () => {
  let ruzlet: RunningRuzlet;
  let dataDir: string;
  let url: string;
  let end: () => Promise<unknown>;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ruzlet-hive-'));
    const anyPort = ['PORT', 'AUTH_PORT', 'USERS_PORT', 'DECKS_PORT', 'TEACHING_PORT', 'ANALYTICS_PORT'];
    ruzlet = await startRuzlet({
      config: readLocalConfig({ RUZLET_DATA_DIR: dataDir, ...Object.fromEntries(anyPort.map((name) => [name, '0'])) }),
      logger: createLogger({ name: 'test', level: 'error' }),
      onFailure: (error) => {
        throw error;
      },
    });
    const places = Object.entries(ruzlet.ports).map(([name, port]) => [
      `${name.toUpperCase()}_URL`,
      `http://127.0.0.1:${String(port)}/graphql`,
    ]);
    const child = spawn(process.execPath, [fileURLToPath(new URL('hive-gateway.mjs', import.meta.url))], {
      env: { PATH: process.env.PATH, ...Object.fromEntries(places) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const exited = once(child, 'exit');
    end = () => {
      // It would wait for connections that clients keep.
      child.kill('SIGKILL');
      return exited;
    };
    const port = await waitFor(() => /port (\d+)/.exec(printed)?.[1], { timeoutMs: 60_000, what: 'Hive Gateway' });
    url = `http://127.0.0.1:${port}`;
  });
  afterAll(async () => {
    await end();
    await ruzlet.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function ask(at: string, query: string, variables: object = {}, token?: string): Promise<any> {
    const response = await fetch(`${at}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  }

  it('serves the same graph as our router: signs up, keeps tokens with their owner, and resolves across subgraphs', async () => {
    const input = {
      email: 'hive@example.com',
      username: 'hive',
      password: 'heron under the bridge',
      displayName: 'Hive',
      timeZone: 'UTC',
    };
    const registered = await ask(url, 'mutation ($input: RegisterInput!) { register(input: $input) { accessToken } }', {
      input,
    });
    const token: string = registered.data.register.accessToken;
    const made = await ask(
      url,
      'mutation ($input: CreateDeckInput!) { createDeck(input: $input) { deck { id } } }',
      { input: { title: 'Over there', visibility: 'PRIVATE' } },
      token,
    );
    const { id } = made.data.createDeck.deck;
    // `me` is made from an event: a moment later.
    await waitFor(async () => (await ask(url, '{ me { username } }', {}, token)).data?.me?.username === 'hive');
    const query = `query ($id: ID!) {
      me { username account { email } learning { reviews } }
      deck(id: $id) { title cardCount owner { displayName } progress { due } }
    }`;
    const answer = await ask(url, query, { id }, token);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.deck).toMatchObject({ title: 'Over there', owner: { displayName: 'Hive' } });
    expect(answer).toEqual(await ask(ruzlet.url, query, { id }, token));
    expect((await ask(url, query, { id })).data).toMatchObject({ deck: null });
  });

  it('tells nobody what the graph holds, and is alive and ready', async () => {
    const introspected = await ask(url, '{ __schema { queryType { name } } }');
    expect([introspected.data, introspected.errors.length > 0]).toEqual([undefined, true]);
    for (const path of ['/health', '/ready']) expect((await fetch(`${url}${path}`)).status).toBe(200);
  });
});

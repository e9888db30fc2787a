import { createHash } from 'node:crypto';
import type { ChildProcess } from 'node:child_process';
import { newId } from '@ruzlet/platform/ids';
import { waitFor } from '@ruzlet/testkit/wait';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { end, freePorts, start } from './commands.js';
import { processOf, runningTopology } from './config.js';
import { ask, must, newLearner, password } from './learner.js';

const topology = runningTopology();
/** Of one user within a minute, in both routers together (count). */
const userRequestsMax = 20;
/** Of auth, per account and address (count). */
const loginsMax = 20;

describe('two routers and two processes of auth', () => {
  const started: ChildProcess[] = [];
  /** Each router asks an auth of its own. */
  let urls: [string, string];

  beforeAll(async () => {
    const [first = '', second = '', auth = ''] = await freePorts(3);
    const router = processOf(topology, 'router');
    const usualAuth = `127.0.0.1:${String(processOf(topology, 'auth').port)}`;
    const env = { RATE_USER_REQUESTS_PER_MINUTE: String(userRequestsMax) };
    const subgraphs = (router.env.SUBGRAPH_URLS ?? '').replace(usualAuth, `127.0.0.1:${auth}`);
    expect(subgraphs).toContain(`127.0.0.1:${auth}`);
    started.push(
      start(processOf(topology, 'auth'), { PORT: auth }),
      start(router, { ...env, PORT: first }),
      start(router, { ...env, PORT: second, SUBGRAPH_URLS: subgraphs }),
    );
    urls = [`http://127.0.0.1:${first}`, `http://127.0.0.1:${second}`];
    for (const url of [`http://127.0.0.1:${auth}`, ...urls]) {
      const ready = async () => (await fetch(`${url}/ready`).catch(() => undefined))?.ok;
      await waitFor(ready, { what: `${url} to be ready` });
    }
  });
  afterAll(() => Promise.all(started.map((child) => end(child))));

  const url = (turn: number): string => urls[turn % 2 === 0 ? 0 : 1];

  it('count the requests of a user together', async () => {
    const { token } = await newLearner(topology.url, 1);
    const codes: (string | undefined)[] = [];
    for (let turn = 0; turn < userRequestsMax + 10; turn += 1) {
      codes.push((await ask(url(turn), '{ me { id } }', {}, token)).errors?.[0]?.extensions.code);
    }
    expect(codes.slice(0, userRequestsMax).every((code) => code === undefined)).toBe(true);
    expect(codes.slice(userRequestsMax).every((code) => code === 'RATE_LIMITED')).toBe(true);
  });

  it('count the logins of an account together', async () => {
    const { email } = await newLearner(topology.url, 1);
    const login = 'mutation ($input: LoginInput!) { login(input: $input) { __typename } }';
    let turn = 0;
    for (; turn <= 2 * loginsMax; turn += 1) {
      const { errors } = await ask(url(turn), login, { input: { email, password } });
      if (errors?.[0]?.extensions.code === 'RATE_LIMITED') break;
      expect(errors).toBeUndefined();
    }
    expect(turn).toBe(loginsMax);
  });

  it('know the operations that either has heard', async () => {
    const query = `query Q${newId().replaceAll('-', '')} { __typename }`;
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const send = async (at: string, body: object) => {
      const response = await fetch(`${at}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...body, extensions: { persistedQuery: { version: 1, sha256Hash } } }),
      });
      return response.json();
    };
    expect(await send(url(1), {})).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
    expect(await send(url(0), { query })).toEqual({ data: { __typename: 'Query' } });
    expect(await send(url(1), {})).toEqual({ data: { __typename: 'Query' } });
  });

  it('forget a session together: one ends it, the other refuses its token within seconds', async () => {
    const { token } = await newLearner(topology.url, 1);
    for (const at of urls) await must(at, '{ me { id } }', {}, token);
    await must(url(0), 'mutation { logout }', {}, token);
    for (const at of urls) {
      await waitFor(
        async () => (await ask(at, '{ me { id } }', {}, token)).errors?.[0]?.extensions.code === 'UNAUTHENTICATED',
        { what: `refusal at ${at}`, timeoutMs: 5_000 },
      );
    }
  });
});

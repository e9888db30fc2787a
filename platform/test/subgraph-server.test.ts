import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VerifyToken } from '../src/access/viewer.js';
import { badInput, notFound, unauthenticated } from '../src/errors.js';
import { listen, ListenError } from '../src/http/run-service.js';
import { createSubgraph, subgraphLimits, type RequestInfo } from '../src/http/subgraph.js';
import { createLogger } from '../src/log.js';

const typeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  scalar DateTime
  type Thing @key(fields: "id") { id: ID! }
  type Query {
    who: String
    address: String
    fails: String
    hidden: String
    faulty: String
    tomorrow(at: DateTime!): DateTime!
  }
`;

const verifyToken: VerifyToken = (token) =>
  token === 'good'
    ? Promise.resolve({
        userId: 'ada',
        sessionId: 's',
        roles: [],
        scopes: ['read', 'write'],
        profile: { username: '', displayName: '', locale: 'en', timeZone: 'UTC' },
      })
    : Promise.reject(unauthenticated('The access token is not valid.'));

describe('the subgraph server', () => {
  let logged: string;
  let url: string;
  let close: () => Promise<void>;

  beforeEach(async () => {
    logged = '';
    const destination = new Writable({
      write(chunk: Buffer, _encoding, done) {
        logged += chunk.toString();
        done();
      },
    });
    const subgraph = createSubgraph({
      name: 'things',
      typeDefs,
      resolvers: {
        Query: {
          who: (_: unknown, __: unknown, { viewer }: RequestInfo) => viewer?.userId ?? null,
          address: (_: unknown, __: unknown, { ipAddress }: RequestInfo) => ipAddress,
          fails: () => {
            throw new Error('the secret inner workings');
          },
          hidden: () => {
            throw notFound('thing');
          },
          faulty: () => {
            throw badInput([{ path: ['input', 'title'], message: 'is empty' }]);
          },
          tomorrow: (_: unknown, { at }: { at: Date }) => new Date(at.getTime() + 86_400_000),
        },
      },
      context: (request) => request,
      verifyToken,
      routerSecret: 'the router only knows this',
      logger: createLogger({ name: 'test', destination }),
      ready: { database: () => Promise.resolve(true), bus: () => Promise.reject(new Error('away')) },
    });
    const listening = await listen(subgraph.handler, { port: 0, host: '127.0.0.1', what: 'things' });
    url = `http://127.0.0.1:${String(listening.port)}`;
    close = listening.close;
  });
  afterEach(() => close());

  async function post(body: string, headers: Record<string, string> = {}) {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    return { status: response.status, body: await response.json() };
  }
  const ask = (query: string, variables: object = {}, headers: Record<string, string> = {}) =>
    post(JSON.stringify({ query, variables }), headers);

  it('verifies the token itself', async () => {
    expect((await ask('{ who }')).body).toEqual({ data: { who: null } });
    expect((await ask('{ who }', {}, { authorization: 'Bearer good' })).body).toEqual({ data: { who: 'ada' } });
    const refused = await ask('{ who }', {}, { authorization: 'Bearer forged' });
    expect(refused.body).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(refused.body.data).toBeUndefined();
  });

  it('masks what went wrong inside, and logs it under the request id that the client is told', async () => {
    const { body } = await ask('{ fails }', {}, { 'x-request-id': 'request-1' });
    expect(body.errors).toMatchObject([
      { path: ['fails'], extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' } },
    ]);
    expect(JSON.stringify(body)).not.toContain('secret inner workings');
    expect(logged).toContain('secret inner workings');
    expect(logged).toContain('"requestId":"request-1"');
  });

  it('tells the client its own faults with code, path and issues', async () => {
    const { body } = await ask('{ hidden faulty }');
    expect(body.errors).toMatchObject([
      { path: ['hidden'], extensions: { code: 'NOT_FOUND' } },
      {
        path: ['faulty'],
        extensions: { code: 'BAD_USER_INPUT', issues: [{ path: ['input', 'title'], message: 'is empty' }] },
      },
    ]);
  });

  it('reads and writes date-times in RFC 3339 and refuses others', async () => {
    const query = 'query ($at: DateTime!) { tomorrow(at: $at) }';
    const good = await ask(query, { at: '2026-02-28T23:30:00+01:00' });
    expect(good.body).toEqual({ data: { tomorrow: '2026-03-01T22:30:00.000Z' } });
    const outside = ['0000-06-01T00:00:00Z', '0001-01-01T00:00:00+01:00', '9999-12-31T23:59:59-01:00'];
    for (const at of [...outside, '2026-02-30T00:00:00Z', '2026-02-28', 'tomorrow', 5, '2026-02-28T23:30:00']) {
      expect((await ask(query, { at })).body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  it('quotes no more of a long value than tells which it was', async () => {
    const { body } = await ask('query ($at: DateTime!) { tomorrow(at: $at) }', { at: `x${'🎓'.repeat(50_000)}` });
    const [error] = body.errors;
    expect(error.message).toMatch(/^Variable "\$at" got invalid value "x🎓.* … .*🎓"; DateTime must be RFC 3339/);
    expect(error.message.length).toBeLessThan(1_000);
  });

  it.each([
    ['not JSON', '{"query":', 400, 'BAD_USER_INPUT'],
    ['no query', '{}', 400, 'BAD_USER_INPUT'],
    ['a list', '[{"query":"{ who }"}]', 400, 'BAD_USER_INPUT'],
    ['a syntax error', '{"query":"{ who"}', 200, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{"query":"{ nobody }"}', 200, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'too many tokens',
      JSON.stringify({ query: `{ ${'who '.repeat(subgraphLimits.tokensMax)} }` }),
      200,
      'GRAPHQL_PARSE_FAILED',
    ],
    ['too many bytes', JSON.stringify({ query: 'x'.repeat(subgraphLimits.bodyBytesMax) }), 413, 'PAYLOAD_TOO_LARGE'],
  ])('refuses %s in JSON, with its code', async (_what, body, status, code) => {
    const answer = await post(body);
    expect(answer).toMatchObject({ status, body: { errors: [{ extensions: { code } }] } });
  });

  it('takes operations as POST of JSON only, so that a form on another page cannot send one', async () => {
    expect((await fetch(`${url}/graphql?query={who}`)).status).toBe(405);
    expect((await post('query=x', { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('believes a forwarded address from the router only', async () => {
    const forwarded = { 'x-forwarded-for': '203.0.113.9' };
    expect((await ask('{ address }', {}, forwarded)).body.data.address).toContain('127.0.0.1');
    const fromRouter = { ...forwarded, 'x-router-secret': 'the router only knows this' };
    expect((await ask('{ address }', {}, fromRouter)).body.data.address).toBe('203.0.113.9');
  });

  it('is alive while it is not ready, and says what is missing', async () => {
    expect((await fetch(`${url}/health`)).status).toBe(200);
    const ready = await fetch(`${url}/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([503, { checks: { database: true, bus: false } }]);
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('ruzlet_subgraph_request_seconds');
  });

  it('says in one line that a port is taken', async () => {
    const port = Number(new URL(url).port);
    const second = listen(() => undefined, { port, host: '127.0.0.1', what: 'things' });
    await expect(second).rejects.toThrow(ListenError);
    await expect(second).rejects.toThrow(`Port ${String(port)} (things) is taken`);
  });
});

describe('the log', () => {
  it('never shows secrets, nor the parameters of a failed query', () => {
    let lines = '';
    const destination = new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines += chunk.toString();
        done();
      },
    });
    const logger = createLogger({ name: 'test', destination });
    logger.info(
      { password: 'p4ss', input: { refreshToken: 'r4w' }, headers: { authorization: 'Bearer b34rer' } },
      'signed in',
    );
    const failed = Object.assign(new Error('Failed query: insert into accounts values ($1)\nparams: h4sh'), {
      params: ['h4sh'],
    });
    logger.error({ err: failed }, 'query failed');
    for (const secret of ['p4ss', 'r4w', 'b34rer', 'h4sh']) expect(lines).not.toContain(secret);
    expect(lines).toContain('insert into accounts');
  });
});

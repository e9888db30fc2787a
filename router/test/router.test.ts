import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '@ruzlet/platform/log';
import { createRouter, type Router } from '@ruzlet/router/create-router';
import { compose, federationLink, serveInProcess } from './federation.js';

const typeDefs = 'type Query { word(n: Int): String! words: [String!]! fails: String } type Mutation { say: String }';

describe('router', () => {
  let router: Router;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    const schema = buildSubgraphSchema({
      typeDefs: parse(federationLink + typeDefs),
      resolvers: {
        Query: {
          word: (_: unknown, { n }: { n?: number }) => `word ${String(n ?? 0)}`,
          words: () => ['a', 'b'],
          fails: () => {
            throw new Error('a secret');
          },
        },
      },
    });
    router = createRouter({
      supergraphSdl: compose({ words: { typeDefs } }),
      transports: { words: serveInProcess(schema) },
      corsOrigins: [],
      trustedProxies: 0,
      introspection: true,
      explorer: false,
      limits: { bodyBytesMax: 100_000 },
      logger: createLogger({ name: 'test', level: 'silent' }),
    });
    await router.start();
    server = createServer(router.handler);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql`;
  });

  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await router.close();
  });

  async function post(body: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'one', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const sent = Object.fromEntries([...response.headers].filter(([name]) => name !== 'date'));
    return { status: response.status, headers: sent, text: await response.text() };
  }

  for (const [name, body] of Object.entries<object>({
    'an answer': { query: '{ word words }' },
    'a masked error': { query: '{ w: fails words }' },
    'wrong variables': { query: 'query ($n: Int) { word(n: $n) }', variables: { n: 'x' } },
    'a named operation': { query: 'query A { word } query B { words }', operationName: 'B' },
    introspection: { query: '{ __schema { queryType { name } } __typename }' },
  })) {
    for (const accept of ['*/*', 'application/json', 'application/graphql-response+json']) {
      it(`sends the same bytes for ${name} the first time and later (accept ${accept})`, async () => {
        const first = await post(body, { accept });
        const second = await post(body, { accept });
        expect(second).toEqual(first);
        expect(first.text).not.toContain('secret');
      });
    }
  }

  it('answers errors in JSON with a code, whatever was wrong', async () => {
    const aliases = Array.from({ length: 1000 }, (_, index) => `a${String(index)}: word`).join(' ');
    const wrong = {
      'GRAPHQL_PARSE_FAILED 400': await post({ query: '{ word' }),
      'GRAPHQL_VALIDATION_FAILED 400': await post({ query: '{ nothing }' }),
      'OPERATION_LIMIT_EXCEEDED 400': await post({ query: `{ ${aliases} }` }),
      'BAD_USER_INPUT 400': await post('{ not json'),
      'PAYLOAD_TOO_LARGE 413': await post({ query: `{ word # ${'x'.repeat(200_000)}\n}` }),
    };
    for (const [expected, { status, headers, text }] of Object.entries(wrong)) {
      expect(headers['content-type']).toContain('json');
      expect(`${String(JSON.parse(text).errors[0].extensions.code)} ${String(status)}`).toBe(expected);
    }
  });

  it('answers wrong operations with status 200 to clients that know only application/json', async () => {
    const accept = 'application/json';
    for (const body of [
      { query: '{ word' },
      { query: '{ nothing }' },
      { query: 'query ($n: Int) { word(n: $n) }', variables: { n: {} } },
    ]) {
      expect((await post(body, { accept })).status).toBe(200);
      expect((await post(body, { accept: 'application/graphql-response+json' })).status).toBe(400);
    }
    expect((await post({ nothing: 1 }, { accept })).status).toBe(400);
  });

  it('refuses mutations over GET and simple requests of other sites', async () => {
    const mutation = await fetch(`${url}?query=mutation{say}`, { headers: { 'apollo-require-preflight': '1' } });
    expect(mutation.status).toBe(405);
    const simple = await post('{ word }', { 'content-type': 'text/plain' });
    expect(simple.status).toBe(400);
    // Known by now, all the same.
    await post({ query: '{ word }' });
    expect((await post(JSON.stringify({ query: '{ word }' }), { 'content-type': 'text/plain' })).status).toBe(400);
  });
});

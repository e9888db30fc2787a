import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request as httpRequest } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryCache } from '@ruzlet/platform/cache/memory-cache';
import type { RouterOptions } from '@ruzlet/router/create-router';
import { readManifest } from '@ruzlet/router/persisted/manifest';
import { serveRouter, type ServedRouter } from './serve.js';

const cacheControl = `
  directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
  enum CacheControlScope { PUBLIC PRIVATE }
`;

let calls = 0;
const words = {
  typeDefs: `type Query { word(n: Int): String! long: String! } type Mutation { say: String! }`,
  resolvers: {
    Query: {
      word: (_: unknown, { n = 0 }: { n?: number }) => {
        calls += 1;
        return `word ${String(n)}`;
      },
      long: () => 'x'.repeat(5_000),
    },
    Mutation: { say: () => 'y'.repeat(5_000) },
  },
};
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const byHash = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

describe('operations', () => {
  let served: ServedRouter;
  afterEach(() => served.close());
  const serve = async (options: Partial<RouterOptions> = {}) => {
    served = await serveRouter({ words }, options);
    return served;
  };
  const codeOf = (body: any): string => body.errors?.[0].extensions.code;

  describe('persisted automatically', () => {
    const query = 'query ($n: Int) { word(n: $n) }';

    it('are asked for by hash once they were sent in full, by POST and GET', async () => {
      const { post, url } = await serve();
      const unknown = await post(byHash(hash(query)));
      expect([unknown.status, codeOf(unknown.body)]).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
      expect((await post({ query, ...byHash(hash(query)) })).body).toEqual({ data: { word: 'word 0' } });
      const known = await post({ variables: { n: 2 }, ...byHash(hash(query)) });
      expect(known.body).toEqual({ data: { word: 'word 2' } });
      const search = new URLSearchParams({
        variables: '{"n":3}',
        extensions: JSON.stringify(byHash(hash(query)).extensions),
      });
      const got = await fetch(`${url}?${search.toString()}`, { headers: { 'apollo-require-preflight': '1' } });
      expect(await got.json()).toEqual({ data: { word: 'word 3' } });
    });

    it('are not believed with the hash of another text, nor remembered when they are refused', async () => {
      const { post } = await serve();
      expect((await post({ query, ...byHash(hash('{ long }')) })).status).toBe(400);
      const deep = `{ ${'a { '.repeat(100)} b ${'}'.repeat(101)}`;
      expect(codeOf((await post({ query: deep, ...byHash(hash(deep)) })).body)).toBe('OPERATION_LIMIT_EXCEEDED');
      expect(codeOf((await post(byHash(hash(deep)))).body)).toBe('PERSISTED_QUERY_NOT_FOUND');
    });

    it('are shared between routers, and a cache that lies is not believed', async () => {
      const operationCache = createMemoryCache();
      const first = await serve({ operationCache });
      await first.post({ query, ...byHash(hash(query)) });
      await first.close();
      const { post } = await serve({ operationCache });
      expect((await post(byHash(hash(query)))).body).toEqual({ data: { word: 'word 0' } });
      await operationCache.set(`operation:${hash('{ long }')}`, 'mutation { say }', 60_000);
      expect(codeOf((await post(byHash(hash('{ long }')))).body)).toBe('PERSISTED_QUERY_NOT_FOUND');
    });
  });

  describe('registered beforehand', () => {
    const body = 'query Word($n: Int) { word(n: $n) }';
    const manifest = JSON.stringify({
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: hash(body), name: 'Word', type: 'query', body }],
    });

    it('are the only ones served when that is asked for, however the others are sent', async () => {
      const {
        post,
        url,
        calls: sent,
      } = await serve({
        persistedOperations: { registered: readManifest(manifest), only: true },
        limits: { batchOperationsMax: 5 },
      });
      expect((await post(byHash(hash(body)))).body).toEqual({ data: { word: 'word 0' } });
      expect((await post({ query: body, variables: { n: 1 } })).body).toEqual({ data: { word: 'word 1' } });
      sent.length = 0;
      const other = '{ long }';
      const refused = [
        await post({ query: other }),
        await post({ query: other, ...byHash(hash(other)) }),
        await post([{ query: body }, { query: other }]),
        await post({ query: other, variables: [] }),
        await post({ query: other, extensions: 'x' }),
        await post({ query: other, operationName: 1 }),
        await post(byHash(hash(other))),
      ];
      expect(refused.map(({ body: answer }) => codeOf(answer))).toEqual([
        'QUERY_NOT_IN_SAFE_LIST',
        'QUERY_NOT_IN_SAFE_LIST',
        'QUERY_NOT_IN_SAFE_LIST',
        'BAD_USER_INPUT',
        'BAD_USER_INPUT',
        'BAD_USER_INPUT',
        'PERSISTED_QUERY_NOT_IN_LIST',
      ]);
      const got = await fetch(`${url}?query={long}`, { headers: { 'apollo-require-preflight': '1' } });
      expect(got.status).toBe(403);
      expect(sent).toEqual([]);
    });

    it('are told in a manifest of Apollo or of Relay, and a file that is neither stops the start', () => {
      expect(readManifest(manifest).get(hash(body))).toBe(body);
      expect(readManifest('{"a":"{ word }"}').get('a')).toBe('{ word }');
      expect(() => readManifest('[1]')).toThrow('manifest');
      expect(() => readManifest('{')).toThrow('not JSON');
    });
  });

  it('are not taken in batches unless that is allowed, and then up to a number', async () => {
    const one = { query: '{ word }' };
    const off = await serve();
    expect((await off.post([one])).status).toBe(400);
    await off.close();
    const { post } = await serve({ limits: { batchOperationsMax: 2 } });
    expect((await post([one, one])).body).toEqual([{ data: { word: 'word 0' } }, { data: { word: 'word 0' } }]);
    expect(codeOf((await post([one, one, one])).body)).toBe('OPERATION_LIMIT_EXCEEDED');
    const deep = { query: `{ ${'a { '.repeat(100)} b ${'}'.repeat(101)}` };
    expect(codeOf((await post([one, deep])).body)).toBe('OPERATION_LIMIT_EXCEEDED');
  });

  it('are not helped with names, and cannot ask for the schema, where introspection is off', async () => {
    const { post } = await serve({ introspection: false });
    expect((await post({ query: '{ __schema { queryType { name } } }' })).status).toBe(400);
    const hinted = await post({ query: '{ wor }' });
    expect(hinted.body.errors[0].message).not.toContain('Did you mean');
  });

  describe('whose answers may be kept', () => {
    const typeDefs = `${cacheControl}
      extend schema @link(url: "https://ruzlet.invalid/cacheControl/v0.1", import: ["@cacheControl"]) @composeDirective(name: "@cacheControl")
      type Query { shared(n: Int, o: Pair): String @cacheControl(maxAge: 60) mine: String @cacheControl(maxAge: 60, scope: PRIVATE) fresh: String thing: Thing @cacheControl(maxAge: 30) fails: String @cacheControl(maxAge: 60) }
      type Thing { name: String mine: String @cacheControl(maxAge: 5, scope: PRIVATE) part: Part near: Part @cacheControl(inheritMaxAge: true) }
      type Part { name: String }
      input Pair { a: Int b: Int }`;
    const count = { asked: 0 };
    const counted = () => String((count.asked += 1));
    const kept = {
      typeDefs,
      resolvers: {
        Query: {
          shared: counted,
          mine: counted,
          fresh: counted,
          thing: () => ({ name: counted(), mine: 'm', part: { name: 'p' }, near: { name: 'n' } }),
          fails: () => {
            counted();
            throw new Error('no');
          },
        },
      },
    };

    it('are public for as long as the strictest hint says, whoever asks and in whatever order', async () => {
      let now = new Date('2026-03-01T00:00:00Z').getTime();
      const clock = { now: () => new Date(now) };
      served = await serveRouter({ kept }, { responseCache: createMemoryCache({ clock }) });
      const ask = (query: string, variables = {}) => served.post({ query, variables });
      const query = 'query ($o: Pair) { shared(o: $o) }';
      const first = await ask(query, { o: { a: 1, b: 2 } });
      expect(first.headers.get('cache-control')).toBe('max-age=60, public');
      expect((await ask(query, { o: { b: 2, a: 1 } })).body).toEqual(first.body);
      expect((await ask(query, { o: { a: 2, b: 1 } })).body).not.toEqual(first.body);
      now += 60_001;
      expect((await ask(query, { o: { a: 1, b: 2 } })).body).not.toEqual(first.body);
      expect((await ask('{ thing { name near { name } } }')).headers.get('cache-control')).toBe('max-age=30, public');
    });

    it('are never shared when they are private, unmarked, or failed', async () => {
      served = await serveRouter({ kept }, { responseCache: createMemoryCache() });
      for (const [query, header] of Object.entries({
        '{ mine }': 'max-age=60, private',
        '{ shared mine }': 'max-age=60, private',
        '{ thing { name mine } }': 'max-age=5, private',
        '{ fresh }': 'no-store',
        '{ shared fresh }': 'no-store',
        '{ thing { name part { name } } }': 'no-store',
        '{ fails }': 'no-store',
      })) {
        const before = count.asked;
        const first = await served.post({ query });
        await served.post({ query });
        expect([query, first.headers.get('cache-control')]).toEqual([query, header]);
        expect(count.asked).toBeGreaterThanOrEqual(before + 2);
      }
    });
  });

  it('are answered compressed to who takes it, but never what a mutation says', async () => {
    const { url } = await serve();
    const raw = (query: string, encoding: string) =>
      new Promise<{ encoding: string | undefined; body: Buffer }>((resolve, reject) => {
        const sent = httpRequest(
          url,
          { method: 'POST', headers: { 'content-type': 'application/json', 'accept-encoding': encoding } },
          (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('end', () => {
              resolve({ encoding: response.headers['content-encoding'], body: Buffer.concat(chunks) });
            });
          },
        );
        sent.on('error', reject);
        sent.end(JSON.stringify({ query }));
      });
    // First by Apollo Server, then by the short path.
    for (let time = 0; time < 2; time += 1) {
      const plain = await raw('{ long }', 'identity');
      expect(plain.encoding).toBeUndefined();
      const zipped = await raw('{ long }', 'gzip, deflate');
      expect(zipped.encoding).toBe('gzip');
      expect(gunzipSync(zipped.body)).toEqual(plain.body);
      const brotli = await raw('{ long }', 'gzip, br;q=0.5');
      expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
      expect((await raw('{ long }', 'br;q=0')).encoding).toBeUndefined();
      expect((await raw('mutation { say }', 'gzip')).encoding).toBeUndefined();
      expect((await raw('{ word }', 'gzip')).encoding).toBeUndefined();
    }
  });

  it('carry the client’s trace and the request id to subgraphs', async () => {
    const { post, calls: sent } = await serve();
    const trace = '0af7651916cd43dd8448eb211c80319c';
    await post(
      { query: '{ word }' },
      { traceparent: `00-${trace}-b7ad6b7169203331-01`, tracestate: 'a=1', 'x-request-id': 'one' },
    );
    const headers = sent[0]?.headers;
    expect(headers).toMatchObject({ tracestate: 'a=1', 'x-request-id': 'one' });
    expect(headers?.traceparent).toMatch(new RegExp(`^00-${trace}-(?!b7ad6b7169203331)[0-9a-f]{16}-01$`));
    await post({ query: '{ word }' }, { traceparent: 'nonsense', tracestate: 'a=1' });
    expect(sent[1]?.headers.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
    expect(sent[1]?.headers).not.toHaveProperty('tracestate');
    expect(calls).toBeGreaterThan(0);
  });
});

import { request as httpRequest, type IncomingMessage } from 'node:http';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createMemoryCache } from '@ruzlet/platform/cache/memory-cache';
import { waitFor } from '@ruzlet/testkit/wait';
import { sha256 } from '@ruzlet/router/persisted/manifest';
import { compose, type TestSubgraph } from './federation.js';
import { merged, readParts } from './parts.js';
import { acceptParts, ask, partsOf, scores, send, serve, served, subgraphs, useDeferring } from './deferring.js';

useDeferring();

describe('what stands around an answer in parts', () => {
  const query = '{ me { name ... @defer { score } } }';

  it('is bound by limits for the whole of it', async () => {
    const served = await serve({ operationLimits: { depthMax: 3, directivesMax: 3 }, costLimits: { costMax: 3 } });
    const refused: [string, string][] = [
      ['{ me { ... @defer { friend { friend { name } } } } }', 'levels'],
      ['{ me { ... @defer { id } ... @defer { id } ... @defer { id } ... @defer { id } } }', 'directives'],
      ['{ all { id ... @defer { badges { title } } } }', 'cost'],
    ];
    for (const [deferred, why] of refused) {
      const response = await send(served, deferred);
      const { errors } = await response.json();
      expect([response.status, errors[0].extensions.code]).toEqual([400, 'OPERATION_LIMIT_EXCEEDED']);
      expect(errors[0].message).toContain(why);
    }
    expect(served.calls).toEqual([]);
  });

  it('counts once against rates', async () => {
    const taken: [string, number][] = [];
    const served = await serve({
      rateLimiter: {
        consume: ({ name }, _key, cost = 1) => {
          taken.push([name, cost]);
          return Promise.resolve({ allowed: taken.length <= 4, remaining: 0, retryAfterMs: 1_000 });
        },
        close: () => Promise.resolve(),
      },
    });
    for (let turn = 0; turn < 2; turn++) await ask(served, query);
    expect(taken).toEqual([
      ['router-address', 1],
      ['router-cost', 1],
      ['router-address', 1],
      ['router-cost', 1],
    ]);
    const refused = await send(served, query);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
  });

  it('is kept whole when it is public and nothing failed, and then comes whole', async () => {
    const hinted: TestSubgraph = {
      typeDefs: `directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT
        enum CacheControlScope { PUBLIC PRIVATE }
        extend schema @link(url: "https://example.com/cache/v1.0", import: ["@cacheControl"]) @composeDirective(name: "@cacheControl")
        type Query { fast: Int @cacheControl(maxAge: 60) bad: Int @cacheControl(maxAge: 60) }`,
      resolvers: {
        Query: {
          fast: () => 1,
          bad: () => {
            throw new Error('bad');
          },
        },
      },
    };
    const served = await serve({ responseCache: createMemoryCache() }, { hinted });
    const kept = '{ fast ... @defer { later: fast } }';
    const first = await send(served, kept);
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect(merged(await partsOf(first)).data).toEqual({ fast: 1, later: 1 });
    const second = await send(served, kept);
    expect(second.headers.get('cache-control')).toBe('max-age=60, public');
    expect(await second.json()).toEqual({ data: { fast: 1, later: 1 } });
    expect((await served.post({ query: kept }, { accept: 'application/json' })).headers.get('cache-control')).toBe(
      'max-age=60, public',
    );
    expect(served.calls).toHaveLength(1);
    for (let turn = 0; turn < 2; turn++) await ask(served, '{ fast ... @defer { bad } }');
    expect(served.calls).toHaveLength(3);
  });

  it('is not mixed with equal queries that are answered whole', async () => {
    await ask(served, query);
    const [whole, parts, again, alsoWhole] = await Promise.all([
      served.post({ query }, { accept: 'application/json' }),
      ask(served, query),
      ask(served, query),
      served.post({ query }, { accept: 'application/json' }),
    ]);
    const data = { me: { name: 'Person 1', score: 10 } };
    for (const { body } of [whole, alsoWhole]) expect(body).toEqual({ data });
    for (const all of [parts, again]) {
      expect(all).toHaveLength(2);
      expect(merged(all).data).toEqual(data);
    }
  });

  it('works with automatic persisted queries, and with registered operations only', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(query) } };
    const unknown = await send(served, { extensions });
    expect((await unknown.json()).errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect(await ask(served, { query, extensions })).toHaveLength(2);
    expect(await ask(served, { extensions })).toHaveLength(2);
    const registered = await serve({ persistedOperations: { registered: new Map([['one', query]]), only: true } });
    expect(await ask(registered, { extensions: { persistedQuery: { version: 1, sha256Hash: 'one' } } })).toHaveLength(
      2,
    );
    expect(await ask(registered, query)).toHaveLength(2);
    const other = await send(registered, `${query} `);
    expect((await other.json()).errors[0].extensions.code).toBe('QUERY_NOT_IN_SAFE_LIST');
  });

  it('takes what clients send along in extensions', async () => {
    expect(await ask(served, { query, extensions: { clientLibrary: { name: 'c', version: '1' } } })).toHaveLength(2);
  });

  it('ends the calls that are under way when the client goes', async () => {
    scores.hold();
    const leaving = new AbortController();
    const response = await fetch(served.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: acceptParts },
      body: JSON.stringify({ query }),
      signal: leaving.signal,
    });
    await readParts(response).next();
    expect(scores.signals.map((signal) => signal?.aborted)).toEqual([false]);
    leaving.abort();
    await waitFor(() => scores.signals[0]?.aborted === true);
    scores.release();
    // Nobody is left behind: the next one is answered.
    expect(await ask(served, query)).toHaveLength(2);
  });

  it.each(['gzip', 'br'] as const)(
    'is compressed (%s) so that each part can be read when it comes',
    async (encoding) => {
      scores.hold();
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        const sent = httpRequest(
          served.url,
          {
            method: 'POST',
            headers: { 'content-type': 'application/json', accept: acceptParts, 'accept-encoding': encoding },
          },
          resolve,
        );
        sent.on('error', reject);
        sent.end(JSON.stringify({ query }));
      });
      expect(response.headers['content-encoding']).toBe(encoding);
      expect(response.headers.vary).toContain('Accept-Encoding');
      let text = '';
      const plain = response.pipe(encoding === 'gzip' ? createGunzip() : createBrotliDecompress());
      plain.on('data', (chunk: Buffer) => (text += chunk.toString()));
      await waitFor(() => text.includes('"hasNext":true'));
      expect(text).not.toContain('score');
      scores.release();
      await waitFor(() => text.includes('"hasNext":false'));
      expect(text).toContain('{"score":10}');
    },
  );

  it('is not compressed for a mutation, whose answer may be secret', async () => {
    const response = await send(served, 'mutation { rename(name: "Ada") { name ... @defer { score } } }', {
      'accept-encoding': 'gzip',
    });
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await partsOf(response)).toHaveLength(2);
  });

  it('is a request under way until its end: counted for load, and finished when the router stops', async () => {
    scores.hold();
    const served = await serve({ load: { requestsInFlightMax: 1 } });
    const parts = readParts(await send(served, query));
    await parts.next();
    expect((await send(served, query)).status).toBe(503);
    served.router.drain();
    // Another graph takes over meanwhile: the answer ends with the one that it began with.
    await served.router.reload(`${compose(subgraphs)}\n# another`);
    scores.release();
    expect((await parts.next()).value).toMatchObject({ hasNext: false });
    await parts.next();
    await waitFor(async () => (await send(served, query)).status === 200);
  });

  it('needs JSON by POST, as what a page of another site cannot send; else the answer is whole', async () => {
    const byGet = await fetch(`${served.url}?query=${encodeURIComponent(query)}`, {
      headers: { accept: acceptParts, 'x-apollo-operation-name': 'q' },
    });
    expect(await byGet.json()).toEqual({ data: { me: { name: 'Person 1', score: 10 } } });
    const asText = await fetch(served.url, {
      method: 'POST',
      headers: { accept: acceptParts, 'content-type': 'text/plain' },
      body: JSON.stringify({ query }),
    });
    expect(asText.status).toBe(400);
  });
});

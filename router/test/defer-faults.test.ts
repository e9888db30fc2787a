import { describe, expect, it } from 'vitest';
import { AppError } from '@ruzlet/platform/errors';
import type { SubgraphTransport } from '@ruzlet/router/transport';
import { waitFor } from '@ruzlet/testkit/wait';
import { type TestSubgraph } from './federation.js';
import { inProcess } from './serve.js';
import { ask, fragmentsIn, people, scores, send, serve, served, subgraphs, useDeferring } from './deferring.js';

useDeferring();

describe('what fails in a deferred fragment', () => {
  it('does not end a mutation, as it would if it were not deferred', async () => {
    const query = 'mutation { rename(id: "2", name: "Bo") { name ... @defer { score } } bump }';
    const whole = await served.post({ query }, { accept: 'application/json' });
    expect(whole.body.data).toBeNull();
    expect(served.calls.splice(0).some((call) => call.query.includes('bump'))).toBe(false);
    const parts = await ask(served, query);
    expect(parts[0]).toEqual({ data: { rename: { name: 'Bo' }, bump: 101 }, hasNext: true });
    expect(fragmentsIn(parts)).toMatchObject([
      { path: ['rename'], data: null, errors: [{ path: ['rename', 'score'] }] },
    ]);
  });

  it('makes that fragment null and nothing else', async () => {
    const parts = await ask(served, '{ all { id ... @defer(label: "s") { score } ... @defer { note } } }', {
      'x-request-id': 'request-1',
    });
    expect(parts[0]).toEqual({ data: { all: [{ id: '1' }, { id: '2' }, { id: '3' }] }, hasNext: true });
    const scores = fragmentsIn(parts).filter(({ label }) => label === 's');
    expect(scores.map(({ data }) => data)).toEqual([{ score: 10 }, null, { score: 30 }]);
    // Masked, as everywhere.
    expect(scores[1]?.errors).toEqual([
      {
        message: 'Something went wrong on our side. Quote the request id when you report it.',
        path: ['all', 1, 'score'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' },
      },
    ]);
    expect(scores[0]).not.toHaveProperty('errors');
    expect(fragmentsIn(parts).filter(({ label }) => label === undefined)).toHaveLength(3);
  });

  it('is told with the fragment where it may be null', async () => {
    const parts = await ask(served, '{ me { id ... @defer { maybe: maybeScore note } } }');
    expect(parts[0]).not.toHaveProperty('errors');
    const [fragment] = fragmentsIn(parts);
    expect(fragment?.data).toEqual({ maybe: null, note: 'note on 1' });
    expect(fragment?.errors?.map(({ path }) => path)).toEqual([['me', 'maybe']]);
  });

  it('does not take back what the client has, and brings nothing below what is null', async () => {
    const mended: TestSubgraph = {
      typeDefs: `type Query { box: Box }  type Box @key(fields: "id") { id: ID!  inside: Inside @shareable }
        type Inside { left: String! @shareable }`,
      resolvers: { Query: { box: () => ({ id: '1', inside: { left: 'l' } }) } },
    };
    const other: TestSubgraph = {
      typeDefs: `type Box @key(fields: "id") { id: ID!  inside: Inside @shareable }
        type Inside { left: String! @shareable  right: Int!  far: Int }`,
      resolvers: {
        Box: { __resolveReference: ({ id }: { id: string }) => ({ id, inside: { left: 'l', right: 1, far: 2 } }) },
        Inside: {},
      },
    };
    const way = inProcess(other);
    // A subgraph that breaks its own schema: the router finds the null.
    const broken: SubgraphTransport = {
      ...way,
      async execute(operation) {
        const answer = await way.execute(operation);
        return JSON.parse(JSON.stringify(answer).replace('"right":1', '"right":null'));
      },
    };
    const served = await serve({ transports: { other: broken } }, { mended, other });
    const parts = await ask(
      served,
      '{ box { id inside { left } ... @defer(label: "r") { inside { right } } ... @defer(label: "f") { inside { far } } } }',
    );
    expect(parts[0]?.data).toEqual({ box: { id: '1', inside: { left: 'l' } } });
    const byLabel = Object.fromEntries(
      fragmentsIn(parts).map(({ label, data, errors }) => [label, { data, paths: errors?.map(({ path }) => path) }]),
    );
    expect(byLabel).toEqual({
      r: { data: null, paths: [['box', 'inside', 'right']] },
      f: { data: { inside: { far: 2 } }, paths: undefined },
    });
  });

  it('is what access directives deny', async () => {
    const served = await serve({ verifyToken: () => Promise.reject(new AppError('UNAUTHENTICATED', 'no')) });
    const parts = await ask(served, '{ me { name ... @defer { secret } } }');
    expect(parts[0]).toEqual({ data: { me: { name: 'Person 1' } }, hasNext: true });
    expect(fragmentsIn(parts)).toMatchObject([
      { path: ['me'], data: null, errors: [{ path: ['me', 'secret'], extensions: { code: 'UNAUTHENTICATED' } }] },
    ]);
    expect(served.calls.map(({ query }) => query).join()).not.toContain('secret');
  });

  it('is a subgraph that is down', async () => {
    const down: SubgraphTransport = {
      ...inProcess(subgraphs.scores!),
      execute: () =>
        Promise.reject(new AppError('SERVICE_UNAVAILABLE', 'The scores service does not answer right now.')),
    };
    const served = await serve({ transports: { scores: down } });
    const parts = await ask(served, '{ me { name ... @defer { score } ... @defer { note } } }');
    expect(parts[0]).toEqual({ data: { me: { name: 'Person 1' } }, hasNext: true });
    const [score, note] = fragmentsIn(parts).sort(
      (a, b) => Number('note' in (a.data ?? {})) - Number('note' in (b.data ?? {})),
    );
    expect(score).toMatchObject({ data: null, errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
    expect(note?.data).toEqual({ note: 'note on 1' });
  });

  it('is the time, which counts for the whole', async () => {
    const served = await serve({ limits: { operationTimeoutMs: 2_000 } });
    const query = '{ all { id ... @defer(label: "s") { score } } }';
    // Once it is planned, the time goes by with the subgraph and not before.
    await waitFor(async () => (await ask(served, query)).length > 1, { what: 'a plan' });
    scores.hold();
    const parts = await ask(served, query);
    expect(parts).toHaveLength(2);
    expect(parts[1]?.incremental).toEqual(
      [0, 1, 2].map((index) => ({
        path: ['all', index],
        label: 's',
        data: null,
        errors: [
          {
            message: 'The operation took longer than 2 s.',
            path: ['all', index],
            extensions: { code: 'SERVICE_UNAVAILABLE' },
          },
        ],
      })),
    );
    expect(scores.signals[0]?.aborted).toBe(true);
    scores.release();
  });

  it('is answered as JSON with its status when it comes before the first part', async () => {
    people.hold();
    const served = await serve({ limits: { operationTimeoutMs: 200 } });
    const late = await send(served, '{ me { name ... @defer { score } } }');
    expect([late.status, late.headers.get('content-type')]).toEqual([504, 'application/json; charset=utf-8']);
    people.release();
    const query = 'query ($n: Int!) { me { name ... @defer(if: true) { score } } all @skip(if: true) { id } }';
    const wrong = await send(served, { query: query.replace('{ me', '{ __typename @skip(if: false) me') });
    expect(wrong.status).toBe(200);
    expect((await wrong.json()).errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

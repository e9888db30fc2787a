import { describe, expect, it } from 'vitest';
import { waitFor } from '@ruzlet/testkit/wait';
import { merged, readParts, type Part } from './parts.js';
import { ask, fragmentsIn, notes, scores, send, served, useDeferring } from './deferring.js';

useDeferring();

describe('a deferred answer', () => {
  it('begins while a slow subgraph has not answered, and goes on when it has', async () => {
    scores.hold();
    const response = await send(served, '{ me { name ... @defer(label: "score") { score } } }');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('multipart/mixed; boundary="-"; deferSpec=20220824');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const parts = readParts(response);
    const first = await parts.next();
    expect(first.value).toEqual({ data: { me: { name: 'Person 1' } }, hasNext: true });
    await waitFor(() => scores.waiting() === 1);
    scores.release();
    expect((await parts.next()).value).toEqual({
      incremental: [{ path: ['me'], label: 'score', data: { score: 10 } }],
      hasNext: false,
    });
    expect((await parts.next()).done).toBe(true);
  });

  it('comes whole, in one JSON, for who does not take parts', async () => {
    const query = '{ me { name ... @defer { score note } } }';
    for (const accept of ['application/json', 'multipart/mixed', 'multipart/mixed;deferSpec=20220824;q=0, */*']) {
      // Known or not, it is the same.
      for (let turn = 0; turn < 2; turn++) {
        const { status, headers, body } = await served.post({ query }, { accept: `${accept}, application/json` });
        expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
        expect(body).toEqual({ data: { me: { name: 'Person 1', score: 10, note: 'note on 1' } } });
      }
    }
  });

  it('asks subgraphs for nothing more than the whole answer does', async () => {
    const query =
      '{ me { name ... @defer { born { town } score ... @defer { note } } } all { id ... @defer { score } } }';
    await served.post({ query }, { accept: 'application/json' });
    const whole = served.calls.splice(0).map(({ subgraph, query: sent }) => `${subgraph} ${sent}`);
    await ask(served, query);
    expect(served.calls.map(({ subgraph, query: sent }) => `${subgraph} ${sent}`).sort()).toEqual(whole.sort());
  });

  it('is whole when "if" is false, by a literal, a variable or its default', async () => {
    const withLiteral = '{ me { name ... @defer(if: false) { score } } }';
    const withVariable = 'query ($later: Boolean!) { me { name ... @defer(if: $later) { score } } }';
    const withDefault = 'query ($later: Boolean! = false) { me { name ... @defer(if: $later) { score } } }';
    for (const body of [
      { query: withLiteral },
      { query: withVariable, variables: { later: false } },
      { query: withDefault },
    ]) {
      const response = await send(served, body);
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(await response.json()).toEqual({ data: { me: { name: 'Person 1', score: 10 } } });
      // Who takes nothing but parts has one.
      expect(await ask(served, body, { accept: 'multipart/mixed;deferSpec=20220824' })).toEqual([
        { data: { me: { name: 'Person 1', score: 10 } }, hasNext: false },
      ]);
    }
    expect(await ask(served, { query: withVariable, variables: { later: true } })).toHaveLength(2);
    expect(await ask(served, { query: withDefault, variables: { later: true } })).toHaveLength(2);
  });

  it('brings fragments in one another after one another, each under its path', async () => {
    notes.hold();
    const query = `{ me { ...Outer @defer(label: "outer") } }
      fragment Outer on Person { name friend { ... @defer(label: "inner") { name score } } }`;
    const parts = readParts(await send(served, query));
    expect((await parts.next()).value).toEqual({ data: { me: {} }, hasNext: true });
    notes.release();
    const rest: Part[] = [];
    for await (const part of parts) rest.push(part);
    const fragments = rest.flatMap(({ incremental = [] }) => incremental);
    expect(fragments).toEqual([
      { path: ['me'], label: 'outer', data: { name: 'Person 1', friend: {} } },
      { path: ['me', 'friend'], label: 'inner', data: { name: 'Person 3', score: 30 } },
    ]);
  });

  it('brings one fragment for each item of a list', async () => {
    const parts = await ask(served, '{ all { id ... @defer(label: "n") { note } } }');
    expect(parts[0]).toEqual({ data: { all: [{ id: '1' }, { id: '2' }, { id: '3' }] }, hasNext: true });
    expect(fragmentsIn(parts)).toEqual(
      [0, 1, 2].map((index) => ({
        path: ['all', index],
        label: 'n',
        data: { note: `note on ${String(index + 1)}` },
      })),
    );
  });

  it('can be deferred at the root of a query, with aliases and introspection', async () => {
    scores.hold();
    const query = '{ first: motto ... @defer { best: top kind: __type(name: "Person") { name } __typename } }';
    const parts = readParts(await send(served, query));
    expect((await parts.next()).value).toEqual({ data: { first: 'per aspera' }, hasNext: true });
    scores.release();
    expect((await parts.next()).value).toEqual({
      incremental: [{ path: [], data: { best: 100, kind: { name: 'Person' }, __typename: 'Query' } }],
      hasNext: false,
    });
  });

  it('adds up where fields come both now and later', async () => {
    const query = `{ me { name born { town } ... @defer { name born { country } score } ... @defer { score note badges { title } }
      ... @defer { badges { mended } } } }`;
    const parts = await ask(served, query);
    expect(parts[0]?.data).toEqual({ me: { name: 'Person 1', born: { town: 'Ulm' } } });
    const whole = await served.post({ query }, { accept: 'application/json' });
    expect(merged(parts).data).toEqual(whole.body.data);
  });

  it('leaves out what @skip and @include leave out', async () => {
    const query = `query ($no: Boolean!) {
      me { name ... @defer @include(if: $no) { score } ... @defer @skip(if: true) { score } ... @defer { note @skip(if: $no) score @include(if: $no) } }
    }`;
    const parts = await ask(served, { query, variables: { no: false } });
    expect(merged(parts).data).toEqual({ me: { name: 'Person 1', note: 'note on 1' } });
    expect(fragmentsIn(parts)).toHaveLength(1);
    expect(served.calls.map(({ subgraph }) => subgraph).sort()).toEqual(['notes', 'people']);
    expect(merged(await ask(served, { query, variables: { no: true } })).data).toEqual({
      me: { name: 'Person 1', score: 10 },
    });
  });

  it('begins at once when all of it is deferred', async () => {
    scores.hold();
    const parts = readParts(await send(served, '{ __typename ... @defer { top } }'));
    expect((await parts.next()).value).toEqual({ data: { __typename: 'Query' }, hasNext: true });
    scores.release();
    expect((await parts.next()).value).toEqual({ incremental: [{ path: [], data: { top: 100 } }], hasNext: false });
  });

  it('says that nothing follows when nothing is left to follow', async () => {
    expect(await ask(served, '{ nobody { name ... @defer { score } } }')).toEqual([
      { data: { nobody: null }, hasNext: false },
    ]);
  });

  it('comes in parts from a mutation, after all of its root fields', async () => {
    const parts = await ask(served, 'mutation { rename(name: "Ada") { name ... @defer { score } } touch }');
    expect(parts).toEqual([
      { data: { rename: { name: 'Ada' }, touch: 1 }, hasNext: true },
      { incremental: [{ path: ['rename'], data: { score: 10 } }], hasNext: false },
    ]);
  });
});

describe('@defer', () => {
  it('is part of the schema', async () => {
    const { body } = await served.post({
      query:
        '{ __schema { directives { name locations args { name defaultValue type { kind name ofType { name } } } } } }',
    });
    expect(body.data.__schema.directives).toContainEqual({
      name: 'defer',
      locations: ['FRAGMENT_SPREAD', 'INLINE_FRAGMENT'],
      args: [
        { name: 'label', defaultValue: null, type: { kind: 'SCALAR', name: 'String', ofType: null } },
        { name: 'if', defaultValue: 'true', type: { kind: 'NON_NULL', name: null, ofType: { name: 'Boolean' } } },
      ],
    });
  });

  it.each([
    [
      'labels that come twice',
      '{ me { ... @defer(label: "a") { name } ... @defer(label: "a") { id } } }',
      'must be used once',
    ],
    ['labels from variables', 'query ($l: String) { me { ... @defer(label: $l) { name } } }', 'written out'],
    ['fields', '{ me @defer { name } }', 'may not be used on FIELD'],
    ['the root of a mutation', 'mutation { ... @defer { touch } }', 'at the root of a mutation'],
    [
      'the root of a mutation, by name',
      'mutation { ...F @defer(if: false) } fragment F on Mutation { touch }',
      'at the root of a mutation',
    ],
    [
      'the root of a subscription',
      'subscription { ... @defer(if: false) { renamed { id } } }',
      'at the root of a subscription',
    ],
    [
      'subscriptions',
      'subscription { renamed { ...F } } fragment F on Person { ... @defer { name } }',
      'in a subscription',
    ],
  ])('is refused on %s', async (_what, query, message) => {
    const response = await send(served, query);
    const { errors } = await response.json();
    expect(errors[0].message).toContain(message);
    expect(errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    // Over Server-Sent Events as well.
    const streamed = await send(served, query, { accept: 'text/event-stream' });
    expect(await streamed.text()).toContain(message);
  });

  it('delays nothing over Server-Sent Events: the answer is whole', async () => {
    const response = await send(served, '{ me { name ... @defer { score } } }', { accept: 'text/event-stream' });
    expect(await response.text()).toContain('{"data":{"me":{"name":"Person 1","score":10}}}');
  });
});

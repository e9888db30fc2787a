import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveRouter, type ServedRouter } from './serve.js';

/** Fields that a subgraph takes over step by step, over HTTP: which one is asked is decided for each request. */

const bill = (n: number) => ({ id: '1', always: n, never: n, half: n, named: n, other: n });

let served: ServedRouter;

beforeAll(async () => {
  served = await serveRouter(
    {
      a: {
        typeDefs: `type Query { bill: Bill }
          type Bill @key(fields: "id") { id: ID! always: Int never: Int half: Int named: Int other: Int }`,
        resolvers: { Query: { bill: () => bill(1) } },
      },
      b: {
        typeDefs: `type Bill @key(fields: "id") { id: ID! always: Int @override(from: "a", label: "percent(100)")
          never: Int @override(from: "a", label: "percent(0)") half: Int @override(from: "a", label: "percent(50)")
          named: Int @override(from: "a", label: "beta") other: Int @override(from: "a", label: "gamma") }`,
        resolvers: { Bill: { __resolveReference: () => bill(2) } },
      },
    },
    { overrideLabels: ['beta'] },
  );
});
afterAll(() => served.close());

it('come from the new subgraph by their percentage, or when the router is told so', async () => {
  const answered = { data: { bill: { always: 2, never: 1, named: 2, other: 1 } } };
  for (const sight of ['first', 'second', 'third']) {
    expect((await served.post({ query: '{ bill { always never named other } }' })).body, sight).toEqual(answered);
  }
});

it('come from the one for some requests and from the other for some, with one text', async () => {
  const seen = new Set<string>();
  for (let asked = 0; asked < 200 && seen.size < 2; asked++) {
    seen.add(JSON.stringify((await served.post({ query: '{ bill { half } }' })).body));
  }
  expect([...seen].sort()).toEqual(['{"data":{"bill":{"half":1}}}', '{"data":{"bill":{"half":2}}}']);
});

import fc from 'fast-check';
import { getOperationAST, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryRateLimiter } from '@ruzlet/platform/cache/memory-rate-limiter';
import { loadSupergraph } from '@ruzlet/router/executor/supergraph';
import { factsOf, readGraphRules } from '@ruzlet/router/operations/facts';
import { compose } from './federation.js';
import { serveRouter, type ServedRouter } from './serve.js';

const typeDefs = `
  type Query {
    leaf: Int
    heavy: Int @cost(weight: 7)
    item: Item
    plain: [Item!]!
    sized: [Item!]! @listSize(assumedSize: 50)
    sliced(first: Int = 4, last: Int): [Item!]! @listSize(slicingArguments: ["first", "last"], requireOneSlicingArgument: false)
    page(first: Int): Page @listSize(slicingArguments: ["first"], sizedFields: ["edges"], assumedSize: 3)
    search(filter: Filter, word: String @cost(weight: 5)): Int
  }
  type Mutation { touch: Int }
  type Item @cost(weight: 2) { n: Int item: Item }
  type Page { edges: [Edge!]! total: Int }
  type Edge { node: Item }
  input Filter { a: Int @cost(weight: 3) and: [Filter!] }
`;

const supergraph = loadSupergraph(compose({ a: { typeDefs } }));
const rules = readGraphRules(parse(supergraph.sdl), supergraph.apiSchema);

function cost(source: string, variables: Record<string, unknown> = {}): number {
  const document = parse(source);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  return factsOf(document, operation, rules, { listSizeDefault: 10 }).cost(variables);
}

describe('estimated cost', () => {
  for (const [source, expected, variables] of [
    ['{ leaf }', 0],
    ['{ heavy }', 7],
    ['{ item { n } }', 2],
    ['{ item { item { n } } }', 4],
    ['{ plain { n } }', 20],
    ['{ sized { n } }', 100],
    ['{ sliced { n } }', 8],
    ['{ sliced(first: 6) { n } }', 12],
    ['{ sliced(first: 6, last: 9) { n } }', 18],
    ['query ($n: Int = 5) { sliced(first: $n) { n } }', 10],
    ['query ($n: Int = 5) { sliced(first: $n) { n } }', 200, { n: 100 }],
    ['{ page { edges { node { n } } } }', 1 + 3 * 3],
    ['{ page(first: 20) { total edges { node { n } } } }', 1 + 20 * 3],
    ['{ search(word: "a") }', 5],
    ['{ search(filter: { a: 1, and: [{ a: 2 }, {}] }) }', 1 + 3 + (1 + 3) + 1],
    ['query ($f: Filter) { search(filter: $f) }', 4, { f: { a: 1 } }],
    ['mutation { touch }', 10],
    ['{ ...A ...A } fragment A on Query { item { n } }', 4],
  ] as [string, number, Record<string, unknown>?][]) {
    it(`of ${source} with ${JSON.stringify(variables ?? {})} is ${String(expected)}`, () => {
      expect(cost(source, variables)).toBe(expected);
    });
  }

  it('grows with the length of a list, and is never negative or NaN whatever variables say', () => {
    const source = 'query ($n: Int) { page(first: $n) { edges { node { n } } } }';
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(cost(source, { n: low })).toBeLessThanOrEqual(cost(source, { n: high }));
      }),
    );
    fc.assert(
      fc.property(fc.anything(), (n) => {
        expect(cost(source, { n })).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('limits of cost and rate', () => {
  let served: ServedRouter;
  const now = { at: new Date('2026-03-01T00:00:00Z') };

  beforeAll(async () => {
    served = await serveRouter(
      { a: { typeDefs, resolvers: { Query: { sliced: () => [], item: () => ({ n: 1 }) } } } },
      {
        costLimits: { costMax: 100 },
        rateLimiter: createMemoryRateLimiter({ clock: { now: () => now.at } }),
        rateLimits: { addressRequestsPerMinute: 12, costPerMinute: 90, userRequestsPerMinute: 0 },
      },
    );
  });
  afterAll(() => served.close());

  const query = 'query ($n: Int) { sliced(first: $n) { n } }';
  const minuteLater = () => {
    now.at = new Date(now.at.getTime() + 60_000);
  };

  it('refuse a dear operation the first time and later, and by its variables', async () => {
    for (let time = 0; time < 2; time += 1) {
      const dear = await served.post({ query, variables: { n: 51 } });
      expect([dear.status, dear.body.errors[0].extensions.code]).toEqual([400, 'OPERATION_LIMIT_EXCEEDED']);
    }
    expect(served.calls).toEqual([]);
    expect((await served.post({ query, variables: { n: 1 } })).status).toBe(200);
    minuteLater();
  });

  it('refuse beyond a cost within a minute, and say when to come again', async () => {
    expect((await served.post({ query, variables: { n: 40 } })).status).toBe(200);
    const beyond = await served.post({ query, variables: { n: 40 } });
    expect(beyond.status).toBe(429);
    expect(beyond.body).toEqual({
      errors: [
        {
          message: expect.stringContaining('60 s'),
          extensions: { code: 'RATE_LIMITED', retryAfterMs: 60_000 },
        },
      ],
    });
    expect(beyond.headers.get('retry-after')).toBe('60');
    minuteLater();
    expect((await served.post({ query, variables: { n: 40 } })).status).toBe(200);
    minuteLater();
  });

  it('refuse beyond a number of requests from one address, before anything is read', async () => {
    const statuses: number[] = [];
    for (let time = 0; time < 13; time += 1) statuses.push((await served.post('not even JSON')).status);
    expect(statuses).toEqual([...Array<number>(12).fill(400), 429]);
  });
});

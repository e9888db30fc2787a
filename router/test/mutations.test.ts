import { beforeEach, describe, expect, it } from 'vitest';
import { createFederation } from './federation.js';

/** Mutations over several subgraphs: what was done, in which order, and what was not done any more. */

let done: string[] = [];

function does(name: string) {
  return (_: unknown, { n }: { n: number }) => {
    done.push(`${name}${String(n)}`);
    if (n === 0) throw new Error(`${name} failed`);
    return name === 'c' ? { id: String(n) } : done.length;
  };
}

const graph = createFederation({
  a: {
    typeDefs: 'type Query { x: Int } type Mutation { a(n: Int!): Int must(n: Int!): Int! }',
    resolvers: { Mutation: { a: does('a'), must: does('must') } },
  },
  b: {
    typeDefs: 'type Mutation { b(n: Int!): Int c(n: Int!): Thing! } type Thing @key(fields: "id") { id: ID! }',
    resolvers: { Mutation: { b: does('b'), c: does('c') } },
  },
  c: {
    typeDefs: 'type Thing @key(fields: "id") { id: ID! size: Int! }',
    resolvers: {
      Thing: {
        size({ id }: { id: string }) {
          if (id === '7') throw new Error('no size');
          return Number(id);
        },
      },
    },
  },
});

beforeEach(() => {
  done = [];
});

describe('mutations', () => {
  it('are done in the order in which they are written, also those in fragments', async () => {
    const result = await graph.query(
      `mutation ($yes: Boolean!) { ... @include(if: $yes) { one: a(n: 1) two: b(n: 2) } three: a(n: 3) ...F five: a(n: 5) }
       fragment F on Mutation { four: b(n: 4) one: a(n: 1) }`,
      { yes: true },
    );
    expect(done).toEqual(['a1', 'b2', 'a3', 'b4', 'a5']);
    expect(result).toEqual({ data: { one: 1, two: 2, three: 3, four: 4, five: 5 } });
  });

  it('go on after one that may fail', async () => {
    const result = await graph.query('mutation { one: a(n: 1) two: b(n: 0) three: a(n: 3) }');
    expect(done).toEqual(['a1', 'b0', 'a3']);
    expect(result).toEqual({
      data: { one: 1, two: null, three: 3 },
      errors: [{ message: 'b failed', path: ['two'] }],
    });
  });

  it('end at one that must not fail', async () => {
    const result = await graph.query('mutation { one: b(n: 1) must(n: 0) three: b(n: 3) four: a(n: 4) }');
    expect(done).toEqual(['b1', 'must0']);
    expect(result).toEqual({ data: null, errors: [{ message: 'must failed', path: ['must'] }] });
  });

  it('end at one of which another subgraph does not know what must be known', async () => {
    const result = await graph.query('mutation { c(n: 7) { size } a(n: 1) }');
    expect(done).toEqual(['c7']);
    expect(result).toEqual({ data: null, errors: [{ message: 'no size', path: ['c', 'size'] }] });
  });
});

describe('mutations of one subgraph, of which another does not know what must be known', () => {
  it('end there, though nothing comes between them', async () => {
    const result = await graph.query('mutation { one: c(n: 7) { size } two: c(n: 8) { size } a(n: 1) }');
    expect(done).toEqual(['c7']);
    expect(result).toEqual({ data: null, errors: [{ message: 'no size', path: ['one', 'size'] }] });
  });

  it('go on where it is known', async () => {
    const result = await graph.query('mutation { one: c(n: 5) { size } two: c(n: 8) { size } a(n: 1) }');
    expect(done).toEqual(['c5', 'c8', 'a1']);
    expect(result).toEqual({ data: { one: { size: 5 }, two: { size: 8 }, a: 3 } });
  });
});

describe('mutations of a subgraph that answers what clients must not see', () => {
  const paint = ({ colour }: { colour: string }) => {
    done.push(colour);
    return colour;
  };
  const hiding = createFederation({
    a: {
      typeDefs: `enum Colour { RED SECRET @inaccessible } type Seen @key(fields: "id") { id: ID! }
        type Hidden @key(fields: "id") @inaccessible { id: ID! } union Any = Seen | Hidden type Row { cells: [Any!]! }
        type Query { unused: Colour }
        type Mutation { must(colour: String!): Colour! may(colour: String!): Colour row(colour: String!): Row! }`,
      resolvers: {
        Mutation: {
          must: (_: unknown, given: { colour: string }) => paint(given),
          may: (_: unknown, given: { colour: string }) => paint(given),
          row: (_: unknown, given: { colour: string }) => ({
            cells: [{ __typename: paint(given) === 'RED' ? 'Seen' : 'Hidden', id: '1' }],
          }),
        },
      },
    },
  });

  it('end where it must not be null', async () => {
    const value = await hiding.query(
      'mutation ($c: String!) { one: must(colour: "RED") two: must(colour: $c) three: must(colour: "RED") }',
      { c: 'SECRET' },
    );
    expect([done.splice(0), value.data]).toEqual([['RED', 'SECRET'], null]);
    const type = await hiding.query(
      'mutation { one: row(colour: "SECRET") { cells { ... on Seen { id } } } two: may(colour: "RED") }',
    );
    expect([done.splice(0), type.data]).toEqual([['SECRET'], null]);
  });

  it('go on where it may be null, in one request', async () => {
    hiding.requests.splice(0);
    const { data } = await hiding.query('mutation { one: may(colour: "SECRET") two: may(colour: "RED") }');
    expect([done, data]).toEqual([['SECRET', 'RED'], { one: null, two: 'RED' }]);
    expect(hiding.requests).toHaveLength(1);
  });
});

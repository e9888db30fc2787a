import { describe, expect, it } from 'vitest';
import { createLabelDecision } from '@ruzlet/router/planner/override-labels';
import { allPlanners, createFederation, type TestSubgraph } from './federation.js';

/** What Federation 2 has, case by case; `stock-faults.test.ts` has those that the stock gateway gets wrong. */

interface Case {
  subgraphs: Record<string, TestSubgraph>;
  query: string;
  variables?: Record<string, unknown>;
  answer: unknown;
  /** Which subgraphs are asked, in order. */
  asked?: string[];
}

const fail = (message: string) => () => {
  throw new Error(message);
};

const cases: Record<string, Case> = {
  'a nested key': {
    subgraphs: {
      a: {
        typeDefs: `type Query { box: Box } type Box @key(fields: "owner { id }") { owner: Owner! size: Int }
          type Owner @shareable { id: ID! }`,
        resolvers: { Query: { box: () => ({ owner: { id: 'o1' }, size: 0 }) } },
      },
      b: {
        typeDefs:
          'type Box @key(fields: "owner { id }") { owner: Owner! label: String } type Owner @shareable { id: ID! }',
        resolvers: { Box: { label: ({ owner }: { owner: { id: string } }) => `of ${owner.id}` } },
      },
    },
    query: '{ box { size label } }',
    answer: { data: { box: { size: 0, label: 'of o1' } } },
  },
  'a composite key': {
    subgraphs: {
      a: {
        typeDefs: 'type Query { seat: Seat } type Seat @key(fields: "row number") { row: String! number: Int! }',
        resolvers: { Query: { seat: () => ({ row: '', number: 0 }) } },
      },
      b: {
        typeDefs: 'type Seat @key(fields: "row number") { row: String! number: Int! free: Boolean }',
        resolvers: { Seat: { free: ({ row, number }: { row: string; number: number }) => row === '' && number === 0 } },
      },
    },
    query: '{ seat { free } }',
    answer: { data: { seat: { free: true } } },
  },
  'multiple keys, by way of the subgraph that knows both': {
    subgraphs: {
      a: {
        typeDefs: 'type Query { user: User } type User @key(fields: "id") { id: ID! }',
        resolvers: { Query: { user: () => ({ id: '1' }) } },
      },
      b: {
        typeDefs: 'type User @key(fields: "id") @key(fields: "email") { id: ID! email: String! }',
        resolvers: { User: { __resolveReference: () => ({ id: '1', email: 'a@b' }) } },
      },
      c: {
        typeDefs: 'type User @key(fields: "email") { email: String! letters: Int }',
        resolvers: { User: { letters: ({ email }: { email: string }) => email.length } },
      },
    },
    query: '{ user { letters } }',
    answer: { data: { user: { letters: 3 } } },
    asked: ['a', 'b', 'c'],
  },
  'a field required of another subgraph, and of a nested object': {
    subgraphs: {
      a: {
        typeDefs: `type Query { item: Item } type Item @key(fields: "id") { id: ID! weight: Int size: Size }
          type Size { width: Int height: Int }`,
        resolvers: {
          Query: { item: () => ({ id: '1', weight: 0, size: { width: 2, height: 3 } }) },
          Item: { __resolveReference: () => ({ id: '1', weight: 0, size: { width: 2, height: 3 } }) },
        },
      },
      b: {
        typeDefs: `type Item @key(fields: "id") { id: ID! weight: Int @external size: Size @external
          postage: Int @requires(fields: "weight size { width height }") } type Size @external { width: Int height: Int }`,
        resolvers: {
          Item: {
            postage: ({ weight, size }: { weight: number; size: { width: number; height: number } }) =>
              weight + size.width * size.height,
          },
        },
      },
    },
    query: '{ item { postage } }',
    answer: { data: { item: { postage: 6 } } },
  },
  'a field that is provided along, without asking its owner': {
    subgraphs: {
      a: {
        typeDefs: `type Query { review: Review } type Review { author: User @provides(fields: "name") }
          type User @key(fields: "id") { id: ID! name: String @external }`,
        resolvers: { Query: { review: () => ({ author: { id: '1', name: 'Ada' } }) } },
      },
      b: { typeDefs: 'type User @key(fields: "id") { id: ID! name: String @shareable }' },
    },
    query: '{ review { author { name } } }',
    answer: { data: { review: { author: { name: 'Ada' } } } },
    asked: ['a'],
  },
  'a field that another subgraph has taken over': {
    subgraphs: {
      a: {
        typeDefs: 'type Query { bill: Bill } type Bill @key(fields: "id") { id: ID! amount: Int }',
        resolvers: { Query: { bill: () => ({ id: '1', amount: 1 }) } },
      },
      b: {
        typeDefs: 'type Bill @key(fields: "id") { id: ID! amount: Int @override(from: "a") }',
        resolvers: { Bill: { amount: () => 2 } },
      },
    },
    query: '{ bill { amount } }',
    answer: { data: { bill: { amount: 2 } } },
    asked: ['a', 'b'],
  },
  'a shareable field from whoever is asked anyway': {
    subgraphs: {
      a: {
        typeDefs: 'type Query { place: Place } type Place @key(fields: "id") { id: ID! name: String @shareable }',
        resolvers: { Query: { place: () => ({ id: '1', name: 'here' }) } },
      },
      b: { typeDefs: 'type Place @key(fields: "id") { id: ID! name: String @shareable far: Int }' },
    },
    query: '{ place { name } }',
    answer: { data: { place: { name: 'here' } } },
    asked: ['a'],
  },
  'abstract types with fields of several subgraphs': {
    subgraphs: {
      a: {
        typeDefs: `type Query { pets: [Pet] } interface Pet { id: ID! name: String }
          type Cat implements Pet @key(fields: "id") { id: ID! name: String } type Dog implements Pet @key(fields: "id") { id: ID! name: String }`,
        resolvers: {
          Query: {
            pets: () => [{ __typename: 'Cat', id: '1', name: 'Tom' }, null, { __typename: 'Dog', id: '1', name: '' }],
          },
        },
      },
      b: {
        typeDefs:
          'type Cat @key(fields: "id") { id: ID! lives: Int } type Dog @key(fields: "id") { id: ID! tricks: [String!] }',
        resolvers: { Cat: { lives: () => 9 }, Dog: { tricks: () => [] } },
      },
    },
    query: '{ pets { name ... on Cat { lives } ... on Dog { id: tricks } } }',
    answer: { data: { pets: [{ name: 'Tom', lives: 9 }, null, { name: '', id: [] }] } },
  },
  'a union whose members are not the same everywhere': {
    subgraphs: {
      a: {
        typeDefs:
          'type Query { found: [Found!]! } union Found = A | B type A @key(fields: "id") { id: ID! } type B @shareable { text: String }',
        resolvers: {
          Query: {
            found: () => [
              { __typename: 'A', id: '1' },
              { __typename: 'B', text: '' },
            ],
          },
        },
      },
      b: {
        typeDefs:
          'type Query { other: Found } union Found = B | C type B @shareable { text: String } type C { n: Int } type A @key(fields: "id") { id: ID! more: Found }',
        resolvers: { A: { more: () => ({ __typename: 'C', n: 0 }) } },
      },
    },
    query:
      '{ found { __typename ... on A { more { ... on C { n } ... on B { text } } } ... on B { text } ... on C { n } } }',
    answer: {
      data: {
        found: [
          { __typename: 'A', more: { n: 0 } },
          { __typename: 'B', text: '' },
        ],
      },
    },
  },
  'nulls that must not be, up to the nearest that may': {
    subgraphs: {
      a: {
        typeDefs: 'type Query { lists: [[Item!]!] } type Item @key(fields: "id") { id: ID! }',
        resolvers: { Query: { lists: () => [[{ id: '1' }, { id: '2' }], [{ id: '1' }]] } },
      },
      b: {
        typeDefs: 'type Item @key(fields: "id") { id: ID! must: Inner! } type Inner { value: Int! may: Int }',
        resolvers: {
          Item: { must: ({ id }: { id: string }) => (id === '1' ? { value: 1 } : { value: fail('no value') }) },
        },
      },
    },
    query: '{ lists { id must { v: value may } } }',
    answer: {
      data: { lists: null },
      errors: [{ message: 'no value', path: ['lists', 0, 1, 'must', 'v'] }],
    },
  },
  'values of an enum that only some subgraphs have, and input that all of them know': {
    subgraphs: {
      a: {
        typeDefs: `enum Level { LOW HIGH } input Filter { level: Level, words: [String!] } type Query { a(filter: Filter): String @shareable }`,
        resolvers: { Query: { a: (_: unknown, args: unknown) => JSON.stringify(args) } },
      },
      b: {
        typeDefs: `enum Level { LOW HIGH MORE } input Filter { level: Level, more: Int } type Query { b(filter: Filter): String }`,
        resolvers: { Query: { b: (_: unknown, args: unknown) => JSON.stringify(args) } },
      },
    },
    query: 'query ($f: Filter) { a(filter: { level: LOW }) b(filter: $f) }',
    variables: { f: { level: 'HIGH' } },
    answer: { data: { a: '{"filter":{"level":"LOW"}}', b: '{"filter":{"level":"HIGH"}}' } },
  },
  'fields that are skipped and included by variables, and whole fetches with them': {
    subgraphs: {
      a: {
        typeDefs: 'type Query { item: Item } type Item @key(fields: "id") { id: ID! name: String }',
        resolvers: { Query: { item: () => ({ id: '1', name: 'n' }) } },
      },
      b: { typeDefs: 'type Item @key(fields: "id") { id: ID! far: Int }', resolvers: { Item: { far: () => 1 } } },
    },
    query:
      'query ($yes: Boolean!, $no: Boolean = false) { item { name @skip(if: $no) far @include(if: $no) ... @skip(if: $yes) { id } } }',
    variables: { yes: true },
    answer: { data: { item: { name: 'n' } } },
    asked: ['a'],
  },
  'introspection of what clients see, without what is inaccessible': {
    subgraphs: {
      a: { typeDefs: 'type Query { seen: Int hidden: Int @inaccessible } enum Unused @inaccessible { A }' },
    },
    query: '{ __type(name: "Query") { fields { name } } gone: __type(name: "Unused") { name } }',
    answer: { data: { __type: { fields: [{ name: 'seen' }] }, gone: null } },
  },
};

describe.each(allPlanners.map((by) => [by.name, by] as const))('federation, planned by %s,', (_, by) => {
  for (const [name, { subgraphs, query, variables, answer, asked }] of Object.entries(cases)) {
    it(`answers ${name}`, async () => {
      const graph = createFederation(subgraphs, {}, by);
      expect(await graph.query(query, variables)).toEqual(answer);
      if (asked) expect(graph.requests.map(({ subgraph }) => subgraph)).toEqual(asked);
    });
  }

  it('refuses values of an enum and fields of input that not all subgraphs know', async () => {
    const { subgraphs } = cases['values of an enum that only some subgraphs have, and input that all of them know']!;
    for (const filter of ['{ level: MORE }', '{ words: [] }', '{ more: 1 }']) {
      await expect(createFederation(subgraphs, {}, by).query(`{ a(filter: ${filter}) }`)).rejects.toThrow();
    }
  });
});

describe('@requires under a condition', () => {
  const graph = createFederation({
    outside: {
      typeDefs: `
        type Thing @key(fields: "id") { id: ID! plain: String! size: Int @external wide: String @requires(fields: "size") }
        type Query { unused: Int }`,
      resolvers: {
        Thing: {
          __resolveReference: (thing: { id: string; size?: number }) => ({ ...thing, plain: 'p' }),
          wide: ({ size }: { size?: number }) => `${String(size)} wide`,
        },
      },
    },
    inside: {
      typeDefs: `
        type Thing @key(fields: "id") { id: ID! size: Int }
        type Query { thing: Thing! }`,
      resolvers: { Query: { thing: () => ({ id: '1', size: 3 }) } },
    },
  });

  it.each([
    [true, { thing: { wide: '3 wide', plain: 'p' } }],
    [false, { thing: { plain: 'p' } }],
  ])('does not take fields without the condition with it (%s)', async (wanted, data) => {
    const source = 'query ($wanted: Boolean!) { thing { ... on Thing @include(if: $wanted) { wide } plain } }';
    expect(await graph.query(source, { wanted })).toEqual({ data });
  });
});

describe.each(allPlanners.map((by) => [by.name, by] as const))(
  'a field that is taken over, planned by %s,',
  (_, by) => {
    const graph = createFederation(
      {
        a: {
          typeDefs: 'type Query { bill: Bill } type Bill @key(fields: "id") { id: ID! half: Int most: Int named: Int }',
          resolvers: { Query: { bill: () => ({ id: '1', half: 1, most: 1, named: 1 }) } },
        },
        b: {
          typeDefs: `type Bill @key(fields: "id") { id: ID! half: Int @override(from: "a", label: "percent(50)")
          most: Int @override(from: "a", label: "percent(90.5)") named: Int @override(from: "a", label: "beta") }`,
          resolvers: { Bill: { half: () => 2, most: () => 2, named: () => 2 } },
        },
      },
      {},
      by,
    );

    it.each([
      [[], { half: 1, most: 1, named: 1 }],
      [['percent(90.5)'], { half: 1, most: 2, named: 1 }],
      [['percent(50)', 'percent(90.5)'], { half: 2, most: 2, named: 1 }],
      [['beta'], { half: 1, most: 1, named: 2 }],
      [['beta', 'percent(50)', 'percent(90.5)'], { half: 2, most: 2, named: 2 }],
    ])('comes from who has it by the labels that hold: %s', async (labels, bill) => {
      expect(await graph.query('{ bill { half most named } }', {}, labels)).toEqual({ data: { bill } });
    });

    it('is decided for each request by one number, and by name for labels without a percentage', () => {
      let drawn = 0;
      const decide = createLabelDecision(graph.supergraph.sdl, ['beta', 'unknown'], () => drawn);
      const decided = [0, 0.499, 0.5, 0.904, 0.905, 0.999].map((number) => {
        drawn = number;
        return decide().join(' ');
      });
      expect(decided).toEqual([
        'beta percent(50) percent(90.5)',
        'beta percent(50) percent(90.5)',
        'beta percent(90.5)',
        'beta percent(90.5)',
        'beta',
        'beta',
      ]);
    });
  },
);

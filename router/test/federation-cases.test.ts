import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createExecutor } from '@ruzlet/router/executor/executor';
import { loadSupergraph } from '@ruzlet/router/executor/supergraph';
import { createFederation, serveInProcess, type TestSubgraph } from './federation.js';

/** What Federation 2 has, case by case; `stock-faults.test.ts` has those that the stock gateway gets wrong. */

interface Case {
  subgraphs: Record<string, TestSubgraph>;
  query: string;
  variables?: Record<string, unknown>;
  answer: unknown;
  /** Which subgraphs are asked, in order. */
  asked?: string[];
}

const same = (reference: object) => reference;
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

describe('federation', () => {
  for (const [name, { subgraphs, query, variables, answer, asked }] of Object.entries(cases)) {
    it(`answers ${name}`, async () => {
      const graph = createFederation(subgraphs);
      expect(await graph.query(query, variables)).toEqual(answer);
      if (asked) expect(graph.requests.map(({ subgraph }) => subgraph)).toEqual(asked);
    });
  }

  it('refuses values of an enum and fields of input that not all subgraphs know', async () => {
    const { subgraphs } = cases['values of an enum that only some subgraphs have, and input that all of them know']!;
    for (const filter of ['{ level: MORE }', '{ words: [] }', '{ more: 1 }']) {
      await expect(createFederation(subgraphs).query(`{ a(filter: ${filter}) }`)).rejects.toThrow();
    }
  });

  // What each version has brought, in one graph.
  const versions: Record<string, { import: string; typeDefs: string }> = {
    'v2.0': { import: '"@key", "@shareable", "@inaccessible"', typeDefs: '' },
    'v2.1': { import: '"@key", "@composeDirective"', typeDefs: '' },
    'v2.2': {
      import: '"@key", "@shareable"',
      typeDefs: 'type Twice @shareable { a: Int } extend type Twice @shareable { b: Int }',
    },
    'v2.3': {
      import: '"@key", "@interfaceObject"',
      typeDefs: 'type Media @interfaceObject @key(fields: "id") { id: ID! stars: Int }',
    },
    'v2.5': {
      import: '"@key", "@authenticated", "@requiresScopes"',
      typeDefs: 'type Safe { a: Int @authenticated b: Int @requiresScopes(scopes: [["x"]]) }',
    },
    'v2.6': { import: '"@key", "@policy"', typeDefs: 'type Safe { a: Int @policy(policies: [["x"]]) }' },
    'v2.7': {
      import: '"@key", "@override"',
      typeDefs: 'extend type User { age: Int @override(from: "old", label: "percent(0)") }',
    },
    'v2.8': {
      import: '"@key", "@context", "@fromContext"',
      typeDefs:
        'type Shop @key(fields: "id") @context(name: "shop") { id: ID! currency: String! offer: Offer } type Offer @key(fields: "id") { id: ID! price(currency: String @fromContext(field: "$shop { currency }")): String }',
    },
    'v2.9': {
      import: '"@key", "@cost", "@listSize"',
      typeDefs: 'type Big { list: [Int] @listSize(assumedSize: 5) one: Int @cost(weight: 3) }',
    },
  };
  for (const [version, { import: imported, typeDefs }] of Object.entries(versions)) {
    it(`serves a supergraph of ${version}`, async () => {
      const link = `extend schema @link(url: "https://specs.apollo.dev/federation/${version}", import: [${imported}])\n`;
      const plain = `extend schema @link(url: "https://specs.apollo.dev/federation/${version}", import: ["@key"])\n`;
      const media =
        version === 'v2.3'
          ? 'interface Media @key(fields: "id") { id: ID! } type Film implements Media @key(fields: "id") { id: ID! }'
          : '';
      const parts = {
        new: {
          sdl: `${link}type Query { me: User } type User @key(fields: "id") { id: ID! } ${typeDefs}`,
          resolvers: { Query: { me: () => ({ id: '1' }) } },
        },
        old: {
          sdl: `${plain}type User @key(fields: "id") { id: ID! name: String ${version === 'v2.7' ? 'age: Int' : ''} } ${media}`,
          resolvers: { User: { __resolveReference: same, name: () => 'Ada', age: () => 0 } },
        },
      };
      const composed = composeServices(
        Object.entries(parts).map(([name, { sdl }]) => ({ name, url: `http://${name}.invalid`, typeDefs: parse(sdl) })),
      );
      expect(composed.errors).toBeUndefined();
      const supergraph = loadSupergraph(composed.supergraphSdl!);
      const transports = new Map(
        Object.entries(parts).map(([name, { sdl, resolvers }]) => {
          const known: Record<string, object> = { ...resolvers };
          if (version !== 'v2.7' && known.User) delete (known.User as Record<string, unknown>).age;
          return [
            name,
            serveInProcess(buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: known as never })),
          ] as const;
        }),
      );
      const executor = createExecutor({ supergraph, transports, operationsMax: 10 });
      const source = `{ me { id name ${version === 'v2.7' ? 'age' : ''} } }`;
      const result = await executor.execute(executor.compile({ source }, parse(source)), { headers: {} });
      expect(JSON.parse(JSON.stringify(result))).toEqual({
        data: { me: { id: '1', name: 'Ada', ...(version === 'v2.7' && { age: 0 }) } },
      });
    });
  }
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

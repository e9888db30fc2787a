import { expect, it } from 'vitest';
import { allPlanners, createFederation, type TestSubgraph } from './federation.js';

/** What `@apollo/gateway` 2.14 gets wrong: each answered right here. */

interface Case {
  name: string;
  subgraphs: Record<string, TestSubgraph>;
  query: string;
  variables?: Record<string, unknown>;
  answer: unknown;
}

const product = (extra: object = {}) => ({ id: '1', upc: 'u1', ...extra });

const cases: Case[] = [
  {
    name: 'a composite key with nested objects in a list',
    subgraphs: {
      a: {
        typeDefs: `type Query { cart: Cart } type Cart @key(fields: "lines { sku { code } }") { lines: [Line!]! }
          type Line @shareable { sku: Sku } type Sku @shareable { code: ID! }`,
        resolvers: { Query: { cart: () => ({ lines: [{ sku: { code: 'x' } }, { sku: null }] }) } },
      },
      b: {
        typeDefs: `type Cart @key(fields: "lines { sku { code } }") { lines: [Line!]! total: Int }
          type Line @shareable { sku: Sku } type Sku @shareable { code: ID! }`,
        resolvers: {
          Cart: {
            __resolveReference: (cart: { lines: { sku: unknown }[] }) => ({
              ...cart,
              total: cart.lines.filter(({ sku }) => sku).length,
            }),
          },
        },
      },
    },
    query: '{ cart { total } }',
    answer: { data: { cart: { total: 1 } } },
  },
  {
    name: 'a field required with an argument beside the same field with another',
    subgraphs: {
      a: {
        typeDefs:
          'type Query { product: Product } type Product @key(fields: "id") { id: ID! price(currency: String = "EUR"): Int }',
        resolvers: {
          Query: { product },
          Product: {
            __resolveReference: (reference: object) => reference,
            price: (_: unknown, { currency }: { currency: string }) => (currency === 'USD' ? 10 : 9),
          },
        },
      },
      b: {
        typeDefs: `type Product @key(fields: "id") { id: ID! price(currency: String = "EUR"): Int @external
          label: String @requires(fields: "price(currency: \\"USD\\")") }`,
        resolvers: { Product: { label: ({ price }: { price: number }) => `${String(price)} dollars` } },
      },
    },
    query: '{ product { price(currency: "EUR") label plain: price } }',
    answer: { data: { product: { price: 9, label: '10 dollars', plain: 9 } } },
  },
  {
    name: 'values that are 0, false and empty behind aliases that conflict',
    subgraphs: {
      a: {
        typeDefs: `type Query { things: [Thing!]! } union Thing = A | B
          type A @key(fields: "id") { id: ID! number: Int flag: Boolean! text: String }
          type B @key(fields: "id") { id: ID! number: Float! flag: Boolean text: String! }`,
        resolvers: {
          Query: {
            things: () => [
              { __typename: 'A', id: '1', number: 0, flag: false, text: '' },
              { __typename: 'B', id: '2', number: 0, flag: false, text: '' },
            ],
          },
        },
      },
    },
    query: '{ things { ... on A { a: number af: flag at: text } ... on B { b: number bf: flag bt: text } } }',
    answer: {
      data: {
        things: [
          { a: 0, af: false, at: '' },
          { b: 0, bf: false, bt: '' },
        ],
      },
    },
  },
  {
    name: 'an alias that hides the key which another subgraph is asked with',
    subgraphs: {
      a: {
        typeDefs: 'type Query { product: Product } type Product @key(fields: "id") { id: ID! name: String }',
        resolvers: { Query: { product: () => product({ name: 'Lamp' }) } },
      },
      b: {
        typeDefs: 'type Product @key(fields: "id") { id: ID! stock: Int }',
        resolvers: { Product: { stock: ({ id }: { id: string }) => (id === '1' ? 0 : 99) } },
      },
    },
    query: '{ product { id: name stock } }',
    answer: { data: { product: { id: 'Lamp', stock: 0 } } },
  },
  {
    name: 'an interface object whose type only another subgraph knows',
    subgraphs: {
      a: {
        typeDefs: `type Query { media: [Media!]! } interface Media @key(fields: "id") { id: ID! title: String }
          type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
          type Film implements Media @key(fields: "id") { id: ID! title: String }`,
        resolvers: {
          Query: {
            media: () => [
              { __typename: 'Book', id: '1', title: 'Emma', pages: 0 },
              { __typename: 'Film', id: '2', title: 'M' },
            ],
          },
          Media: {
            __resolveReference: ({ id }: { id: string }) => ({
              __typename: id === '1' ? 'Book' : 'Film',
              id,
              title: id,
            }),
          },
        },
      },
      b: {
        typeDefs: 'type Query { top: Media } type Media @interfaceObject @key(fields: "id") { id: ID! stars: Int }',
        resolvers: {
          Query: { top: () => ({ id: '2' }) },
          Media: { __resolveReference: (m: object) => m, stars: ({ id }: { id: string }) => Number(id) },
        },
      },
    },
    query: '{ top { __typename stars title } media { __typename stars ... on Book { pages } } }',
    answer: {
      data: {
        top: { __typename: 'Film', stars: 2, title: '2' },
        media: [
          { __typename: 'Book', stars: 1, pages: 0 },
          { __typename: 'Film', stars: 2 },
        ],
      },
    },
  },
  {
    name: 'values and types that are inaccessible',
    subgraphs: {
      a: {
        typeDefs: `type Query { all: [Node] colour: Colour } interface Node { id: ID! }
          type Seen implements Node { id: ID! } type Hidden implements Node @inaccessible { id: ID! }
          enum Colour { RED SECRET @inaccessible }`,
        resolvers: {
          Query: {
            all: () => [
              { __typename: 'Seen', id: '1' },
              { __typename: 'Hidden', id: '2' },
            ],
            colour: () => 'SECRET',
          },
        },
      },
    },
    query: '{ all { id } colour }',
    answer: {
      data: { all: [{ id: '1' }, null], colour: null },
      errors: [expect.objectContaining({ path: ['all', 1] }), expect.objectContaining({ path: ['colour'] })],
    },
  },
  {
    name: 'an error inside an entity that occurs twice',
    subgraphs: {
      a: {
        typeDefs: 'type Query { pair: [Product!]! } type Product @key(fields: "id") { id: ID! }',
        resolvers: { Query: { pair: () => [product(), product()] } },
      },
      b: {
        typeDefs: 'type Product @key(fields: "id") { id: ID! parts: [Part!] } type Part { name: String! }',
        resolvers: {
          Product: {
            parts: () => [
              { name: 'ok' },
              {
                name: () => {
                  throw new Error('broken');
                },
              },
            ],
          },
        },
      },
    },
    query: '{ pair { p: parts { n: name } } }',
    answer: {
      data: { pair: [{ p: null }, { p: null }] },
      errors: [
        { message: 'broken', path: ['pair', 0, 'p', 1, 'n'] },
        { message: 'broken', path: ['pair', 1, 'p', 1, 'n'] },
      ],
    },
  },
];

for (const { name, subgraphs, query, variables, answer } of cases) {
  for (const by of allPlanners) {
    it(`answers ${name}, planned by ${by.name}`, async () => {
      expect(await createFederation(subgraphs, {}, by).query(query, variables)).toEqual(answer);
    });
  }
}

it('answers what the others know when a subgraph is down, and says where something is missing', async () => {
  const graph = createFederation(
    {
      a: {
        typeDefs: 'type Query { products: [Product] name: String } type Product @key(fields: "id") { id: ID! }',
        resolvers: { Query: { products: () => [product(), null], name: () => 'shop' } },
      },
      b: { typeDefs: 'type Query { offers: Int } type Product @key(fields: "id") { id: ID! stock: Int }' },
    },
    {
      b: {
        execute: () => Promise.reject(new Error('down')),
        ready: () => Promise.resolve(false),
        close: () => Promise.resolve(),
      },
    },
  );
  expect(await graph.query('{ name offers products { id s: stock } }')).toEqual({
    data: { name: 'shop', offers: null, products: [{ id: '1', s: null }, null] },
    errors: [
      { message: 'down', path: ['offers'] },
      { message: 'down', path: ['products', 0, 's'] },
    ],
  });
});

it('runs mutations one after another, each alias on its own', async () => {
  const order: string[] = [];
  const graph = createFederation({
    a: {
      typeDefs: 'type Query { x: Int } type Mutation { first(n: Int!): Int }',
      resolvers: { Mutation: { first: (_: unknown, { n }: { n: number }) => order.push(`a${String(n)}`) } },
    },
    b: {
      typeDefs: 'type Mutation { second(n: Int!): Int }',
      resolvers: { Mutation: { second: (_: unknown, { n }: { n: number }) => order.push(`b${String(n)}`) } },
    },
  });
  const result = await graph.query('mutation { one: first(n: 1) two: second(n: 2) three: first(n: 3) first(n: 4) }');
  expect(order).toEqual(['a1', 'b2', 'a3', 'a4']);
  expect(result).toEqual({ data: { one: 1, two: 2, three: 3, first: 4 } });
});

import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createExecutor, type Executor } from '@ruzlet/router/executor/executor';
import { loadSupergraph } from '@ruzlet/router/executor/supergraph';
import { planners, serveInProcess } from './federation.js';

/** Supergraphs of each version of Federation 2, queried by what that version brought. */

interface Part {
  sdl: string;
  resolvers: object;
}

function compose(version: string, imported: string, parts: Record<string, Part>): string {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/${version}", import: [${imported
    .split(' ')
    .map((name) => `"@${name}"`)
    .join(', ')}])\n`;
  const composed = composeServices(
    Object.entries(parts).map(([name, { sdl }]) => ({
      name,
      url: `http://${name}.invalid`,
      typeDefs: parse(link + sdl),
    })),
  );
  if (composed.errors) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  expect(composed.supergraphSdl).toContain('join/v0.');
  return composed.supergraphSdl;
}

function serve(version: string, imported: string, parts: Record<string, Part>) {
  const sent: { subgraph: string; variables?: Record<string, unknown> | undefined }[] = [];
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/${version}", import: [${imported
    .split(' ')
    .map((name) => `"@${name}"`)
    .join(', ')}])\n`;
  const transports = new Map(
    Object.entries(parts).map(([name, { sdl, resolvers }]) => {
      const way = serveInProcess(buildSubgraphSchema({ typeDefs: parse(link + sdl), resolvers: { ...resolvers } }));
      const recorded: typeof way = {
        ...way,
        execute(operation) {
          sent.push({ subgraph: name, variables: operation.variables });
          return way.execute(operation);
        },
        subscribe: () =>
          Promise.resolve({
            events: (async function* () {
              yield await Promise.resolve({ data: { changed: { __typename: 'Deck', id: '7' } } });
            })(),
          }),
      };
      return [name, recorded] as const;
    }),
  );
  const supergraph = loadSupergraph(compose(version, imported, parts));
  const executor = createExecutor({
    supergraph,
    planner: planners.load(supergraph),
    transports,
    operationsMax: 10,
  });
  return { executor, sent };
}

async function ask(executor: Executor, source: string, variables?: Record<string, unknown>): Promise<unknown> {
  const compiled = await executor.compile({ source }, parse(source));
  return JSON.parse(JSON.stringify(await executor.execute(compiled, { variables, headers: {} })));
}

const deckOwner: Part = {
  sdl: 'type Query { deck: Deck } type Deck @key(fields: "id") { id: ID! }',
  resolvers: { Query: { deck: () => ({ id: '7' }) } },
};

const offers = (extra = ''): Record<string, Part> => ({
  shops: {
    sdl: `type Query { shops: [Shop!]! } union Place = Shop | Fair
      type Shop @key(fields: "id") @context(name: "seller") { id: ID! title: String currency: String owner: Owner offers: [Offer!]! fair: Fair }
      type Fair @key(fields: "id") @context(name: "seller") { id: ID! coin: String offers: [[Offer!]!] }
      type Owner { tags: [String!]! } type Offer @key(fields: "id") { id: ID! }`,
    resolvers: {
      Query: {
        shops: () => [
          { id: 's1', title: 'one', currency: 'EUR', owner: { tags: ['a', ''] }, offers: [{ id: '1' }, { id: '2' }] },
          {
            id: 's2',
            title: 'two',
            currency: '',
            owner: null,
            offers: [{ id: '1' }],
            fair: { id: 'f', coin: 'CHF', offers: [[{ id: '9' }]] },
          },
          { id: 's3', title: 'three', currency: 'EUR', owner: null, offers: [{ id: '3' }] },
        ],
      },
    },
  },
  prices: {
    sdl: `type Shop @key(fields: "id") @context(name: "seller") { id: ID! currency: String @external }
      type Fair @key(fields: "id") @context(name: "seller") { id: ID! coin: String @external }
      type Offer @key(fields: "id") { id: ID! price(times: Int = 1, in: String @fromContext(field: "$seller ... on Shop { currency } ... on Fair { coin }")): String ${extra} }`,
    resolvers: {
      Offer: {
        price({ id }: { id: string }, args: { in: string | null; times: number }) {
          if (id === '3') throw new Error('not for sale');
          return `${id} × ${String(args.times)} in ${args.in === null ? 'nothing' : `"${args.in}"`}`;
        },
      },
    },
  },
});

describe('federation versions', () => {
  it('v2.0: what is shared, required, provided, taken over and hidden', async () => {
    const { executor, sent } = serve('v2.0', 'key shareable requires external provides override inaccessible tag', {
      a: {
        sdl: `type Query { deck: Deck } type Deck @key(fields: "id") { id: ID! size: Int @inaccessible title: String @shareable
          owner: User @provides(fields: "name") old: Int } type User @key(fields: "id") { id: ID! name: String @external }`,
        resolvers: {
          Query: { deck: () => ({ id: '7', title: 't', size: 3, owner: { id: '1', name: 'Ada' }, old: 1 }) },
          Deck: { __resolveReference: () => ({ id: '7', size: 3 }) },
        },
      },
      b: {
        sdl: `type Deck @key(fields: "id") { id: ID! size: Int @external title: String @shareable @tag(name: "x")
          twice: Int @requires(fields: "size") old: Int @override(from: "a") } type User @key(fields: "id") { id: ID! name: String @shareable }`,
        resolvers: { Deck: { twice: ({ size }: { size: number }) => size * 2, old: () => 2 } },
      },
    });
    expect(await ask(executor, '{ deck { title twice old owner { name } } }')).toEqual({
      data: { deck: { title: 't', twice: 6, old: 2, owner: { name: 'Ada' } } },
    });
    expect(sent.map(({ subgraph }) => subgraph)).toEqual(['a', 'b']);
  });

  it('v2.1: a directive of one’s own stays in the supergraph and does no harm', async () => {
    const own =
      'extend schema @link(url: "https://example.com/own/v1.0", import: ["@own"]) @composeDirective(name: "@own") directive @own(a: Int) on FIELD_DEFINITION\n';
    const { executor } = serve('v2.1', 'key composeDirective', {
      a: deckOwner,
      b: {
        sdl: `${own}type Deck @key(fields: "id") { id: ID! size: Int @own(a: 1) }`,
        resolvers: { Deck: { size: () => 0 } },
      },
    });
    expect(await ask(executor, '{ deck { size } }')).toEqual({ data: { deck: { size: 0 } } });
  });

  it('v2.2: @shareable on each part of a type', async () => {
    const { executor } = serve('v2.2', 'shareable', {
      a: {
        sdl: 'type Query { page: Page @shareable } type Page @shareable { a: Int } extend type Page @shareable { b: Int }',
        resolvers: { Query: { page: () => ({ a: 0, b: 1 }) } },
      },
      b: { sdl: 'type Query { page: Page @shareable } type Page @shareable { a: Int b: Int }', resolvers: {} },
    });
    expect(await ask(executor, '{ page { a b } }')).toEqual({ data: { page: { a: 0, b: 1 } } });
  });

  it('v2.3: interface objects', async () => {
    const { executor } = serve('v2.3', 'key interfaceObject', {
      a: {
        sdl: `type Query { media: [Media!]! } interface Media @key(fields: "id") { id: ID! }
          type Film implements Media @key(fields: "id") { id: ID! } type Book implements Media @key(fields: "id") { id: ID! pages: Int }`,
        resolvers: {
          Query: {
            media: () => [
              { __typename: 'Film', id: '1' },
              { __typename: 'Book', id: '2', pages: 0 },
            ],
          },
        },
      },
      b: {
        sdl: 'type Media @interfaceObject @key(fields: "id") { id: ID! stars: Int }',
        resolvers: { Media: { stars: ({ id }: { id: string }) => Number(id) } },
      },
    });
    expect(await ask(executor, '{ media { __typename stars ... on Book { pages } } }')).toEqual({
      data: {
        media: [
          { __typename: 'Film', stars: 1 },
          { __typename: 'Book', stars: 2, pages: 0 },
        ],
      },
    });
  });

  it('v2.4: subscriptions, whose events other subgraphs add to', async () => {
    const { executor } = serve('v2.4', 'key', {
      a: { ...deckOwner, sdl: `${deckOwner.sdl} type Subscription { changed: Deck }` },
      b: { sdl: 'type Deck @key(fields: "id") { id: ID! size: Int }', resolvers: { Deck: { size: () => 3 } } },
    });
    const source = 'subscription { changed { id size } }';
    const stream = await executor.subscribe(await executor.compile({ source }, parse(source)), {
      variables: {},
      headers: {},
      signal: new AbortController().signal,
    });
    if (!('events' in stream)) throw new Error('There is no stream.');
    const events: unknown[] = [];
    for await (const event of stream.events) events.push(JSON.parse(JSON.stringify(event)));
    expect(events).toEqual([{ data: { changed: { id: '7', size: 3 } } }]);
  });

  it.each([
    ['v2.5', 'key authenticated requiresScopes', '@authenticated', '@requiresScopes(scopes: [["x"]])'],
    ['v2.6', 'key authenticated policy', '@authenticated', '@policy(policies: [["x"]])'],
  ])('%s: access directives are in the supergraph, which is served', async (version, imported, one, two) => {
    const parts = {
      a: deckOwner,
      b: {
        sdl: `type Deck @key(fields: "id") { id: ID! secret: Int ${one} more: Int ${two} open: Int }`,
        resolvers: { Deck: { open: () => 1 } },
      },
    };
    const { executor } = serve(version, imported, parts);
    expect(await ask(executor, '{ deck { open } }')).toEqual({ data: { deck: { open: 1 } } });
    const { sdl } = loadSupergraph(compose(version, imported, parts));
    // That they are enforced, `access.test.ts` shows.
    for (const directive of [one, two]) expect(sdl).toContain(directive.split('(')[0]);
  });

  describe('v2.8: arguments from the context', () => {
    const imported = 'key context fromContext external';
    const query = '{ shops { id: title currency: id offers { price } } }';

    it('are those of the object under which each entity stands, and equal ones are asked for together', async () => {
      const { executor, sent } = serve('v2.8', imported, offers());
      expect(await ask(executor, query)).toEqual({
        data: {
          shops: [
            { id: 'one', currency: 's1', offers: [{ price: '1 × 1 in "EUR"' }, { price: '2 × 1 in "EUR"' }] },
            { id: 'two', currency: 's2', offers: [{ price: '1 × 1 in ""' }] },
            { id: 'three', currency: 's3', offers: [{ price: null }] },
          ],
        },
        errors: [{ message: 'not for sale', path: ['shops', 2, 'offers', 0, 'price'] }],
      });
      const asked = sent.filter(({ subgraph }) => subgraph === 'prices');
      expect(asked.map(({ variables }) => (variables?.representations as unknown[]).length)).toEqual([3, 1]);
    });

    it('come from the nearest of several, through lists, beside arguments of the client', async () => {
      const { executor } = serve('v2.8', imported, offers());
      const source =
        'query ($contextualArgument_1_0: Int) { shops { fair { offers { price(times: $contextualArgument_1_0) two: price(times: 2) } } } }';
      expect(await ask(executor, source, { contextualArgument_1_0: 5 })).toMatchObject({
        data: {
          shops: [
            { fair: null },
            { fair: { offers: [[{ price: '9 × 5 in "CHF"', two: '9 × 2 in "CHF"' }]] } },
            { fair: null },
          ],
        },
      });
    });
  });

  it('v2.9: costs do not change answers', async () => {
    const { executor } = serve('v2.9', 'key cost listSize', {
      a: deckOwner,
      b: {
        sdl: 'type Deck @key(fields: "id") { id: ID! cards: [Int] @listSize(assumedSize: 5) one: Int @cost(weight: 3) }',
        resolvers: { Deck: { cards: () => [0], one: () => 1 } },
      },
    });
    expect(await ask(executor, '{ deck { cards one } }')).toEqual({ data: { deck: { cards: [0], one: 1 } } });
  });
});

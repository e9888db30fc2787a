import { describe, expect, it } from 'vitest';
import { createFederation } from './federation.js';

const users: Record<string, { id: string; name: string } | undefined> = {
  '1': { id: '1', name: 'Ada' },
  '2': { id: '2', name: 'Grace' },
};

const decksAndUsers = () =>
  createFederation({
    decks: {
      typeDefs: `
        type Query { decks: [Deck!]! deck(id: ID!): Deck }
        type Mutation { touch(n: Int!): Int! }
        type Deck @key(fields: "id") { id: ID! title: String! owner: User cards: Int empty: String! }
        type User @key(fields: "id", resolvable: false) { id: ID! }
      `,
      resolvers: {
        Query: {
          decks: () => ['1', '2', '1', '2', '1'].map((owner, index) => deck(String(index), owner)),
          deck: (_: unknown, { id }: { id: string }) => deck(id, id),
        },
      },
    },
    users: {
      typeDefs: `
        type Query { me: User }
        type User @key(fields: "id") { id: ID! name: String! friend: User greeting(word: String!): String }
      `,
      resolvers: {
        Query: { me: () => users['1'] },
        User: {
          __resolveReference: ({ id }: { id: string }) => users[id] ?? null,
          friend: ({ id }: { id: string }) => users[id === '1' ? '2' : '1'],
          greeting: ({ name }: { name: string }, { word }: { word: string }) => `${word} ${name}`,
        },
      },
    },
  });

function deck(id: string, owner: string) {
  return { id, title: `Deck ${id}`, owner: { id: owner }, cards: 0, empty: '' };
}

describe('executor', () => {
  it('joins entities over subgraphs and sends each key once', async () => {
    const graph = decksAndUsers();
    const result = await graph.query('{ decks { title owner { name friend { name } } } }');
    expect(result.errors).toBeUndefined();
    expect(result.data.decks[4]).toEqual({ title: 'Deck 4', owner: { name: 'Ada', friend: { name: 'Grace' } } });
    expect(graph.requests.map(({ subgraph }) => subgraph)).toEqual(['decks', 'users']);
    expect(graph.requests[1]?.variables?.representations).toHaveLength(2);
  });

  it('keeps values that are 0, false or empty behind aliases', async () => {
    const result = await decksAndUsers().query('{ deck(id: "1") { title: cards id: empty owner { id: name } } }');
    expect(result).toEqual({ data: { deck: { title: 0, id: '', owner: { id: 'Ada' } } } });
  });

  it('lets a client name its variables as plans do', async () => {
    const result = await decksAndUsers().query(
      'query ($representations: String!, $contextualArgument_1_0: ID!) { deck(id: $contextualArgument_1_0) { owner { greeting(word: $representations) } } }',
      { representations: 'Hello', contextualArgument_1_0: '2' },
    );
    expect(result).toEqual({ data: { deck: { owner: { greeting: 'Hello Grace' } } } });
  });

  it('answers introspection and types without asking a subgraph', async () => {
    const graph = decksAndUsers();
    const result = await graph.query(
      'query ($name: String!) { __typename t: __type(name: $name) { name } ...Roots } fragment Roots on Query { __schema { queryType { name } } }',
      { name: 'Deck' },
    );
    expect(result).toEqual({
      data: { __typename: 'Query', t: { name: 'Deck' }, __schema: { queryType: { name: 'Query' } } },
    });
    expect(graph.requests).toEqual([]);
  });

  it('writes names that every object has', async () => {
    const result = await decksAndUsers().query(
      '{ constructor: __typename __proto__: deck(id: "1") { __typename: title toString: cards } }',
    );
    expect(Object.entries(result.data)).toEqual([
      ['constructor', 'Query'],
      ['__proto__', { __typename: 'Deck 1', toString: 0 }],
    ]);
  });
});

/**
 * The graph of the comparison: three subgraphs over the same data in memory, and the same as one schema. Resolvers do
 * next to nothing, so what is measured is the way from the client to them.
 */

const users = Array.from({ length: 1_000 }, (_, index) => ({
  id: `u${String(index)}`,
  name: `User ${String(index)}`,
  bio: `Learns ${String(index % 7)} languages.`,
}));

interface Deck {
  id: string;
  title: string;
  ownerId: string;
}

const decks: Deck[] = Array.from({ length: 2_000 }, (_, index) => ({
  id: `d${String(index)}`,
  title: `Deck ${String(index)}`,
  ownerId: `u${String((index * 7) % users.length)}`,
}));

const cardsOf = ({ id }: { id: string }) =>
  Array.from({ length: 30 }, (_, index) => ({
    id: `${id}-c${String(index)}`,
    term: `term ${String(index)}`,
    definition: `definition of ${id} ${String(index)}`,
    starred: index % 3 === 0,
  }));

const userById = new Map(users.map((user) => [user.id, user]));
const deckById = new Map(decks.map((deck) => [deck.id, deck]));
const ref = (id: string) => ({ id });

export interface Part {
  typeDefs: string;
  resolvers: Record<string, Record<string, unknown>>;
}

const deckFields = {
  owner: ({ ownerId }: Deck) => ref(ownerId),
  cards: (deck: Deck, { first = 30 }: { first?: number }) => cardsOf(deck).slice(0, first),
};
const courseFields = {
  teacher: ({ id }: { id: string }) => ref(`u${String(Number(id) % users.length)}`),
  decks: ({ id }: { id: string }) =>
    Array.from({ length: 10 }, (_, index) => ref(`d${String((Number(id) * 10 + index * 3) % decks.length)}`)),
};
const course = (id: string) => ({ id, title: `Course ${id}` });

const typesOf = {
  user: 'id: ID! name: String! bio: String',
  deck: 'id: ID! title: String! owner: User cards(first: Int = 30): [Card!]!',
  card: 'type Card { id: ID! term: String! definition: String! starred: Boolean! }',
  course: 'id: ID! title: String! teacher: User decks: [Deck!]!',
};

export const subgraphs: Record<'users' | 'decks' | 'courses', Part> = {
  users: {
    typeDefs: `type Query { ping: String! me: User } type User @key(fields: "id") { ${typesOf.user} }`,
    resolvers: {
      Query: { ping: () => 'pong', me: () => users[0] },
      User: { __resolveReference: ({ id }: { id: string }) => userById.get(id) },
    },
  },
  decks: {
    typeDefs: `type Query { deck(id: ID!): Deck myDecks: [Deck!]! } type Deck @key(fields: "id") { ${typesOf.deck} }
      ${typesOf.card} type User @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Query: { deck: (_: unknown, { id }: { id: string }) => deckById.get(id), myDecks: () => decks.slice(0, 10) },
      Deck: { __resolveReference: ({ id }: { id: string }) => deckById.get(id), ...deckFields },
    },
  },
  courses: {
    typeDefs: `type Query { course(id: ID!): Course myCourses: [Course!]! } type Course @key(fields: "id") { ${typesOf.course} }
      type User @key(fields: "id", resolvable: false) { id: ID! } type Deck @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Query: {
        course: (_: unknown, { id }: { id: string }) => course(id),
        myCourses: () => ['1', '2', '3'].map(course),
      },
      Course: courseFields,
    },
  },
};

export const monolith: Part = {
  typeDefs: `type Query { ping: String! me: User deck(id: ID!): Deck myDecks: [Deck!]! course(id: ID!): Course myCourses: [Course!]! }
    type User { ${typesOf.user} } type Deck { ${typesOf.deck} } ${typesOf.card} type Course { ${typesOf.course} }`,
  resolvers: {
    Query: Object.assign({}, ...Object.values(subgraphs).map(({ resolvers }) => resolvers.Query)),
    Deck: { ...deckFields, owner: ({ ownerId }: Deck) => userById.get(ownerId) },
    Course: {
      teacher: (parent: { id: string }) => userById.get(courseFields.teacher(parent).id),
      decks: (parent: { id: string }) => courseFields.decks(parent).map(({ id }) => deckById.get(id)),
    },
  },
};

/** Different for each request of `Q3 varied`, so that no two of them are equal. */
export const variablesOf = (request: number) => ({ id: String(request % 1_000) });

const q3 = 'title teacher { name } decks { title owner { name bio } cards(first: 5) { term definition } }';

export const queries = {
  Q1: '{ ping }',
  Q2: '{ deck(id: "d5") { id title cards { id term definition starred } } }',
  Q3: `{ course(id: "3") { ${q3} } }`,
  'Q3 varied': `query ($id: ID!) { course(id: $id) { ${q3} } }`,
  Q4: '{ me { name bio } myDecks { id title owner { name } } myCourses { title teacher { name } decks { id title } } }',
};

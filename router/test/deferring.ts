import { afterAll, afterEach, beforeAll } from 'vitest';
import type { RouterOptions } from '@ruzlet/router/create-router';
import type { SubgraphTransport } from '@ruzlet/router/transport';
import { type TestSubgraph } from './federation.js';
import { readParts, type Part } from './parts.js';
import { inProcess, serveRouter, type ServedRouter } from './serve.js';

export const acceptParts = 'multipart/mixed;deferSpec=20220824, application/json';

/** Three subgraphs; people are known to all. */
export const subgraphs: Record<string, TestSubgraph> = {
  people: {
    typeDefs: `
      type Query { me: Person  all: [Person!]!  nobody: Person }
      type Mutation { rename(id: ID! = "1", name: String!): Person!  touch: Int! }
      type Subscription { renamed: Person }
      type Person @key(fields: "id") { id: ID!  name: String!  born: Place }
      type Place { town: String!  country: String! }`,
    resolvers: {
      Query: {
        me: () => person('1'),
        all: () => ['1', '2', '3'].map(person),
        nobody: () => null,
      },
      Person: { __resolveReference: ({ id }: { id: string }) => person(id) },
      Mutation: {
        rename: (_: unknown, { id, name }: { id: string; name: string }) => ({ ...person(id), name }),
        touch: () => 1,
      },
    },
  },
  scores: {
    typeDefs: `
      type Query { top: Int }
      type Mutation { bump: Int! }
      type Person @key(fields: "id") { id: ID!  score: Int!  maybeScore: Int  badges: [Badge!] }
      type Badge { title: String!  broken: String!  mended: String }`,
    resolvers: {
      Query: { top: () => 100 },
      Mutation: { bump: () => 101 },
      Person: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        score: ({ id }: { id: string }) => {
          if (id === '2') throw new Error('the database burns');
          return Number(id) * 10;
        },
        maybeScore: () => {
          throw new Error('the database burns');
        },
        badges: ({ id }: { id: string }) => [{ title: `badge of ${id}` }, { title: 'second' }],
      },
      Badge: { mended: () => null },
    },
  },
  notes: {
    typeDefs: `
      type Query { motto: String }
      type Person @key(fields: "id") { id: ID!  note: String  friend: Person  secret: String! @authenticated }`,
    resolvers: {
      Query: { motto: () => 'per aspera' },
      Person: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        note: ({ id }: { id: string }) => `note on ${id}`,
        friend: () => ({ id: '3' }),
        secret: () => 'hush',
      },
    },
  },
};

function person(id: string) {
  return { id, name: `Person ${id}`, born: { town: 'Ulm', country: 'DE' } };
}

/** A subgraph that answers when it is let to. */
function gated(subgraph: TestSubgraph) {
  const way = inProcess(subgraph);
  const waiting: (() => void)[] = [];
  const signals: (AbortSignal | undefined)[] = [];
  let isHeld = false;
  const transport: SubgraphTransport = {
    ...way,
    async execute(operation) {
      signals.push(operation.signal?.());
      if (isHeld) await new Promise<void>((resolve) => waiting.push(resolve));
      return way.execute(operation);
    },
  };
  return {
    transport,
    signals,
    waiting: () => waiting.length,
    hold() {
      isHeld = true;
      signals.length = 0;
    },
    release() {
      isHeld = false;
      for (const go of waiting.splice(0)) go();
    },
  };
}

export const people = gated(subgraphs.people!);
export const scores = gated(subgraphs.scores!);
export const notes = gated(subgraphs.notes!);
const transports = { people: people.transport, scores: scores.transport, notes: notes.transport };

/** Most tests ask the same router; those that set something have their own. */
export let served: ServedRouter;
const opened: ServedRouter[] = [];

/** Planned by the native planner, which is there at once. */
export async function serve(options: Partial<RouterOptions>, of = subgraphs): Promise<ServedRouter> {
  const other = await serveRouter(of, {
    planner: 'hive',
    ...options,
    ...(of === subgraphs && { transports: { ...transports, ...options.transports } }),
  });
  opened.push(other);
  return other;
}

/** Opens and closes them for the tests of the file that calls it. */
export function useDeferring(): void {
  beforeAll(async () => {
    served = await serveRouter(subgraphs, { transports });
  });

  afterEach(async () => {
    for (const gate of [people, scores, notes]) gate.release();
    for (const other of opened.splice(0)) await other.close();
    served.calls.length = 0;
  });

  afterAll(() => served.close());
}

export function send(
  served: ServedRouter,
  body: object | string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(served.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: acceptParts, ...headers },
    body: JSON.stringify(typeof body === 'string' ? { query: body } : body),
  });
}

export async function partsOf(response: Response): Promise<Part[]> {
  const parts: Part[] = [];
  for await (const part of readParts(response)) parts.push(part);
  return parts;
}

export async function ask(
  served: ServedRouter,
  body: object | string,
  headers?: Record<string, string>,
): Promise<Part[]> {
  return partsOf(await send(served, body, headers));
}

/** What all parts after the first brought. */
export function fragmentsIn(parts: readonly Part[]) {
  return parts.slice(1).flatMap(({ incremental = [] }) => incremental);
}

import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAnswer } from '@ruzlet/router/subgraph-answer';
import type { SubgraphTransport } from '@ruzlet/router/transport';
import { serveRouter, type ServedRouter } from './serve.js';

let served: ServedRouter;

function refuse(code: string, extensions: object = {}) {
  return () => {
    throw new GraphQLError(`no ${code}`, { extensions: { code, ...extensions } });
  };
}

beforeAll(async () => {
  served = await serveRouter({
    a: {
      typeDefs: 'type Query { decks: [Deck!]! } type Deck @key(fields: "id") { id: ID! }',
      resolvers: { Query: { decks: () => [{ id: '1' }, { id: '2' }, { id: '1' }] } },
    },
    b: {
      typeDefs: 'type Deck @key(fields: "id") { id: ID! notes: [Note] size: Int odd: Int } type Note { text: String! }',
      resolvers: {
        Deck: {
          notes: ({ id }: { id: string }) => [
            { text: 'one' },
            {
              text:
                id === '1' ? refuse('FORBIDDEN', { issues: [{ path: ['x'], message: 'm' }], stack: 'secret' }) : 'two',
            },
          ],
          size: refuse('RATE_LIMITED', { retryAfterMs: 500, serviceName: 'b' }),
          odd: refuse('DATABASE_GONE', { host: 'secret' }),
        },
      },
    },
  });
});
afterAll(() => served.close());

it.each(['at first sight', 'remembered'])(
  'gives errors of subgraphs the paths of the client’s answer, and the extensions that clients may read (%s)',
  async () => {
    const query = '{ all: decks { n: notes { t: text } } }';
    const { status, body } = await served.post({ query });
    expect(status).toBe(200);
    const holed = { n: [{ t: 'one' }, null] };
    expect(body.data).toEqual({ all: [holed, { n: [{ t: 'one' }, { t: 'two' }] }, holed] });
    const extensions = { code: 'FORBIDDEN', issues: [{ path: ['x'], message: 'm' }] };
    expect(body.errors).toEqual([
      { message: 'no FORBIDDEN', path: ['all', 0, 'n', 1, 't'], extensions },
      { message: 'no FORBIDDEN', path: ['all', 2, 'n', 1, 't'], extensions },
    ]);
  },
);

it.each(['at first sight', 'remembered'])('masks what a subgraph says of itself (%s)', async () => {
  const { body } = await served.post({ query: '{ decks { size odd } }' });
  expect(body.errors[0]).toEqual({
    message: 'no RATE_LIMITED',
    path: ['decks', 0, 'size'],
    extensions: { code: 'RATE_LIMITED', retryAfterMs: 500 },
  });
  expect(body.errors[1]).toMatchObject({ path: ['decks', 0, 'odd'], extensions: { code: 'INTERNAL_SERVER_ERROR' } });
  expect(JSON.stringify(body)).not.toMatch(/secret|DATABASE_GONE|serviceName/);
});

/** A router over one subgraph that answers the same, whatever it is asked. */
async function answerOf(sent: string): Promise<any> {
  const transport: SubgraphTransport = {
    execute: () => Promise.resolve(readAnswer(JSON.parse(sent)) ?? { data: null }),
    ready: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  };
  const odd = await serveRouter({ a: { typeDefs: 'type Query { word: String }' } }, { transports: { a: transport } });
  try {
    return (await odd.post({ query: '{ word }' })).body;
  } finally {
    await odd.close();
  }
}

it('changes nothing but its own answer by what nobody has asked for', async () => {
  const sent =
    '{ "data": { "word": "w", "__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 2 } } } }';
  expect(await answerOf(sent)).toEqual({ data: { word: 'w' } });
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

it.each(['"path": null, "locations": null, "extensions": null', '"path": [{}], "extensions": "x"', '"path": "word"'])(
  'reads errors of servers that write %s',
  async (rest) => {
    const { data, errors } = await answerOf(`{ "data": null, "errors": [{ "message": "no", ${rest} }] }`);
    expect([data, errors]).toEqual([
      { word: null },
      [
        {
          message: expect.any(String),
          path: ['word'],
          extensions: expect.objectContaining({ code: 'INTERNAL_SERVER_ERROR' }),
        },
      ],
    ]);
  },
);

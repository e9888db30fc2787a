import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveRouter, type ServedRouter } from './serve.js';

describe('a request', () => {
  let served: ServedRouter;
  beforeAll(async () => {
    served = await serveRouter({
      a: {
        typeDefs: 'type Query { word: String say(text: String!): String }',
        resolvers: { Query: { word: () => 'w', say: (_: unknown, { text }: { text: string }) => text } },
      },
    });
  });
  beforeEach(() => {
    served.calls.length = 0;
  });
  afterAll(() => served.close());

  const body = '{"query":"{ word }"}';
  const send = async (contentType: string, bytes: string | Buffer<ArrayBuffer> = body, encoding?: string) => {
    const response = await fetch(served.url, {
      method: 'POST',
      headers: { 'content-type': contentType, ...(encoding !== undefined && { 'content-encoding': encoding }) },
      body: bytes,
    });
    return { status: response.status, body: await response.json() };
  };

  it.each([
    'Application/JSON',
    'application/json; charset=UTF-8',
    'application/json;charset="utf-8"',
    'APPLICATION/GRAPHQL+JSON',
  ])('of type %s is read, at first sight and remembered', async (contentType) => {
    const answer = { status: 200, body: { data: { word: 'w' } } };
    expect([await send(contentType), await send(contentType)]).toEqual([answer, answer]);
  });

  it.each([
    ['in another character set', ['application/json; charset=utf-16'], 415, 'charset utf-16'],
    ['that is compressed', ['application/json', body, 'gzip'], 415, 'content-encoding gzip'],
    [
      'that is not UTF-8',
      ['application/json', Buffer.from('{"query":"{ say(text: \\"caf\xe9\\") }"}', 'latin1')],
      400,
      'not UTF-8',
    ],
  ] as const)(
    '%s is refused with what is wrong, and reaches no subgraph',
    async (_what, [type, bytes, encoding], status, says) => {
      const answer = await send(type, bytes, encoding);
      expect(answer.status).toBe(status);
      expect(answer.body.errors[0].message).toContain(says);
      expect(served.calls).toEqual([]);
    },
  );

  it('with another authorization than a token is told what is taken', async () => {
    const { status, headers, body: answer } = await served.post({ query: '{ word }' }, { authorization: 'Basic eDp5' });
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(answer.errors[0].extensions.code).toBe('UNAUTHENTICATED');
  });

  it('of several operations is told to name one, and one with another name that there is none', async () => {
    const query = 'query A { word } query B { word }';
    for (const [operationName, says] of [
      [undefined, 'several operations'],
      ['C', 'no operation named "C"'],
    ]) {
      const { status, body: answer } = await served.post({ query, operationName });
      expect(status).toBe(400);
      expect(answer.errors).toEqual([
        { message: expect.stringContaining(says ?? ''), extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } },
      ]);
    }
  });
});

import { Trace } from '@apollo/usage-reporting-protobuf';
import { describe, expect, it } from 'vitest';
import { createSubgraph } from '../src/http/subgraph.js';
import { notFound } from '../src/errors.js';
import { createLogger } from '../src/log.js';

const typeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Thing @key(fields: "id") { id: ID! name: String late: Int lost: String secret: Int }
  type Query { things: [Thing!]! plain: Int }
`;
const asking = { 'apollo-federation-include-trace': 'ftv1' };

function serve(federatedTraces: boolean) {
  return createSubgraph({
    name: 'things',
    typeDefs,
    resolvers: {
      Query: { things: () => [{ id: '1', name: 'one' }, { id: '2' }], plain: () => 1 },
      Thing: {
        __resolveReference: (thing: object) => thing,
        late: () => new Promise((resolve) => setImmediate(resolve, 1)),
        lost: () => {
          throw notFound('thing');
        },
        secret: () => {
          throw new Error('the password of the database');
        },
      },
    },
    context: (request) => request,
    verifyToken: () => Promise.reject(new Error('none')),
    federatedTraces,
    logger: createLogger({ name: 'test', level: 'silent' }),
  });
}

async function traced(query: string) {
  const { extensions, ...answer } = await serve(true).execute({ query, headers: asking });
  return { answer, trace: Trace.decode(Buffer.from(String(extensions?.ftv1), 'base64')) };
}

describe('federated traces', () => {
  it('have every field under its name in the answer, with types and times', async () => {
    const { answer, trace } = await traced('{ all: things { name late } }');
    expect(answer).toEqual({
      data: {
        all: [
          { name: 'one', late: 1 },
          { name: null, late: 1 },
        ],
      },
    });
    const [all] = trace.root!.child!;
    expect(all).toMatchObject({
      responseName: 'all',
      originalFieldName: 'things',
      type: '[Thing!]!',
      parentType: 'Query',
    });
    expect(all!.child!.map(({ index }) => index)).toEqual([0, 1]);
    const [name, late] = all!.child![1]!.child!;
    expect(name).toMatchObject({ responseName: 'name', originalFieldName: '', type: 'String', parentType: 'Thing' });
    expect(late).toMatchObject({ responseName: 'late', type: 'Int' });
    for (const { startTime, endTime } of [all!, name!, late!]) {
      expect(startTime).toBeGreaterThan(0);
      expect(endTime).toBeGreaterThanOrEqual(startTime!);
      expect(trace.durationNs).toBeGreaterThanOrEqual(endTime!);
    }
    expect(Math.abs(trace.startTime!.seconds! - Date.now() / 1_000)).toBeLessThan(60);
  });

  it('have errors where they happened, masked as in the answer', async () => {
    const { answer, trace } = await traced('{ things { lost secret } }');
    const [lost, secret] = trace.root!.child![0]!.child![0]!.child!;
    expect(lost!.error).toMatchObject([{ message: answer.errors![0]!.message }]);
    expect(JSON.parse(lost!.error![0]!.json!)).toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    expect(secret!.error).toMatchObject([{ message: answer.errors![1]!.message }]);
    expect(JSON.stringify(trace)).not.toContain('password');
  });

  it('have what is wrong with the operation itself at their root', async () => {
    const { answer, trace } = await traced('{ nothing }');
    expect(trace.root!.error).toMatchObject([{ message: answer.errors![0]!.message }]);
  });

  it.each([
    ['nobody asks', true, {}],
    ['another format is asked for', true, { 'apollo-federation-include-trace': 'ftv2' }],
    ['they are not turned on', false, asking],
  ])('are not in the answer when %s', async (_when, federatedTraces, headers) => {
    expect(await serve(federatedTraces).execute({ query: '{ plain }', headers })).toEqual({ data: { plain: 1 } });
  });
});

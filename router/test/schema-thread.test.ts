import { setImmediate as nextTurn } from 'node:timers/promises';
import { printSchema } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import { assembleSupergraph, loadSupergraph } from '@ruzlet/router/executor/supergraph';
import { readSupergraphFacts } from '@ruzlet/router/executor/supergraph-facts';
import { readSupergraph } from '@ruzlet/router/config';
import { createSchemaThread, schemaThreadLimits } from '@ruzlet/router/schema-thread/schema-thread';
import { waitFor } from '@ruzlet/testkit/wait';
import { compose } from './federation.js';
import { serveRouter, type ServedRouter } from './serve.js';

const subgraph = {
  typeDefs:
    'type Query { word: String item(id: ID!): Item } type Item { id: ID! name(length: Int): String item: Item }',
  resolvers: { Query: { word: () => 'w' } },
};
/** Valid, within all limits, and compared field by field with every other. */
const many = (count: number, field: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => field(n)).join(' ');
const slow = `{ item(id: "1") { ${many(20, () => `item { ${many(25, () => 'name(length: 1)')} }`)} } }`;

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});

async function serve(...[options]: [Parameters<typeof serveRouter>[1]?]): Promise<ServedRouter> {
  const served = await serveRouter({ a: subgraph }, options);
  ends.push(() => served.close());
  return served;
}

function thread(limits: Partial<typeof schemaThreadLimits> = {}) {
  const made = createSchemaThread({ ...schemaThreadLimits, ...limits });
  ends.push(() => made.close());
  return made.graph(compose({ a: subgraph }));
}

describe('a large document', () => {
  it('is answered by the same bytes as if it were small, whatever is wrong with it', async () => {
    const queries = [
      '{ word nothing }',
      '{ wor }',
      '{ item { id } }',
      'query ($a: Int, $a: Int) { word item(id: $b) { ...F } }',
      '{ item(id: "1") { name(length: "x") name(length: 2) { x } } }',
      `{ ${many(49, (n) => `f${String(n)}`)} item(id: 1) { ${many(80, (n) => `g${String(n)}`)} } }`,
      'query A { word } query A { word }',
      '{ word',
      '{ word @nothing }',
      '{ word }',
    ];
    for (const [introspection, sent] of [
      [true, queries],
      [false, queries.slice(0, 2)],
    ] as const) {
      const [small, large] = [
        await serve({ introspection, limits: { largeDocumentCharacters: Number.POSITIVE_INFINITY } }),
        await serve({ introspection, limits: { largeDocumentCharacters: 0 } }),
      ];
      for (const query of sent) {
        for (const accept of ['application/json', 'application/graphql-response+json', '*/*']) {
          const [one, other] = await Promise.all([small, large].map(({ post }) => post({ query }, { accept })));
          expect({ query, accept, status: other?.status, body: other?.body }).toEqual({
            query,
            accept,
            status: one?.status,
            body: one?.body,
          });
          const [type, otherType] = [one, other].map((answer) => answer?.headers.get('content-type'));
          expect(otherType).toBe(type);
        }
      }
    }
  });

  it('leaves the event loop to the others while it is validated', async () => {
    const { post } = await serve();
    const word = { query: '{ word }' };
    expect((await post(word)).status).toBe(200);
    const order: string[] = [];
    const large = post({ query: `${slow} # anew` }).finally(() => order.push('large'));
    for (let count = 0; count < 5; count += 1) expect((await post(word)).body).toEqual({ data: { word: 'w' } });
    order.push('others');
    expect((await large).body).toEqual({ data: { item: null } });
    expect(order).toEqual(['others', 'large']);
  });

  it('that takes too long is refused, ends with its thread, and others are validated in another', async () => {
    const graph = thread({ timeoutMs: 100 });
    const valid = () =>
      graph.validate('{ word }', { introspection: true }).then(
        (faults) => faults.length === 0,
        () => false,
      );
    await waitFor(valid);
    const conflicts = `{ item(id: "1") { ${many(1_400, (n) => `name(length: ${String(n)})`)} } }`;
    const endless = graph.validate(conflicts.repeat(6).replaceAll('}{', '} query Q {'), { introspection: true });
    await expect(endless).rejects.toMatchObject({ extensions: { code: 'OPERATION_LIMIT_EXCEEDED' } });
    await waitFor(valid);
  });

  it('is turned away when there is no room to wait, and is left out when nobody waits for it any more', async () => {
    const graph = thread({ waitingMax: 2 });
    const gone = new AbortController();
    const first = graph.validate(slow, { introspection: true });
    const second = graph.validate('{ word }', { introspection: true, signal: gone.signal });
    await expect(graph.validate('{ word }', { introspection: true })).rejects.toMatchObject({
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    });
    gone.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    expect(await first).toEqual([]);
    expect(await graph.validate('{ word }', { introspection: true })).toEqual([]);
  });
});

describe('a supergraph that another thread has read', () => {
  it('is what it would be if this one had', async () => {
    const sdl = readSupergraph();
    const own = loadSupergraph(sdl);
    const other = await assembleSupergraph(sdl, structuredClone(readSupergraphFacts(sdl).facts));
    expect(printSchema(other.apiSchema)).toBe(printSchema(own.apiSchema));
    expect(other.subgraphs).toEqual(own.subgraphs);
    const names = Object.keys(own.apiSchema.getTypeMap());
    for (const name of names) {
      expect(other.isObject(name)).toBe(own.isObject(name));
      for (const condition of names) {
        if (own.satisfies(name, condition) !== other.satisfies(name, condition))
          throw new Error(`${name} ${condition}`);
      }
    }
  });

  it('is read while requests go on', async () => {
    const { router } = await serve();
    const state = { reloaded: false };
    const reloaded = router
      .reload(compose({ a: { typeDefs: `${subgraph.typeDefs} type More { id: ID }` } }))
      .finally(() => {
        state.reloaded = true;
      });
    let turns = 0;
    for (; !state.reloaded; turns += 1) await nextTurn();
    await reloaded;
    // It takes as long as a thread takes to start; made here, it would be some ten turns.
    expect(turns).toBeGreaterThan(500);
  });

  it('is refused with what is wrong with it', async () => {
    const { router, post } = await serve();
    await expect(router.reload('type Query { no: Int }')).rejects.toThrow();
    expect((await post({ query: '{ word }' })).body).toEqual({ data: { word: 'w' } });
  });
});

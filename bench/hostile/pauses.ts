/**
 * How long a router's event loop stands still for documents that are within all limits and were never seen before, and while another
 * supergraph takes the place of its own: what one request costs all others at once.
 *
 *   npx tsx --conditions=@ruzlet/source bench/hostile/pauses.ts
 *
 * Each figure is the smallest of several rounds, so that what else happens on the machine counts little.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createLogger } from '@ruzlet/platform/log';
import { readSupergraph } from '@ruzlet/router/config';
import { createRouter } from '@ruzlet/router/create-router';
import { Pool } from 'undici';

const rounds = 5;
const supergraphSdl = readSupergraph();

const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join(' ');
const deck = 'deck(id: "1")';

/** Found by trying what each rule of graphql-js compares with each other; all pass the router's limits. @param n makes it new. */
const documents: Record<string, (n: number) => string> = {
  'one field': (n) => `{ ${deck} { a${String(n)}: title } }`,
  '1900 times the same leaf': (n) => `{ ${deck} { a${String(n)}: title ${many(1_900, () => 'id')} } }`,
  '400 times the same object': (n) =>
    `{ ${deck} { a${String(n)}: title ${many(400, () => 'owner { id displayName }')} } }`,
  'objects in objects, repeated': (n) =>
    `{ ${deck} { a${String(n)}: title ${many(20, () => `owner { ${many(40, () => 'id')} }`)} } }`,
  '1500 arguments that differ': (n) =>
    `{ ${deck} { a${String(n)}: title ${many(1_500, (x) => `id(x: ${String(x)})`)} } }`,
  '1000 unknown variables': (n) =>
    `{ ${deck} { a${String(n)}: title ${many(1_000, (x) => `id(x: $v${String(x)})`)} } }`,
  '3000 unknown fragments': (n) => `{ ${deck} { a${String(n)}: title ${many(3_000, (x) => `...F${String(x)}`)} } }`,
  '3000 unknown fields': (n) => `{ ${deck} { a${String(n)}: title ${many(3_000, (x) => `f${String(x)}`)} } }`,
  '100 operations with 90 fragments': (n) =>
    `${many(100, (x) => `query Q${String(x)} { ...F }`)} fragment F on Query { ${deck} { a${String(n)}: title ${many(90, (x) => `...G${String(x)}`)} } } ` +
    many(90, (x) => `fragment G${String(x)} on Deck { ${many(13, () => 'id(x: $v)')} }`),
  'just below what is large': (n) =>
    `{ ${deck} { a${String(n)}: title ${many(640, () => 'id')} } }`.slice(0, 1_990 - 6).replace(/ i?$/, '') + ' } }',
};

/** The longest time between two turns of the event loop while something happens (milliseconds). */
async function pauseOf(happening: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  const state = { going: true };
  const done = happening().finally(() => {
    state.going = false;
  });
  for (let before = performance.now(); state.going;) {
    await nextTurn();
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
  }
  await done;
  return longest;
}

async function measure(largeDocumentCharacters: number): Promise<Map<string, number>> {
  const router = createRouter({
    supergraphSdl,
    corsOrigins: [],
    trustedProxies: 0,
    introspection: true,
    explorer: false,
    limits: { largeDocumentCharacters },
    logger: createLogger({ name: 'bench', level: 'silent' }),
  });
  await router.start();
  const server = createServer(router.handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const pool = new Pool(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, { connections: 1 });
  let last = 0;
  const ask = async (query: string) => {
    const answer = await pool.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const text = await answer.body.text();
    if (text.includes('OPERATION_LIMIT_EXCEEDED')) throw new Error(`not within limits: ${query.slice(0, 80)}`);
  };
  const pauses = new Map<string, number>();
  const note = (name: string, ms: number) =>
    pauses.set(name, Math.min(ms, pauses.get(name) ?? Number.POSITIVE_INFINITY));
  // The first round is for the compiler.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, make] of Object.entries(documents)) {
      const ms = await pauseOf(() => ask(make((last += 1))));
      if (round > 0) note(name, ms);
    }
    const sdl = `${supergraphSdl}\ntype Round${String(round)} @join__type(graph: DECKS) { id: ID @join__field(graph: DECKS) }\n`;
    note('another supergraph', await pauseOf(() => router.reload(sdl)));
  }
  await pool.close();
  server.closeAllConnections();
  server.close();
  await router.close();
  return pauses;
}

const here = await measure(Number.POSITIVE_INFINITY);
const aside = await measure(2_000);
process.stdout.write('| longest pause (ms) | all on one thread | large ones aside |\n| --- | ---: | ---: |\n');
for (const [name, ms] of here) {
  process.stdout.write(`| ${name} | ${ms.toFixed(0)} | ${(aside.get(name) ?? 0).toFixed(0)} |\n`);
}

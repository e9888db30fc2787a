import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@ruzlet/embedded/postgres';
import { newId } from '@ruzlet/platform/ids';
import postgres from 'postgres';
import { Pool } from 'undici';

/**
 * Studying under load: `npx tsx --conditions=@ruzlet/source bench/study/run.ts [reviews …]`, by default 10000 1000000 10000000.
 *
 * The decks subgraph alone, over HTTP, on an embedded Postgres that is safe against crashes (each commit is flushed to disk).
 * First `reviewCard` by 1, 8 and 64 clients, each a learner of their own; then `studyQueue` of a learner with ever more
 * reviews in the log; then what a review takes on disk.
 */
const logSizes = process.argv.slice(2).map(Number);
if (logSizes.length === 0) logSizes.push(10_000, 1_000_000, 10_000_000);
const learnersMax = 64;
const cardsOfDeck = 2_000;
const secondsPerRun = 8;

const dataDir = await mkdtemp(join(tmpdir(), 'ruzlet-study-bench-'));
const engine = await startEmbeddedPostgres({ dataDir });
await engine.provision({ databases: [{ name: 'decks', role: 'decks' }] });
const databaseUrl = engine.urlFor('decks', 'decks');
const learners = Array.from({ length: learnersMax }, () => newId());
const server = fork(new URL('./server.ts', import.meta.url), [databaseUrl, join(dataDir, 'media'), ...learners], {
  execArgv: process.execArgv,
  env: { ...process.env, NODE_ENV: 'production' },
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
});
const [{ url, tokens }] = (await once(server, 'message')) as [{ url: string; tokens: string[] }];
const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
const { origin, pathname } = new URL(url);
const pool = new Pool(origin, { connections: learnersMax });

async function send(learner: number, query: string, variables: object): Promise<any> {
  const response = await pool.request({
    method: 'POST',
    path: pathname,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens[learner] ?? ''}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.body.json()) as { data: unknown; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

async function makeDeck(learner: number, cards: number): Promise<{ deckId: string; cardIds: string[] }> {
  const made = await send(
    learner,
    `mutation ($input: CreateDeckInput!) { createDeck(input: $input) { deck { id } } }`,
    {
      input: { title: 'Bench' },
    },
  );
  const deckId: string = made.createDeck.deck.id;
  const cardIds: string[] = [];
  for (let place = 0; place < cards; place += 1_000) {
    const batch = Array.from({ length: Math.min(1_000, cards - place) }, (_, index) => ({
      term: `term ${String(place + index)}`,
      definition: `meaning ${String(place + index)}`,
    }));
    const added = await send(
      learner,
      `mutation ($input: AddCardsInput!) { addCards(input: $input) { cards { id } } }`,
      {
        input: { deckId, cards: batch },
      },
    );
    cardIds.push(...added.addCards.cards.map(({ id }: { id: string }) => id));
  }
  return { deckId, cardIds };
}

/** Blocks that the database has looked at so far: what a query costs, whatever else the machine does. */
async function blocksRead(): Promise<number> {
  // Sessions report what they did once they have been idle for a moment.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const [row] =
    await sql`select (blks_hit + blks_read)::float8 as blocks from pg_stat_database where datname = 'decks'`;
  return Number(row?.blocks);
}

async function cpuMs(): Promise<number> {
  server.send('usage');
  const [{ cpu }] = (await once(server, 'message')) as [{ cpu: NodeJS.CpuUsage }];
  return (cpu.user + cpu.system) / 1_000;
}

/** Lets so many clients ask one after the other for a while. */
async function measure(clients: number, ask: (client: number, turn: number) => Promise<unknown>) {
  const times: number[] = [];
  const cpuBefore = await cpuMs();
  const blocksBefore = await blocksRead();
  const start = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let turn = 0; performance.now() - start < secondsPerRun * 1_000; turn += 1) {
        const sent = performance.now();
        await ask(client, turn);
        times.push(performance.now() - sent);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  const cpu = (await cpuMs()) - cpuBefore;
  const blocks = (await blocksRead()) - blocksBefore;
  times.sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(1));
  return {
    'requests/s': Math.round(times.length / seconds),
    'p50 ms': at(0.5),
    'p99 ms': at(0.99),
    'CPU ms/request': Number((cpu / times.length).toFixed(2)),
    'blocks/request': Math.round(blocks / times.length),
  };
}

try {
  const decks = await Promise.all(learners.map((_, learner) => makeDeck(learner, 100)));
  const review = `mutation ($input: ReviewInput!) { reviewCard(input: $input) { memory { state due } } }`;
  const ask = (client: number, turn: number) => {
    const cardIds = decks[client]?.cardIds ?? [];
    const input = { id: newId(), cardId: cardIds[turn % cardIds.length], rating: 'GOOD', durationMs: 3_000 };
    return send(client, review, { input });
  };
  await measure(8, ask);
  const reviews = [];
  for (const clients of [1, 8, 64]) reviews.push({ clients, ...(await measure(clients, ask)) });
  console.log('reviewCard');
  console.table(reviews);

  const [learner = ''] = learners;
  const { deckId, cardIds } = await makeDeck(0, cardsOfDeck);
  await sql`insert into card_memory (user_id, card_id, deck_id, state, due, stability, difficulty, scheduled_days, reps, last_review, last_review_day)
    select ${learner}, id, deck_id, 2, now() + (random() * 60 - 10) * interval '1 day', 5 + random() * 60, 5, 20, 10, now() - interval '20 days', current_date - 20
    from cards where deck_id = ${deckId} order by sort_key limit ${cardsOfDeck - 200}`;
  await sql`insert into study_settings (user_id, deck_id, desired_retention, new_cards_per_day, reviews_per_day, learning_steps_minutes, relearning_steps_minutes, maximum_interval_days, fuzz, review_order, updated_at)
    values (${learner}, ${deckId}, 0.9, 20, 500, '{1,10}', '{10}', 36500, true, 'DUE', now())`;
  const queue = `query ($deckId: ID) { studyQueue(deckId: $deckId, first: 20) {
    cards { card { id term definition } memory { state } intervals { rating due } } counts { new learning review } nextDueAt } }`;
  await sql`truncate review_log`;
  const queues = [];
  let logged = 0;
  for (const size of logSizes) {
    await fillLog(learner, deckId, cardIds, logged, size);
    logged = size;
    await measure(1, () => send(0, queue, { deckId }));
    queues.push({ 'logged reviews': size, ...(await measure(1, () => send(0, queue, { deckId }))) });
    const warm = { 'logged reviews': size, ...(await measure(1, (_client, turn) => reviewOne(cardIds, turn))) };
    const [row] =
      await sql`select pg_total_relation_size('review_log')::float8 / ${logged} as bytes, pg_relation_size('review_log')::float8 / ${logged} as heap`;
    console.log(`reviewCard of that learner: ${JSON.stringify(warm)}`);
    console.log(
      `bytes per review with ${String(size)}: ${Number(row?.bytes).toFixed(0)}, of them in the table itself ${Number(row?.heap).toFixed(0)}`,
    );
  }
  console.log('studyQueue, 20 cards');
  console.table(queues);
} finally {
  await pool.close();
  await sql.end();
  server.disconnect();
  await once(server, 'exit');
  await engine.close();
  await rm(dataDir, { recursive: true, force: true });
}

function reviewOne(cardIds: readonly string[], turn: number): Promise<unknown> {
  const input = { id: newId(), cardId: cardIds[turn % cardIds.length], rating: 'GOOD', durationMs: 3_000 };
  return send(0, `mutation ($input: ReviewInput!) { reviewCard(input: $input) { memory { due } } }`, { input });
}

/** Years of reviews of the same cards, each with what the memory was before. */
async function fillLog(learner: string, deckId: string, cardIds: string[], from: number, to: number): Promise<void> {
  const chunk = 1_000_000;
  // Built once at the end: much faster than row by row.
  await sql`drop index if exists review_log_history`;
  for (let begin = from; begin < to; begin += chunk) {
    await sql`
      insert into review_log (id, user_id, card_id, deck_id, rating, reviewed_at, replay_at, received_at, local_day, duration_ms, scheduler_id, client_id,
        state, due, stability, difficulty, scheduled_days, reps, last_review, last_review_day)
      select uuidv7(), ${learner}, (${cardIds}::uuid[])[1 + n % ${cardIds.length}], ${deckId}, 3, at, at, at, at::date, 4000, 1, ${newId()},
        2, at, 10 + n % 50, 5.123456, 20, 10, at - interval '20 days', (at - interval '20 days')::date
      from (select n, timestamptz '2016-01-01' + n * interval '20 seconds' as at
        from generate_series(${begin}::bigint, ${Math.min(begin + chunk, to) - 1}::bigint) n) numbered`;
  }
  await sql`create index review_log_history on review_log (user_id, card_id, replay_at, seq)`;
  await sql`vacuum analyze review_log`;
  await sql`analyze card_memory, cards`;
}

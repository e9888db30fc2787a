import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@ruzlet/platform/ids';
import { createLogger } from '@ruzlet/platform/log';
import { readLocalConfig } from '../../local/src/config.js';
import { startRuzlet } from '../../local/src/start-ruzlet.js';
import { must, newLearner, type Learner } from '../../local/test-services/learner.js';

/**
 * How fast reviews become figures on one machine, everything in this process: `UV_THREADPOOL_SIZE=16 npx tsx
 * --conditions=@ruzlet/source bench/ingest/one-machine.ts [seconds] [clients] [reviews of a mutation]`. Clients send `reviewCards`
 * one after another; beside them a learner reviews one card at a time and asks for the figure until it has grown: that is the lag.
 */
const [seconds = 20, clients = 4, reviewsPerMutation = 50] = process.argv.slice(2).map(Number);

const reviewCards = `mutation ($inputs: [ReviewInput!]!) { reviewCards(inputs: $inputs) { __typename } }`;
const reviewsOf = 'query { me { learning { reviews } } }';
const say = (line: string) => process.stdout.write(`${line}\n`);
const at = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

const dataDir = await mkdtemp(join(tmpdir(), 'ruzlet-ingest-'));
const ports = ['PORT', 'AUTH_PORT', 'USERS_PORT', 'DECKS_PORT', 'TEACHING_PORT', 'ANALYTICS_PORT'];
const ruzlet = await startRuzlet({
  config: readLocalConfig({ RUZLET_DATA_DIR: dataDir, ...Object.fromEntries(ports.map((name) => [name, '0'])) }),
  logger: createLogger({ name: 'bench', level: 'error' }),
  onFailure: (error) => {
    throw error;
  },
});
const { url } = ruzlet;

let sequence = 0;
const review = (learner: Learner) => {
  sequence += 1;
  const cardId = learner.cardIds[sequence % learner.cardIds.length];
  return { id: newId(), cardId, rating: 'GOOD', durationMs: 1_000, reviewedAt: new Date().toISOString() };
};
const counted = async ({ token }: Learner) => Number((await must(url, reviewsOf, {}, token)).me.learning.reviews);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Until the figures show so many; gives up after a minute. */
async function shown(learner: Learner, reviews: number): Promise<void> {
  const deadline = performance.now() + 60_000;
  while ((await counted(learner)) < reviews) {
    if (performance.now() > deadline) throw new Error(`the figures never showed ${String(reviews)} reviews`);
    await pause(10);
  }
}

const crowd: Learner[] = [];
for (let client = 0; client < clients; client += 1) crowd.push(await newLearner(url, 100));
const prober = await newLearner(url, 100);
await shown(prober, 0);

const sent = crowd.map(() => 0);
const lags: number[] = [];
const cpuBefore = process.cpuUsage();
const began = performance.now();
const over = () => performance.now() - began > seconds * 1_000;

await Promise.all([
  ...crowd.map(async (learner, index) => {
    while (!over()) {
      const inputs = Array.from({ length: reviewsPerMutation }, () => review(learner));
      const { reviewCards: results } = await must(url, reviewCards, { inputs }, learner.token);
      sent[index] = (sent[index] ?? 0) + Number(results.length);
    }
  }),
  (async () => {
    for (let probe = 1; !over(); probe += 1) {
      await must(url, reviewCards, { inputs: [review(prober)] }, prober.token);
      const answered = performance.now();
      await shown(prober, probe);
      lags.push(performance.now() - answered);
      await pause(50);
    }
  })(),
]);
await Promise.all(crowd.map((learner, index) => shown(learner, sent[index] ?? 0)));
const took = performance.now() - began;
const cpu = process.cpuUsage(cpuBefore);
const total = sent.reduce((all, one) => all + one, 0) + lags.length;
lags.sort((a, b) => a - b);

say(
  `| clients | reviews of a mutation | reviews/s from mutation to queryable | lag p50 ms | lag p99 ms | CPU ms per review |`,
);
say(`| ---: | ---: | ---: | ---: | ---: | ---: |`);
say(
  `| ${String(clients)} | ${String(reviewsPerMutation)} | ${((total / took) * 1_000).toFixed(0)} | ${at(lags, 0.5).toFixed(0)} | ${at(lags, 0.99).toFixed(0)} | ${((cpu.user + cpu.system) / 1_000 / total).toFixed(2)} |`,
);
await ruzlet.close();
await rm(dataDir, { recursive: true, force: true });

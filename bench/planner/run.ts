import { readFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { createExecutor } from '@ruzlet/router/executor/executor';
import { loadSupergraph } from '@ruzlet/router/executor/supergraph';
import { readManifest } from '@ruzlet/router/persisted/manifest';
import { federationLink, allPlanners } from '../../router/test/federation.js';
import { queries, subgraphs } from '../router/graph.js';
import { compareRandom } from './random.js';
import { heading, line, measured, newTally } from './tally.js';

/**
 * Compares planners: `npx tsx --conditions=@ruzlet/source bench/planner/run.ts [worlds] [seed]`. Each plans every operation of the
 * SDK's manifest, the queries of bench/router, and random operations over random graphs (twelve for each), whose answers are
 * compared with those of one server that has everything.
 */
const worlds = Number(process.argv[2] ?? '50');
const seed = Number(process.argv[3] ?? '20251125');
const repeats = 5;

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const bench = composeServices(
  Object.entries(subgraphs).map(([name, { typeDefs }]) => ({
    name,
    url: 'http://127.0.0.1:1/',
    typeDefs: parse(federationLink + typeDefs),
  })),
);
if (bench.errors) throw new Error(bench.errors.map(({ message }) => message).join('\n'));

const sets: [string, string, string[]][] = [
  [
    'operations of the SDK',
    read('schema/supergraph.graphql'),
    [...readManifest(read('client/src/generated/persisted-operations.json')).values()],
  ],
  ['queries of bench/router', bench.supergraphSdl, Object.values(queries)],
];

for (const [name, sdl, operations] of sets) {
  process.stdout.write(`\n${name}\n\n${heading}\n`);
  const supergraph = loadSupergraph(sdl);
  for (const planners of allPlanners) {
    let tally = newTally();
    // The first time warms.
    for (let round = 0; round < repeats; round++) {
      if (round <= 1) tally = newTally();
      const planner = measured(planners, tally).load(supergraph);
      const executor = createExecutor({ supergraph, planner, transports: new Map(), operationsMax: 1_000 });
      for (const source of operations) {
        tally.operations += 1;
        try {
          await executor.compile({ source }, parse(source));
        } catch (error) {
          tally.unplanned.push({ source, message: error instanceof Error ? error.message : String(error) });
        }
      }
      planner.close();
    }
    process.stdout.write(`${line(planners.name, tally)}\n`);
    for (const { source, message } of tally.unplanned) process.stdout.write(`${message}: ${source}\n`);
  }
}

const tallies = allPlanners.map((planners) => ({ planners, tally: newTally() }));
await compareRandom(tallies, { seed, worlds });
process.stdout.write(`\nrandom operations, seed ${String(seed)}\n\n${heading}\n`);
for (const { planners, tally } of tallies) process.stdout.write(`${line(planners.name, tally)}\n`);
for (const { planners, tally } of tallies) {
  const reasons = new Map<string, number>();
  for (const { message } of tally.unplanned) reasons.set(message, (reasons.get(message) ?? 0) + 1);
  for (const [message, count] of reasons) process.stdout.write(`${planners.name}: ${String(count)} × ${message}\n`);
  for (const { source, expected, actual } of tally.wrong.slice(0, Number(process.argv[4] ?? '0'))) {
    process.stdout.write(
      `${planners.name}\n${source}\nexpected ${JSON.stringify(expected)}\nactual   ${JSON.stringify(actual)}\n`,
    );
  }
  await planners.close();
}

import { expect, it, vi } from 'vitest';
import { compareWorlds } from './compare.js';
import { openHive, type Verdict } from './hive.js';
import { openOverHttp, serveSubgraphs } from './http-ways.js';
import { openInProcess, type Way } from './ways.js';
import type { World } from './world.js';

/**
 * Random graphs split into subgraphs, random data, random operations: the federated answer is that of one server that
 * has everything, in process and over HTTP, at first sight of an operation and when it is remembered. Hive Gateway is asked
 * as well in some of the graphs, and counted where it differs.
 *
 * `RUZLET_DIFFERENTIAL_CASES` sets how many operations are compared, `RUZLET_DIFFERENTIAL_SEED` draws others. A seed that
 * finds a fault is kept: its worlds are compared ever after, until the generator draws otherwise. Its case, made small, goes to
 * `federation-cases.test.ts`, `interface-objects.test.ts` or `mutations.test.ts`, and stays.
 */
const cases = Number(process.env.RUZLET_DIFFERENTIAL_CASES ?? '480');
const seed = Number(process.env.RUZLET_DIFFERENTIAL_SEED ?? '266735288');
const keptCases = 120;
/** One graph in so many is asked of Hive Gateway too. */
const hiveEvery = 8;
/** Operations for one of which every feature has to be met. */
const operationsPerFeature = 4_000;

const verdicts = new Map<Verdict, number>();

// Each server watches the event loop for as long as the process lives, and there are hundreds of them here.
vi.mock('prom-client', async (original) => ({ ...(await original<object>()), collectDefaultMetrics: () => undefined }));

async function open(world: World, index: number): Promise<Way[]> {
  const { supergraphSdl, close } = await serveSubgraphs(world);
  const ways = [...openInProcess(world, supergraphSdl), ...(await openOverHttp(supergraphSdl))];
  if (index % hiveEvery === 0) {
    ways.push(
      await openHive(supergraphSdl, (verdict) => {
        verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
      }),
    );
  }
  const last = ways.pop();
  if (!last) throw new Error('There is no way.');
  const closeAll = async (): Promise<void> => {
    await last.close();
    await close();
  };
  return [...ways, { ...last, close: closeAll }];
}

/**
 * A share of the comparison: files run beside each other.
 *
 * @param part which of `parts`; each draws from a seed of its own.
 * @param keptSeeds seeds that found faults, each within its first worlds.
 */
export function describeDifferential({ part, parts, keptSeeds }: { part: number; parts: number; keptSeeds: number[] }) {
  const share = Math.ceil(cases / parts);
  const runs = [...keptSeeds.map((kept) => [kept, keptCases] as const), [seed + part, share] as const];
  it.each(runs)(
    'answers as one server over the same data would (seed %i, %i operations)',
    async (seed, cases) => {
      const { operations, coverage } = await compareWorlds({ seed, cases, open });
      const counts = [...coverage.counts];
      process.stdout.write(
        [
          `differential: ${String(operations)} operations compared, seed ${String(seed)}`,
          ...counts.map(([feature, count]) => `  ${String(count).padStart(6)} ${feature}`),
          'Hive Gateway on some of them:',
          ...[...verdicts].map(([verdict, count]) => `  ${String(count).padStart(6)} ${verdict}`),
          '',
        ].join('\n'),
      );
      expect(operations).toBeGreaterThan(cases / 2);
      // Four ways each: one in a thousand operations may be too much for the planner.
      expect(coverage.refused).toBeLessThanOrEqual(Math.ceil(operations / 1_000) * 4);
      const few = Math.floor(operations / operationsPerFeature);
      expect(counts.filter(([, count]) => count < few)).toEqual([]);
    },
    60_000 + cases * 1_000,
  );
}

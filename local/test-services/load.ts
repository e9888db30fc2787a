import type { ClickHouse } from '@ruzlet/platform/clickhouse/clickhouse';
import { waitFor } from '@ruzlet/testkit/wait';
import { expect } from 'vitest';
import { countedReviews, newLearner, reviewUntil, type Learner, type Reviewing } from './learner.js';
import { storedReviews } from './stored.js';
import { firstOnly, type Witness } from './witness.js';

/** Analytics have caught up within this after the last disturbance (milliseconds). */
const settledMs = 90_000;

export interface Load {
  /** Reviews that were acknowledged so far (count). */
  acknowledged(): number;
  /** Stops sending and gives what became of it all. */
  stop(): Promise<Map<Learner, Reviewing>>;
}

/** Several learners who review without pause, each one review after another. */
export async function startLoad(url: string, learners: number): Promise<Load> {
  const people = await Promise.all(Array.from({ length: learners }, () => newLearner(url)));
  let stopped = false;
  const results = people.map((learner) => {
    const result: Reviewing = { acknowledged: [], refused: [] };
    return { learner, result };
  });
  const working = results.map(({ learner, result }) => reviewUntil(url, learner, () => stopped, result));
  return {
    acknowledged: () => results.reduce((sum, { result }) => sum + result.acknowledged.length, 0),
    async stop() {
      stopped = true;
      await Promise.all(working);
      return new Map(results.map(({ learner, result }) => [learner, result]));
    },
  };
}

/**
 * Holds acknowledged mutations against ClickHouse, against the statistics of the graph and against a consumer of its
 * own: the same reviews everywhere, each counted once, and on the bus in the order in which they were acknowledged.
 *
 * @returns figures for the record.
 */
export async function expectNothingLostNothingDouble(
  done: Map<Learner, Reviewing>,
  { url, clickhouse, witness }: { url: string; clickhouse: ClickHouse; witness: Witness },
) {
  let repeated = 0;
  let total = 0;
  for (const [learner, { acknowledged, refused }] of done) {
    expect(refused).toEqual([]);
    await waitFor(async () => (await storedReviews(clickhouse, learner.id)).length >= acknowledged.length, {
      timeoutMs: settledMs,
      what: `the reviews of ${learner.id} in ClickHouse`,
    });
    expect((await storedReviews(clickhouse, learner.id)).sort()).toEqual([...acknowledged].sort());
    expect(await countedReviews(url, learner)).toBe(acknowledged.length);
    const seen = await waitFor(
      () => {
        const ids = witness.seen.get(learner.id) ?? [];
        return firstOnly(ids).length >= acknowledged.length && ids;
      },
      { timeoutMs: settledMs, what: `the reviews of ${learner.id} on the bus` },
    );
    expect(firstOnly(seen)).toEqual(acknowledged);
    repeated += seen.length - acknowledged.length;
    total += acknowledged.length;
  }
  return { learners: done.size, acknowledged: total, repeatedOnTheBus: repeated };
}

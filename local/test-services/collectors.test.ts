import { type ChildProcess } from 'node:child_process';
import { waitFor } from '@ruzlet/testkit/wait';
import { Kafka, logLevel } from 'kafkajs';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { collectorGroup } from '@ruzlet/analytics/collect/collector';
import { end, freePorts, start } from './commands.js';
import { processOf, runningTopology } from './config.js';
import { expectNothingLostNothingDouble, startLoad } from './load.js';
import { openStored } from './stored.js';
import { openWitness, type Witness } from './witness.js';

const topology = runningTopology();
const brokers = [`127.0.0.1:${String(topology.services.kafka)}`];
/** A killed member is missed when its session has run out. */
const rebalancedMs = 60_000;
const testMs = 240_000;

describe('two collectors in one group', () => {
  const clickhouse = openStored(topology);
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
  const second: ChildProcess[] = [];
  let witness: Witness;

  beforeAll(async () => {
    await admin.connect();
    witness = await openWitness(brokers);
  });
  afterAll(async () => {
    await Promise.all(second.map((child) => end(child, 'SIGKILL')));
    await witness.close();
    await admin.disconnect();
    await clickhouse.close();
  });

  async function members(count: number): Promise<void> {
    await waitFor(
      async () => {
        const group = (await admin.describeGroups([collectorGroup])).groups[0];
        return group?.state === 'Stable' && group.members.length === count;
      },
      { timeoutMs: rebalancedMs, what: `a group of ${String(count)}` },
    );
  }

  it(
    'lose and double nothing while the second one comes, goes and is killed',
    async () => {
      const analytics = processOf(topology, 'analytics');
      await members(1);
      const load = await startLoad(topology.url, 4);
      const more = async (reviews: number) => {
        const wanted = load.acknowledged() + reviews;
        await waitFor(() => load.acknowledged() >= wanted, { timeoutMs: 60_000, what: 'more reviews' });
      };
      for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
        await more(20);
        const [port = ''] = await freePorts(1);
        const child = start(analytics, { PORT: port });
        second.push(child);
        await members(2);
        await more(80);
        await end(child, signal);
        await members(1);
      }
      await more(20);
      const done = await load.stop();
      const figures = await expectNothingLostNothingDouble(done, { url: topology.url, clickhouse, witness });
      console.info('two collectors, four rebalances:', figures);
    },
    testMs,
  );
});

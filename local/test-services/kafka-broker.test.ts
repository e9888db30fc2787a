import { waitFor } from '@ruzlet/testkit/wait';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { services } from './commands.js';
import { runningTopology } from './config.js';
import { expectNothingLostNothingDouble, startLoad } from './load.js';
import { openStored } from './stored.js';
import { openWitness, type Witness } from './witness.js';

const topology = runningTopology();
const brokers = [`127.0.0.1:${String(topology.services.kafka)}`];
/** How long the broker stays away the second time: time itself is what this test is about. */
const awayMs = 60_000;
const testMs = 300_000;

describe('Kafka under load', () => {
  const clickhouse = openStored(topology);
  let witness: Witness;

  beforeAll(async () => {
    witness = await openWitness(brokers);
  });
  afterAll(async () => {
    await services(['up', 'kafka']);
    await witness.close();
    await clickhouse.close();
  });

  it(
    'loses and doubles nothing while the broker restarts, and while it is away for a minute',
    async () => {
      const load = await startLoad(topology.url, 4);
      const more = async (reviews: number) => {
        const wanted = load.acknowledged() + reviews;
        await waitFor(() => load.acknowledged() >= wanted, { timeoutMs: 60_000, what: 'more reviews' });
      };
      await more(40);
      await services(['down', 'kafka']);
      await services(['up', 'kafka']);
      await more(40);

      await services(['down', '--kill', 'kafka']);
      const before = load.acknowledged();
      await new Promise((resolve) => setTimeout(resolve, awayMs));
      const whileAway = load.acknowledged() - before;
      // Nobody who studies has to wait for it.
      expect(whileAway).toBeGreaterThan(awayMs / 1_000);
      const beginOfReturn = performance.now();
      const secondsSince = () => Math.round((performance.now() - beginOfReturn) / 1_000);
      await services(['up', 'kafka']);
      const brokerSeconds = secondsSince();
      await more(40);

      const done = await load.stop();
      const figures = await expectNothingLostNothingDouble(done, { url: topology.url, clickhouse, witness });
      console.info('broker restarted, then away for a minute:', {
        ...figures,
        whileAway,
        brokerSeconds,
        settledSeconds: secondsSince(),
      });
    },
    testMs,
  );
});

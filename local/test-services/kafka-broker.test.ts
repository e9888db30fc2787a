import { waitFor } from '@ruzlet/testkit/wait';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { services } from './commands.js';
import { processOf, runningTopology } from './config.js';
import { expectNothingLostNothingDouble, startLoad } from './load.js';
import { openStored } from './stored.js';
import { openWitness, type Witness } from './witness.js';

const topology = runningTopology();
const brokers = [`127.0.0.1:${String(topology.services.kafka)}`];
/** How old events grow in the outbox while the broker is away the second time (seconds). */
const awaySeconds = 60;
const testMs = 300_000;

/** Age of the oldest event that the broker has not taken. */
async function oldestSeconds(): Promise<number> {
  const metrics = await (await fetch(`http://127.0.0.1:${String(processOf(topology, 'decks').port)}/metrics`)).text();
  return Number(/^ruzlet_outbox_oldest_seconds(?:\{[^}]*\})? (\S+)$/m.exec(metrics)?.[1]);
}

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
      await waitFor(async () => (await oldestSeconds()) >= awaySeconds, {
        timeoutMs: 2 * awaySeconds * 1_000,
        what: 'events that have waited for a minute',
      });
      const whileAway = load.acknowledged() - before;
      // Nobody who studies has to wait for it.
      expect(whileAway).toBeGreaterThan(awaySeconds);
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

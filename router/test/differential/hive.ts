import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent } from 'node:http';
import { createHiveGateway } from '../../../bench/router/hive.mjs';
import { inOrder, type Answer } from './answer.js';
import { errorPlaces } from './error-places.js';
import { post } from './http-ways.js';
import type { Way } from './ways.js';

/** How Hive Gateway answered, against the one server: it is the second oracle. */
export type Verdict = 'as one server' | 'other data' | 'other error places' | 'other effects' | 'no answer';

/** How long an answer is waited for (milliseconds): for some operations Hive Gateway asks its subgraphs over and over. */
const patienceMs = 15_000;

/** Hive Gateway over the same subgraphs. @param count what becomes of each comparison. */
export async function openHive(supergraphSdl: string, count: (verdict: Verdict) => void): Promise<Way> {
  const server = createServer(createHiveGateway(supergraphSdl));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  let isLost = false;
  return {
    name: 'Hive Gateway',
    isOracle: true,
    async ask(operation) {
      // It may be at the last operation still, whose effects would be taken for those of this one.
      if (isLost) return {};
      const late = AbortSignal.timeout(patienceMs);
      try {
        return JSON.parse(await post(port, '/graphql', operation, agent, late)) as Answer;
      } catch {
        isLost = late.aborted;
        return {};
      }
    },
    compare(expected, actual, did, should) {
      count(verdictOf(expected, actual, did, should));
    },
    requests: () => [],
    async close() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function verdictOf(expected: Answer, actual: Answer, did: string[], should: string[]): Verdict {
  if (actual.data === undefined) return 'no answer';
  if (JSON.stringify(sorted(inOrder(actual.data))) !== JSON.stringify(sorted(inOrder(expected.data))))
    return 'other data';
  if (JSON.stringify(errorPlaces(actual)) !== JSON.stringify(errorPlaces(expected))) return 'other error places';
  return JSON.stringify(did) === JSON.stringify(should) ? 'as one server' : 'other effects';
}

/** Fields in one order: which they are answered in is compared elsewhere. */
function sorted(value: any): any {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

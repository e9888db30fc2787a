import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createHttpClient } from '@ruzlet/router/http-client/http-client';
import { builds, type BuildName } from './builds.js';
import { queries, subgraphs, variablesOf } from './graph.js';

/**
 * Compares routers on this machine: `npx tsx --conditions=@ruzlet/source bench/router/run.ts [seconds] [clients] [builds] [queries]`,
 * the last two with commas between.
 * Builds take turns in several rounds, and the median counts, so that a busy moment of the machine hits all alike.
 */
const secondsPerRun = Number(process.argv[2] ?? '3');
const clients = Number(process.argv[3] ?? '16');
const only = (process.argv[4] ?? '').split(',').filter((name) => name !== '');
const labels = (process.argv[5] ?? Object.keys(queries).join()).split(',');
const rounds = 3;
/** Requests before anything is measured (count): engines compile what they see often. */
const warmRequests = 1_000;

interface Child {
  process: ChildProcess;
  url: string;
}

interface Sample {
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** User and system time of the server and its subgraphs. */
  cpuMs: number;
  memoryMb: number;
  failures: number;
}

async function start(what: string, argument: unknown = {}): Promise<Child> {
  const child = fork(new URL('./server.ts', import.meta.url), [what, JSON.stringify(argument)], {
    execArgv: process.execArgv,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [message] = (await once(child, 'message')) as [{ url: string }];
  return { process: child, url: message.url };
}

async function usage(children: Child[]): Promise<{ cpuMs: number; memoryMb: number }> {
  const all = await Promise.all(
    children.map(async ({ process: child }) => {
      child.send('usage');
      const [message] = (await once(child, 'message')) as [{ cpuMicros: NodeJS.CpuUsage; memoryBytes: number }];
      return message;
    }),
  );
  return {
    cpuMs: all.reduce((sum, { cpuMicros }) => sum + (cpuMicros.user + cpuMicros.system) / 1_000, 0),
    memoryMb: all.reduce((sum, { memoryBytes }) => sum + memoryBytes / 1e6, 0),
  };
}

/** @param requestsMin sent even when it takes longer, so that all builds are warm to the same degree. */
async function measure(
  url: string,
  query: string,
  seconds: number,
  children: Child[],
  requestsMin = 0,
): Promise<Sample> {
  const { origin, pathname } = new URL(url);
  // The leanest client at hand: what the load takes of the machine, no build gets.
  const client = createHttpClient(origin, {
    connectionsMax: clients,
    connectTimeoutMs: 5_000,
    responseBytesMax: 10_000_000,
    idleMs: 60_000,
  });
  const isVaried = query.startsWith('query (');
  const plain = JSON.stringify({ query });
  const timesMs: number[] = [];
  let failures = 0;
  let sentCount = 0;
  const before = await usage(children);
  const start = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() - start < seconds * 1_000 || sentCount < requestsMin) {
        sentCount += 1;
        const sent = performance.now();
        const response = await client
          .request({
            method: 'POST',
            path: pathname,
            headers: { 'content-type': 'application/json' },
            body: isVaried ? JSON.stringify({ query, variables: variablesOf(sentCount) }) : plain,
            timeoutMs: 10_000,
          })
          .catch(() => undefined);
        // Stock servers close idle connections under the stock gateway's feet: counted, not fatal.
        if (response?.status !== 200 || response.text.includes('"errors":')) failures += 1;
        else timesMs.push(performance.now() - sent);
      }
    }),
  );
  const elapsed = (performance.now() - start) / 1_000;
  const after = await usage(children);
  client.close();
  timesMs.sort((a, b) => a - b);
  const at = (share: number) => timesMs[Math.min(timesMs.length - 1, Math.floor(timesMs.length * share))] ?? 0;
  return {
    requestsPerSecond: timesMs.length / elapsed,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    cpuMs: (after.cpuMs - before.cpuMs) / timesMs.length,
    memoryMb: after.memoryMb,
    failures,
  };
}

const names = (Object.keys(builds) as BuildName[]).filter((name) => only.length === 0 || only.includes(name));
const all: Child[] = [];
const sets = new Map<BuildName, Child[]>();
for (const name of names) {
  const kind = { 'stock gateway': 'stock', 'Hive Gateway': 'stock', 'ours over HTTP': 'ours' }[name as string];
  const behind = await Promise.all(
    kind === undefined
      ? []
      : Object.keys(subgraphs).map(async (part) => [part, await start(`${kind}/${part}`)] as const),
  );
  const front = await start(`build/${name}`, Object.fromEntries(behind.map(([part, { url }]) => [part, url])));
  sets.set(name, [front, ...behind.map(([, child]) => child)]);
  all.push(...(sets.get(name) ?? []));
}

try {
  const rows: Record<string, string | number>[] = [];
  for (const [label, query] of Object.entries(queries).filter(([name]) => labels.includes(name))) {
    const samples = new Map<BuildName, Sample[]>(names.map((name) => [name, []]));
    for (const name of names) await measure(sets.get(name)![0]!.url, query, 1, sets.get(name)!, warmRequests);
    for (let round = 0; round < rounds; round++) {
      for (const name of names) {
        const children = sets.get(name)!;
        samples.get(name)!.push(await measure(children[0]!.url, query, secondsPerRun, children));
      }
    }
    const median = (name: BuildName, key: keyof Sample) =>
      samples
        .get(name)!
        .map((sample) => sample[key])
        .sort((a, b) => a - b)[Math.floor(rounds / 2)]!;
    const ratio = (name: BuildName, key: keyof Sample) =>
      names.includes('stock gateway') ? (median(name, key) / median('stock gateway', key)).toFixed(2) : '';
    for (const name of names) {
      rows.push({
        query: label,
        build: name,
        'requests/s': Math.round(median(name, 'requestsPerSecond')),
        ratio: ratio(name, 'requestsPerSecond'),
        'p50 ms': median(name, 'p50Ms').toFixed(2),
        'p99 ms': median(name, 'p99Ms').toFixed(2),
        'p99 ratio': ratio(name, 'p99Ms'),
        'CPU ms': median(name, 'cpuMs').toFixed(3),
        'CPU ratio': ratio(name, 'cpuMs'),
        'memory MB': Math.round(median(name, 'memoryMb')),
        'memory ratio': ratio(name, 'memoryMb'),
        failures: median(name, 'failures'),
      });
    }
  }
  console.table(rows);
} finally {
  // Not all end when they are asked to.
  for (const { process: child } of all) child.kill('SIGKILL');
}

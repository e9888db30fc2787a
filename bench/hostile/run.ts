import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { hostileRequests } from '../../router/test/hostile-requests.js';
import { queries } from '../router/graph.js';

/**
 * What hostile requests do to others: `npx tsx --conditions=@ruzlet/source bench/hostile/run.ts [seconds] [attacks per second]`.
 * An ordinary client sends at a steady rate, whatever comes back; beside it an attacker sends every hostile request in
 * turn. Said are how long each refusal takes, what it costs the router, and the ordinary client's p99: alone, with the
 * attacker at another router beside it, and with the attacker at its own.
 */
const [, , secondsPerRun = 5, attacksPerSecond = 20] = process.argv.map(Number);
const ordinaryPerSecond = 200;
const rounds = 5;
/** Refusals of a kind whose processor time is measured, after as many that are not (count). */
const refusalsMeasured = 20;
/** The router's usual limit. */
const bodyBytesMax = 16_000_000;

async function send(
  pool: Pool,
  body: string,
  headers: Record<string, string> = {},
): Promise<{ ms: number; code: string }> {
  const sent = performance.now();
  const response = await pool.request({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const text = await response.body.text();
  return { ms: performance.now() - sent, code: /"code":"(\w+)"/.exec(text)?.[1] ?? 'answered' };
}

/** Sends at a steady rate and measures from when each was due, so that a stall counts for all that it holds up. */
async function ordinary(origin: string, seconds: number): Promise<number[]> {
  const pool = new Pool(origin, { connections: 32 });
  const body = JSON.stringify({ query: Object.values(queries)[1] });
  const times: number[] = [];
  const under: Promise<void>[] = [];
  const start = performance.now();
  for (let n = 0; n < seconds * ordinaryPerSecond; n += 1) {
    const due = start + (n * 1_000) / ordinaryPerSecond;
    const wait = due - performance.now();
    if (wait > 0) await pause(wait);
    under.push(
      send(pool, body).then(() => {
        times.push(performance.now() - due);
      }),
    );
  }
  await Promise.all(under);
  await pool.close();
  return times;
}

type Refusals = Map<string, { times: number[]; code: string }>;

/** Runs in a process of its own, so that making large bodies delays nobody but the attacker. */
async function attack(origin: string): Promise<void> {
  const pool = new Pool(origin, { connections: 8 });
  const hostile = Object.entries(hostileRequests('__typename', bodyBytesMax));
  const refusals: Refusals = new Map();
  const stop = { asked: false };
  process.once('message', () => {
    stop.asked = true;
  });
  process.send?.('ready');
  for (let n = 0; !stop.asked; n += 1) {
    const [name, { body, contentType, headers }] = hostile[n % hostile.length] ?? ['', { body: '' }];
    const { ms, code } = await send(pool, body, { ...headers, ...(contentType && { 'content-type': contentType }) });
    const known = refusals.get(name) ?? { times: [], code };
    known.times.push(ms);
    refusals.set(name, known);
    await pause(1_000 / attacksPerSecond);
  }
  await pool.close();
  process.send?.([...refusals]);
  process.disconnect();
}

const at = (times: number[], share: number) => [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;
const median = (numbers: number[]) => at(numbers, 0.5);

interface Target {
  origin: string;
  /** Processor time of its process so far (milliseconds). */
  cpuMs(): Promise<number>;
  kill(): void;
}

async function serve(): Promise<Target> {
  const child = fork(new URL('../router/server.ts', import.meta.url), ['build/ours in process', '{}'], {
    execArgv: process.execArgv,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return {
    origin: new URL(url).origin,
    async cpuMs() {
      child.send('cpu');
      const [{ cpuMicros }] = (await once(child, 'message')) as [{ cpuMicros: NodeJS.CpuUsage }];
      return (cpuMicros.user + cpuMicros.system) / 1_000;
    },
    kill: () => child.kill(),
  };
}

/** Processor time that the router spends on one refusal, each kind by itself: all that others have to wait for. */
async function cost(target: Target): Promise<Map<string, number>> {
  const pool = new Pool(target.origin, { connections: 1 });
  const costs = new Map<string, number>();
  for (const [name, { body, contentType, headers }] of Object.entries(hostileRequests('__typename', bodyBytesMax))) {
    const all = { ...headers, ...(contentType && { 'content-type': contentType }) };
    for (let n = 0; n < refusalsMeasured; n += 1) await send(pool, body, all);
    const before = await target.cpuMs();
    for (let n = 0; n < refusalsMeasured; n += 1) await send(pool, body, all);
    costs.set(name, ((await target.cpuMs()) - before) / refusalsMeasured);
  }
  await pool.close();
  return costs;
}

/** The ordinary client's p99 at one router while an attacker is at a router. */
async function attacked(ordinaryAt: Target, attackerAt: Target, refusals: Refusals): Promise<number> {
  const attacker = fork(
    new URL(import.meta.url),
    [String(secondsPerRun), String(attacksPerSecond), attackerAt.origin],
    {
      execArgv: process.execArgv,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  await once(attacker, 'message');
  const p99 = at(await ordinary(ordinaryAt.origin, secondsPerRun), 0.99);
  attacker.send('stop');
  const [ofRound] = (await once(attacker, 'message')) as [[string, { times: number[]; code: string }][]];
  for (const [name, { times, code }] of ofRound) {
    refusals.set(name, { times: [...(refusals.get(name)?.times ?? []), ...times], code });
  }
  return p99;
}

async function compare(): Promise<void> {
  const [target, other] = await Promise.all([serve(), serve()]);
  const costs = await cost(target);
  await cost(other);
  await ordinary(target.origin, 2);
  const alone: number[] = [];
  const beside: number[] = [];
  const under: number[] = [];
  const refusals: Refusals = new Map();
  for (let round = 0; round < rounds; round += 1) {
    alone.push(at(await ordinary(target.origin, secondsPerRun), 0.99));
    beside.push(await attacked(target, other, new Map()));
    under.push(await attacked(target, target, refusals));
  }
  target.kill();
  other.kill();
  report(refusals, costs);
  const [normal, machine, hurt] = [median(alone), median(beside), median(under)];
  process.stdout.write(
    `\nOthers' p99 (median of ${String(rounds)} rounds, ${String(ordinaryPerSecond)} requests/s): ${normal.toFixed(1)} ms alone; ` +
      `${machine.toFixed(1)} ms with ${String(attacksPerSecond)} hostile requests/s at another router on the same machine: what the ` +
      `attacker itself and its victim take of the cores; ${hurt.toFixed(1)} ms with them at the same router: ` +
      `${(hurt / normal).toFixed(2)} times alone, ${(hurt / machine).toFixed(2)} times beside.\n`,
  );
}

function report(refusals: Refusals, costs: Map<string, number>): void {
  process.stdout.write(
    '| hostile request | answered with | processor ms | median ms | worst ms |\n| --- | --- | ---: | ---: | ---: |\n',
  );
  for (const [name, { times, code }] of refusals) {
    const cells = [costs.get(name) ?? 0, median(times), Math.max(...times)].map((ms) => ms.toFixed(1));
    process.stdout.write(`| ${name} | ${code} | ${cells.join(' | ')} |\n`);
  }
}

const attackOn = process.argv[4];
if (attackOn === undefined) await compare();
else await attack(attackOn);

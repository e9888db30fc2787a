import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Pool } from 'undici';
import { cardId } from './fill.js';
import { pages, type PageQuery } from './queries.js';
import type { Shares } from './profile.js';

/**
 * Where the time of Ruzlet's own graph goes, over Postgres and ClickHouse with 1000 users and 10 000 decks:
 * `npx tsx --conditions=@ruzlet/source bench/own-graph/run.ts [requests for each page]`. One client asks for one page
 * after another. First everything in one process, then the router as a process before the subgraphs, over HTTP.
 *
 * Times in the process are those of its main thread, sampled every 0.1 ms and told apart by whose code is on the stack
 * (`profile.ts`); Postgres' are the processor time of its processes, in steps of 10 ms.
 */
const requests = Number(process.argv[2] ?? 100);
const warmingRequests = 50;

interface Used {
  main: Shares;
  processMs: number;
  postgresMs: number;
}

const next = async <T>(child: ChildProcess): Promise<T> => ((await once(child, 'message')) as [T])[0];
const start = (file: string, env: Record<string, string> = {}, args: string[] = []) =>
  fork(new URL(file, import.meta.url), args, {
    execArgv: process.execArgv,
    env: { ...process.env, NODE_ENV: 'production', UV_THREADPOOL_SIZE: '16', ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });

const ruzlet = start('./server.ts');
const { url, ports, routerSecret } = await next<{ url: string; ports: Record<string, number>; routerSecret: string }>(
  ruzlet,
);

async function ask<T>(pool: Pool, query: string, variables: object, token?: string): Promise<T> {
  const { body } = await pool.request({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await body.json()) as { data: T; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const inProcess = new Pool(url, { connections: 1 });
const { token, userId } = await newLearner(inProcess);
ruzlet.send(`fill ${userId}`);
await next(ruzlet);
const course = await prepare(inProcess);

const rows: string[] = [];
for (const [name, page] of Object.entries(pages)) {
  const total = await measure(inProcess, page, true);
  const { main, processMs, postgresMs } = total.used;
  const each = (ms: number) => (ms / requests).toFixed(2);
  const other = processMs - (main.router + main.subgraphs + main['database clients'] + main.node);
  rows.push(
    `| ${name} | ${each(total.ms)} | ${each(main.router)} | ${each(main.subgraphs)} | ${each(main['database clients'])} | ${each(main.node)} | ` +
      `${each(Math.max(0, other))} | ${each(postgresMs)} | ${((100 * main.router) / total.ms).toFixed(0)} % | ` +
      `${((100 * main.router) / (processMs + postgresMs)).toFixed(0)} % |`,
  );
}
process.stdout.write(
  `In one process, ms for each request (${String(requests)} of each, one after another)\n\n` +
    '| page | client waits | router | subgraphs | database clients | node | other threads | Postgres | router / wait | router / processor |\n' +
    `| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n${rows.join('\n')}\n\n`,
);

const router = start('./router-process.ts', {
  PORT: '0',
  JWKS_URL: `http://127.0.0.1:${String(ports.auth)}/.well-known/jwks.json`,
  ROUTER_SECRET: routerSecret,
  RATE_COST_PER_MINUTE: '0',
  SUBGRAPH_URLS: Object.entries(ports)
    .filter(([name]) => name !== 'router')
    .map(([name, port]) => `${name}=http://127.0.0.1:${String(port)}/graphql`)
    .join(','),
});
const { url: routerUrl } = await next<{ url: string }>(router);
const overHttp = new Pool(routerUrl, { connections: 1 });
rows.length = 0;
for (const [name, page] of Object.entries(pages)) {
  const total = await measure(overHttp, page, false);
  const { routerMs, used } = total;
  const each = (ms: number) => (ms / requests).toFixed(2);
  const all = routerMs + used.processMs + used.postgresMs;
  rows.push(
    `| ${name} | ${each(total.ms)} | ${each(routerMs)} | ${each(used.processMs)} | ${each(used.postgresMs)} | ` +
      `${((100 * routerMs) / total.ms).toFixed(0)} % | ${((100 * routerMs) / all).toFixed(0)} % |`,
  );
}
process.stdout.write(
  'The router as a process of its own, over HTTP\n\n' +
    '| page | client waits | router process | subgraphs process | Postgres | router / wait | router / processor |\n' +
    `| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n${rows.join('\n')}\n`,
);
await Promise.all([inProcess.close(), overHttp.close()]);
router.disconnect();
ruzlet.disconnect();

async function measure(
  pool: Pool,
  { query, variables }: PageQuery,
  isInProcess: boolean,
): Promise<{ ms: number; used: Used; routerMs: number }> {
  for (let turn = 0; turn < warmingRequests; turn += 1) await ask(pool, query, variables(turn, course), token);
  const routerBefore = isInProcess ? 0 : await routerCpuMs();
  ruzlet.send('begin');
  await next(ruzlet);
  const began = performance.now();
  for (let turn = 0; turn < requests; turn += 1)
    await ask(pool, query, variables(warmingRequests + turn, course), token);
  const ms = performance.now() - began;
  ruzlet.send('end');
  const used = await next<Used>(ruzlet);
  return { ms, used, routerMs: isInProcess ? 0 : (await routerCpuMs()) - routerBefore };
}

async function routerCpuMs(): Promise<number> {
  router.send('cpu');
  return next<number>(router);
}

async function newLearner(pool: Pool): Promise<{ token: string; userId: string }> {
  const name = `bench${String(Date.now())}`;
  const input = {
    email: `${name}@example.com`,
    username: name,
    password: 'heron under the bridge',
    displayName: 'Ada',
    timeZone: 'UTC',
  };
  const register = 'mutation ($input: RegisterInput!) { register(input: $input) { accessToken } }';
  const { register: made } = await ask<{ register: { accessToken: string } }>(pool, register, { input });
  const { me } = await ask<{ me: { id: string } }>(pool, '{ me { id } }', {}, made.accessToken);
  return { token: made.accessToken, userId: me.id };
}

/** The learner studies and joins a course, so that no page is empty. @returns the course. */
async function prepare(pool: Pool): Promise<string> {
  const review = 'mutation ($inputs: [ReviewInput!]!) { reviewCards(inputs: $inputs) { id } }';
  for (let deck = 10; deck <= 200; deck += 10) {
    const inputs = Array.from({ length: 20 }, (_, card) => ({
      cardId: cardId(deck, card + 1),
      rating: 'GOOD',
      durationMs: 2_000,
    }));
    await ask(pool, review, { inputs }, token);
  }
  const list = '{ publicCourses(first: 1) { edges { node { id } } } }';
  const { publicCourses } = await ask<{ publicCourses: { edges: { node: { id: string } }[] } }>(pool, list, {}, token);
  const id = publicCourses.edges[0]?.node.id ?? '';
  await ask(pool, 'mutation ($id: ID!) { joinPublicCourse(id: $id) { enrollment { role } } }', { id }, token);
  return id;
}

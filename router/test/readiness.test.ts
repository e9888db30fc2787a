import { afterEach, expect, it } from 'vitest';
import { createHttpTransport } from '@ruzlet/router/transport';
import { routerLimits } from '@ruzlet/router/limits/router-limits';
import { serveJson } from './process.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** What the router finds of a subgraph that answers GETs with a status, and queries with a body. */
async function readyOf(pageStatus: number, graph: unknown): Promise<boolean> {
  const subgraph = await serveJson((body, request, response) => {
    if (request.method === 'POST') return body.query === '{__typename}' ? graph : undefined;
    response.writeHead(pageStatus, { 'content-type': 'text/html' }).end('<p>page</p>');
    return undefined;
  });
  const transport = createHttpTransport('a', subgraph.url, routerLimits);
  closing.push(() => transport.close(), subgraph.close);
  return transport.ready();
}

it.each([
  ['says so itself', 200, undefined, true],
  ['says that it is not', 503, { data: { __typename: 'Query' } }, false],
  ['has no such page, and answers queries', 404, { data: { __typename: 'Query' } }, true],
  ['takes no GET at all, and wants a token for queries', 400, { errors: [{ message: 'Who are you?' }] }, true],
  ['has no such page, and does not speak GraphQL', 404, { status: 'ok' }, false],
] as const)('a subgraph that %s', async (_what, pageStatus, graph, ready) => {
  expect(await readyOf(pageStatus, graph)).toBe(ready);
});

it('a subgraph that is not there is not ready', async () => {
  const subgraph = await serveJson(() => undefined);
  await subgraph.close();
  const transport = createHttpTransport('a', subgraph.url, routerLimits);
  closing.push(() => transport.close());
  expect(await transport.ready()).toBe(false);
});

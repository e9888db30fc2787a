import { afterEach, describe, expect, it } from 'vitest';
import { plannerNames } from '@ruzlet/router/planner/planner';
import type { RouterOptions } from '@ruzlet/router/create-router';
import { waitFor } from '@ruzlet/testkit/wait';
import { serveRouter, type ServedRouter } from './serve.js';
import { slowOperation, slowSubgraphs } from './slow-to-plan.js';

let served: ServedRouter | undefined;
afterEach(async () => {
  await served?.close();
  served = undefined;
});

/** Serves a graph; gives the metrics of planning, by name and the label that tells them apart. */
async function serve(options: Partial<RouterOptions>) {
  const router = (served = await serveRouter(slowSubgraphs, options));
  async function read(): Promise<Record<string, number>> {
    const text = await (await fetch(new URL('/metrics', router.url))).text();
    const lines = text.matchAll(/^ruzlet_router_(plan\w+)(?:\{(.*)\})? (\d\S*)$/gm);
    return Object.fromEntries(
      Array.from(lines, ([, name, labels = '', value]) => {
        const which = /(?:outcome|state|le)="([^"]*)"/.exec(labels)?.[1];
        return [which === undefined ? name : `${String(name)} ${which}`, Number(value)];
      }),
    );
  }
  return { post: (query: string, init?: RequestInit) => send(router.url, query, init), read };
}

const send = (url: string, query: string, init: RequestInit = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    ...init,
  });

describe('metrics of planning', () => {
  it.each(plannerNames)('tell plans, their time and what is kept, of the planner %s', async (planner) => {
    const { post, read } = await serve({ planner });
    expect(await read()).toMatchObject({ 'plans_total planned': 0, planning_seconds_count: 0, plan_cache_size: 0 });
    for (const query of ['{ word }', '{ word }', '{ a: word }', '{ word }']) await (await post(query)).json();
    expect(await read()).toMatchObject({
      'plans_total planned': 2,
      'plans_total failed': 0,
      planning_seconds_count: 2,
      'planning_seconds_bucket +Inf': 2,
      'plan_cache_lookups_total hit': 2,
      'plan_cache_lookups_total miss': 2,
      plan_cache_size: 2,
      'planning_queue waiting': 0,
      'planning_queue running': 0,
    });
    const text = await (await fetch(new URL('/metrics', served?.url))).text();
    expect(text).toMatch(new RegExp(`ruzlet_router_plans_total\\{[^}]*planner="${planner}"`));
  });

  it('tell what took too long, and what was not tried again, as what it is', async () => {
    const { post, read } = await serve({ planner: 'apollo', planningLimits: { timeoutMs: 300 } });
    for (let count = 0; count < 2; count += 1) expect((await post(slowOperation)).status).toBe(400);
    expect(await read()).toMatchObject({
      'plans_total timeout': 1,
      'plans_total refused': 1,
      'plans_total planned': 0,
      planning_seconds_count: 1,
      'plan_cache_lookups_total miss': 2,
      plan_cache_size: 0,
    });
  });

  it('tell who waits, who finds the queue full, and what nobody wants any more', async () => {
    const { post, read } = await serve({ planner: 'apollo', planningLimits: { waitingMax: 1 } });
    const gone = new AbortController();
    const { signal } = gone;
    const slow = post(slowOperation, { signal });
    await waitFor(async () => (await read())['planning_queue running'] === 1);
    const waiting = post('{ word }', { signal });
    await waitFor(async () => (await read())['planning_queue waiting'] === 1);
    expect((await post('{ b: word }')).status).toBe(503);
    expect(await read()).toMatchObject({ 'plans_total queue_full': 1, 'plans_total cancelled': 0 });
    gone.abort();
    await Promise.allSettled([slow, waiting]);
    await waitFor(async () => (await read())['plans_total cancelled'] === 2);
    // The one that waited never began.
    const after = await read();
    expect(after['planning_queue waiting']).toBe(0);
    expect(after.planning_seconds_count).toBeLessThanOrEqual(1);
  });

  it('tell who waited too long', async () => {
    const { post, read } = await serve({ planner: 'apollo', planningLimits: { waitMs: 100 } });
    const gone = new AbortController();
    const slow = post(slowOperation, { signal: gone.signal });
    await waitFor(async () => (await read())['planning_queue running'] === 1);
    expect((await post('{ word }')).status).toBe(503);
    expect(await read()).toMatchObject({ 'plans_total waited_too_long': 1, 'plans_total timeout': 0 });
    gone.abort();
    await Promise.allSettled([slow]);
  });
});

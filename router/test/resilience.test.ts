import { afterEach, describe, expect, it } from 'vitest';
import { createLogger } from '@ruzlet/platform/log';
import { resilienceSettings } from '@ruzlet/router/limits/router-limits';
import { createFailureLog } from '@ruzlet/router/subgraphs/failure-log';
import type { ResilienceSettings } from '@ruzlet/router/subgraphs/resilience-settings';
import { createResilientTransport } from '@ruzlet/router/subgraphs/resilient-transport';
import type { SubgraphOperation, SubgraphTransport } from '@ruzlet/router/transport';
import { inProcess, serveRouter, type ServedRouter } from './serve.js';

interface Faulty {
  transport: SubgraphTransport;
  sent: SubgraphOperation[];
  fails: boolean;
}

function faulty(inner?: SubgraphTransport): Faulty {
  const state: Faulty = {
    sent: [],
    fails: true,
    transport: {
      execute(operation) {
        state.sent.push(operation);
        if (state.fails) return Promise.reject(new Error('connection refused'));
        return inner?.execute(operation) ?? Promise.resolve({ data: {} });
      },
      ready: () => Promise.resolve(true),
      close: () => Promise.resolve(),
    },
  };
  return state;
}

const query: SubgraphOperation = { query: '{ a }', headers: {} };
const mutation: SubgraphOperation = { query: 'mutation { a }', headers: {} };

function protect(inner: SubgraphTransport, settings: Partial<ResilienceSettings> = {}) {
  const clock = { ms: 0 };
  const transport = createResilientTransport(
    'a',
    inner,
    { ...resilienceSettings, retryBackOffMs: 0, ...settings },
    { now: () => clock.ms },
  );
  return { transport, clock };
}

const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'answered',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );

describe('the way to a subgraph', () => {
  it('sends a failed query again, and a mutation never', async () => {
    const subgraph = faulty();
    const { transport } = protect(subgraph.transport);
    const asked = transport.execute(query);
    subgraph.fails = false;
    await asked;
    expect(subgraph.sent).toHaveLength(2);
    subgraph.fails = true;
    await expect(transport.execute(mutation)).rejects.toThrow('refused');
    expect(subgraph.sent).toHaveLength(3);
  });

  it('stops sending again when the budget is spent', async () => {
    const subgraph = faulty();
    const { transport } = protect(subgraph.transport, { breakerCallsMin: 1_000_000 });
    for (let call = 0; call < 200; call += 1) await outcome(transport.execute(query));
    // Ten saved at the start, then one for five calls.
    expect(subgraph.sent.length).toBeLessThanOrEqual(200 + 10 + 40);
    expect(subgraph.sent.length).toBeGreaterThan(200);
  });

  it('leaves a failing subgraph alone, lets one call try later, and goes on when that is answered', async () => {
    const subgraph = faulty();
    const { transport, clock } = protect(subgraph.transport, { retriesMax: 0, breakerCallsMin: 5 });
    for (let call = 0; call < 5; call += 1) await outcome(transport.execute(query));
    expect(await outcome(transport.execute(query))).toContain('does not answer right now');
    expect(subgraph.sent).toHaveLength(5);

    clock.ms += resilienceSettings.breakerOpenMs;
    await outcome(transport.execute(query));
    expect(subgraph.sent).toHaveLength(6);
    await outcome(transport.execute(query));
    expect(subgraph.sent).toHaveLength(6);

    clock.ms += resilienceSettings.breakerOpenMs;
    subgraph.fails = false;
    const both = await Promise.all([outcome(transport.execute(query)), outcome(transport.execute(query))]);
    expect(both).toEqual(['answered', expect.stringContaining('does not answer')]);
    expect(await outcome(transport.execute(query))).toBe('answered');
  });

  it('bounds calls under way and calls that wait', async () => {
    const answers: (() => void)[] = [];
    const slow: SubgraphTransport = {
      execute: () =>
        new Promise((resolve) => {
          answers.push(() => {
            resolve({ data: {} });
          });
        }),
      ready: () => Promise.resolve(true),
      close: () => Promise.resolve(),
    };
    const { transport } = protect(slow, { callsInFlightMax: 2, callsWaitingMax: 1 });
    const calls = [1, 2, 3, 4].map(() => outcome(transport.execute(query)));
    expect(await calls[3]).toContain('does not answer right now');
    expect(answers).toHaveLength(2);
    answers[0]?.();
    await calls[0];
    await Promise.resolve();
    expect(answers).toHaveLength(3);
    answers.forEach((answer) => {
      answer();
    });
    expect(await Promise.all(calls.slice(0, 3))).toEqual(['answered', 'answered', 'answered']);
  });

  it('has its failures in the log at intervals, with how many there were', () => {
    const clock = { ms: 0 };
    const lines: object[] = [];
    const log = createFailureLog(
      'a',
      createLogger({ name: 'test', destination: { write: (line) => lines.push(JSON.parse(line)) } }),
      () => clock.ms,
    );
    for (clock.ms = 0; clock.ms < 12_000; clock.ms += 1_000) log(new Error('connection refused'));
    expect(lines).toMatchObject(
      [1, 5, 5].map((calls) => ({ subgraph: 'a', calls, err: { message: 'connection refused' } })),
    );
  });
});

describe('a router with a subgraph that is down', () => {
  let served: ServedRouter | undefined;
  afterEach(() => served?.close());

  it('answers what the others have, and says which part is missing', async () => {
    const down = faulty();
    served = await serveRouter(
      {
        up: {
          typeDefs: 'type Query { word: String user: User } type User @key(fields: "id") { id: ID! name: String }',
          resolvers: { Query: { word: () => 'yes', user: () => ({ id: '1', name: 'Ada' }) } },
        },
        down: { typeDefs: 'type User @key(fields: "id") { id: ID! score: Int } type Query { other: Int }' },
      },
      { transports: { down: down.transport }, resilience: { retryBackOffMs: 0 } },
    );
    const { status, body } = await served.post({ query: '{ word user { name score } other }' });
    expect(status).toBe(200);
    expect(body.data).toEqual({ word: 'yes', user: { name: 'Ada', score: null }, other: null });
    expect(body.errors.map(({ path }: { path: unknown }) => path)).toEqual(
      expect.arrayContaining([['user', 'score'], ['other']]),
    );
    expect(JSON.stringify(body)).not.toContain('connection refused');
  });

  it('gives an operation up when its time is over', async () => {
    const stuck: SubgraphTransport = {
      ...inProcess({ typeDefs: 'type Query { a: Int }' }),
      execute: () => new Promise(() => undefined),
    };
    served = await serveRouter(
      { a: { typeDefs: 'type Query { a: Int }' } },
      { transports: { a: stuck }, limits: { operationTimeoutMs: 30 } },
    );
    const { status, body } = await served.post({ query: '{ a }' });
    expect([status, body.errors[0].extensions.code]).toEqual([504, 'SERVICE_UNAVAILABLE']);
  });
});

import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createApolloPlanner } from '@ruzlet/router/planner/apollo/apollo-planner';
import { createPlanners } from '@ruzlet/router/planner/create-planners';
import { createHivePlanner } from '@ruzlet/router/planner/hive/hive-planner';
import { sizeOf } from '@ruzlet/router/planner/plan';
import type { PlannedSupergraph, PlannerDriver } from '@ruzlet/router/planner/planner';
import { planningLimits } from '@ruzlet/router/planner/planning-limits';
import { compose } from './federation.js';
import { serveRouter, type ServedRouter } from './serve.js';
import { slowOperation, slowSubgraphs, slowSupergraph } from './slow-to-plan.js';

/** A supergraph without interface objects. */
const asItIs = (sdl: string): PlannedSupergraph => ({ sdl, separated: undefined });

const patient = { ...planningLimits, timeoutMs: 60_000 };
const supergraph = compose({
  a: { typeDefs: 'type Query { items: [[Item]] } type Item @key(fields: "id") { id: ID! }' },
  b: { typeDefs: 'type Item @key(fields: "id") { id: ID! name(length: Int): String }' },
});
const other = compose({ c: { typeDefs: 'type Query { word: String }' } });

/** What every planner does. */
function describePlanner(name: string, create: () => PlannerDriver): void {
  describe(`the planner ${name}`, () => {
    /** Counts what reaches the planner itself. */
    const driver = create();
    const planned: string[] = [];
    const planners = createPlanners(
      {
        ...driver,
        load(sdl) {
          const graph = driver.load(sdl);
          return {
            ...graph,
            plan(operation, signal, labels) {
              planned.push(operation);
              return graph.plan(operation, signal, labels);
            },
          };
        },
      },
      patient,
    );
    afterAll(() => planners.close());

    it('plans fetches of entities one after the other, with the variables that each uses', async () => {
      const { node } = await planners.load(asItIs(supergraph)).plan('query ($n: Int) { items { name(length: $n) } }');
      expect(sizeOf(node)).toEqual({ fetches: 2, rounds: 2 });
      if (node?.kind !== 'Sequence') throw new Error('no sequence');
      expect(node.nodes).toMatchObject([
        { kind: 'Fetch', subgraph: 'a', variables: [] },
        { kind: 'Flatten', path: ['items', '@'], node: { kind: 'Fetch', subgraph: 'b', variables: ['n'] } },
      ]);
      expect(node.nodes[1]).toMatchObject({ node: { requires: [{ kind: 'InlineFragment', typeCondition: 'Item' }] } });
    });

    it('plans over several supergraphs at the same time, and over each until it is closed', async () => {
      const [first, second] = [planners.load(asItIs(supergraph)), planners.load(asItIs(other))];
      const plans = await Promise.all([first.plan('{ items { id } }'), second.plan('{ word }')]);
      expect(plans.map(({ node }) => node?.kind === 'Fetch' && node.subgraph)).toEqual(['a', 'c']);
      first.close();
      await expect(first.plan('{ items { id } }')).rejects.toThrow('closed');
      expect(sizeOf((await second.plan('{ word }')).node).fetches).toBe(1);
    });

    it('makes one plan for equal operations that come while it is being made', async () => {
      const planner = planners.load(asItIs(supergraph));
      planned.length = 0;
      const operation = '{ items { id name } }';
      const plans = await Promise.all([1, 2, 3].map(() => planner.plan(operation)));
      expect(new Set(plans).size).toBe(1);
      expect(planned).toEqual([operation]);
    });

    it('goes on for those who wait when one who asked for the same has gone', async () => {
      const planner = planners.load(asItIs(supergraph));
      const gone = new AbortController();
      const [left, stayed] = [planner.plan('{ items { name } }', gone.signal), planner.plan('{ items { name } }')];
      gone.abort(new Error('gone'));
      await expect(left).rejects.toThrow('gone');
      expect(sizeOf((await stayed).node).fetches).toBe(2);
    });

    it('says what is wrong with a supergraph or an operation, and plans the next', async () => {
      await expect(planners.load(asItIs('type Query { no: Int }')).plan('{ no }')).rejects.toThrow();
      const planner = planners.load(asItIs(other));
      await expect(planner.plan('{ nothing }')).rejects.toThrow();
      expect(sizeOf((await planner.plan('{ word }')).node).fetches).toBe(1);
    });
  });
}

describePlanner('apollo', createApolloPlanner);
describePlanner('hive', createHivePlanner);

describe('what Hive’s planner cannot plan', () => {
  const sdl = compose({
    all: {
      typeDefs: `type Query { unused: Int } type Thing @key(fields: "id") @key(fields: "code")
        { id: ID! code: String! size: Int @shareable }`,
    },
    half: {
      typeDefs: `type Thing @key(fields: "id") { id: ID! size: Int @external things: [Thing] @provides(fields: "size")
        wide: String! @requires(fields: "size") }`,
    },
    start: { typeDefs: 'type Query { thing: Thing } type Thing @key(fields: "code") { code: String! }' },
  });
  const operation = '{ thing { wide size again: wide } }';

  it.each([
    [createApolloPlanner, 'planned'],
    [createHivePlanner, 'PlanningFailed'],
  ])('is a fault of its own, and is told as one (%o)', async (create, outcome) => {
    const planners = createPlanners(create(), patient);
    const planning = planners.load(asItIs(sdl)).plan(operation);
    expect(
      await planning.then(
        () => 'planned',
        (error: unknown) => (error instanceof Error ? error.name : error),
      ),
    ).toBe(outcome);
    await planners.close();
  });
});

describe('an operation that takes too long to plan', () => {
  const ends: (() => Promise<void>)[] = [];
  const load = (limits = patient) => {
    const planners = createPlanners(createApolloPlanner(), limits);
    ends.push(() => planners.close());
    return planners.load(asItIs(slowSupergraph()));
  };
  let served: ServedRouter | undefined;
  afterEach(async () => {
    await Promise.all(ends.splice(0).map((end) => end()));
    await served?.close();
    served = undefined;
  });

  it('leaves the event loop to the others, and is given up when nobody waits for it', async () => {
    const planner = load();
    const gone = new AbortController();
    const state = { settled: false };
    const slow = planner.plan(slowOperation, gone.signal).finally(() => {
      state.settled = true;
    });
    slow.catch(() => undefined);
    const next = planner.plan('{ word }');
    for (let turn = 0; turn < 1_000; turn++) await nextTurn();
    expect(state.settled).toBe(false);
    gone.abort(new Error('gone'));
    await expect(slow).rejects.toThrow('gone');
    // It would have to wait for the slow one otherwise, whose plan takes minutes.
    expect(sizeOf((await next).node).fetches).toBe(1);
  });

  it('is refused after its time, also when it is asked again, and others are planned', async () => {
    const planner = load({ ...patient, timeoutMs: 1_500 });
    const refused = { extensions: { code: 'OPERATION_LIMIT_EXCEEDED' } };
    await expect(planner.plan(slowOperation)).rejects.toMatchObject(refused);
    await expect(planner.plan(slowOperation)).rejects.toMatchObject(refused);
    expect(sizeOf((await planner.plan('{ word }')).node).fetches).toBe(1);
  });

  it('has those turned away for whom there is no room to wait', async () => {
    const planner = load({ ...patient, waitingMax: 1 });
    const gone = new AbortController();
    const both = [planner.plan(slowOperation, gone.signal), planner.plan('{ a: word }', gone.signal)];
    const settled = Promise.allSettled(both);
    await expect(planner.plan('{ word }')).rejects.toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } });
    gone.abort();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(sizeOf((await planner.plan('{ word }')).node).fetches).toBe(1);
  });

  it('is answered with 400 and a code, while requests that need no plan are answered', async () => {
    served = await serveRouter(slowSubgraphs, { planningLimits: { timeoutMs: 3_000 } });
    const { post } = served;
    const word = { query: '{ word }' };
    expect((await post(word)).status).toBe(200);
    const order: string[] = [];
    const slow = post({ query: slowOperation }).finally(() => order.push('slow'));
    for (let count = 0; count < 5; count++) expect((await post(word)).body).toEqual({ data: { word: 'w' } });
    order.push('others');
    const { status, body } = await slow;
    expect(status).toBe(400);
    expect(body.errors[0].extensions.code).toBe('OPERATION_LIMIT_EXCEEDED');
    expect(order).toEqual(['others', 'slow']);
  });
});

import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { createExecutor } from '@ruzlet/router/executor/executor';
import { loadSupergraph } from '@ruzlet/router/executor/supergraph';
import { inOrder } from './differential/answer.js';
import { deferSome, withoutDefer } from './differential/defer.js';
import { createDraw, type Draw } from './differential/draw.js';
import { errorPlaces } from './differential/error-places.js';
import { createMonolith } from './differential/monolith.js';
import { drawOperation, type Operation } from './differential/operation.js';
import { subgraphsOf } from './differential/ways.js';
import { drawWorld, type World } from './differential/world.js';
import { compose, planners } from './federation.js';
import { createPartsKept, merged, type Part } from './parts.js';
import { inProcess } from './serve.js';

/**
 * Random graphs, data and operations, with `@defer` in random places, and subgraphs that answer in random order: what a
 * client has when all parts have come is the answer without `@defer`.
 *
 * `RUZLET_DEFER_CASES` sets how many operations are compared, `RUZLET_DEFER_SEED` draws others.
 */
const cases = Number(process.env.RUZLET_DEFER_CASES ?? '80');
const seed = Number(process.env.RUZLET_DEFER_SEED ?? '20220824');
const operationsPerWorld = 20;

const counts = { operations: 0, inParts: 0, early: 0, failedFragments: 0 };

function open(world: World, draw: Draw) {
  const subgraphs = subgraphsOf(world);
  const supergraph = loadSupergraph(compose(subgraphs));
  const planner = planners.load(supergraph);
  let answered = 0;
  const transports = new Map(
    Object.entries(subgraphs).map(([name, subgraph]) => {
      const way = inProcess(subgraph);
      return [
        name,
        {
          ...way,
          async execute(operation: Parameters<typeof way.execute>[0]) {
            const answer = await way.execute(operation);
            for (let turns = draw.upTo(6); turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
            answered += 1;
            return answer;
          },
        },
      ];
    }),
  );
  const executor = createExecutor({ supergraph, planner, transports, operationsMax: 100 });
  const compile = ({ source }: Operation) => executor.compile({ source }, parse(source));
  const json = (value: unknown): any => JSON.parse(JSON.stringify(value));
  return {
    close: () => {
      planner.close();
    },
    async whole(operation: Operation): Promise<{ data?: any; errors?: any[] }> {
      const { variables } = operation;
      return json(await executor.execute(await compile(operation), { variables, headers: {} }));
    },
    /** @returns undefined when nothing is deferred after all. */
    async inParts(operation: Operation): Promise<{ parts: Part[]; isEarly: boolean } | undefined> {
      const { variables } = operation;
      const compiled = await compile(operation);
      if (!compiled.deferred?.isDeferred(variables)) return undefined;
      const { parts, writer } = createPartsKept();
      answered = 0;
      let atFirst = 0;
      const first: typeof writer.first = (result) => {
        atFirst = answered;
        writer.first(result);
      };
      const { signal } = new AbortController();
      const delivered = await executor.deliver(compiled, { variables, headers: {}, signal }, { ...writer, first });
      expect(delivered).toHaveProperty('whole');
      return { parts, isEarly: atFirst < answered };
    },
  };
}

function expectProtocol(parts: readonly Part[]): void {
  expect(parts[0]).toHaveProperty('data');
  expect(parts.map(({ hasNext }) => hasNext)).toEqual(parts.map((_, index) => index < parts.length - 1));
  parts.forEach((part, index) => {
    if (index > 0) expect(part.incremental?.length, 'a part that brings nothing').toBeGreaterThan(0);
    for (const { path, data, errors } of part.incremental ?? []) {
      // A fragment comes to an object that the client has, and one without data says why.
      let has: any = merged(JSON.parse(JSON.stringify(parts.slice(0, index + 1)))).data;
      for (const step of path) has = has?.[step];
      expect(typeof has === 'object' && has !== null, `nothing at ${path.join('.')}`).toBe(true);
      if (data === null) expect(errors?.length).toBeGreaterThan(0);
    }
  });
}

/** What a client has agrees with the answer as far as that goes: where that is null, something was deferred that failed. */
function agrees(has: any, answer: any): boolean {
  if (answer === null || has === answer) return true;
  if (typeof has !== 'object' || has === null || typeof answer !== 'object') return false;
  return Object.keys(has).every((key) => Object.hasOwn(answer, key) && agrees(has[key], answer[key]));
}

async function compare(world: World, ways: ReturnType<typeof open>, drawn: Operation, draw: Draw): Promise<void> {
  const deferred = deferSome(drawn, draw);
  const plain = withoutDefer(deferred);
  const fresh = () => (world.effects.length = 0);
  fresh();
  const expected = await ways.whole(plain);
  // Planning has its bounds, and says so.
  if (expected.errors?.[0]?.extensions?.code === 'OPERATION_LIMIT_EXCEEDED') return;
  fresh();
  const whole = await ways.whole(deferred);
  const report = (parts: readonly unknown[]) =>
    [plain.source, deferred.source, deferred.variables, expected, whole, ...parts]
      .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
      .join('\n');
  expect(inOrder(whole.data), report([])).toEqual(inOrder(expected.data));
  expect(errorPlaces(whole), report([])).toEqual(errorPlaces(expected));
  fresh();
  const delivered = await ways.inParts(deferred);
  counts.operations += 1;
  if (!delivered) return;
  counts.inParts += 1;
  const { parts } = delivered;
  if (delivered.isEarly) counts.early += 1;
  const failed = parts.some(({ incremental = [] }) => incremental.some(({ data }) => data === null));
  try {
    expectProtocol(parts);
    const all = merged(JSON.parse(JSON.stringify(parts)));
    if (failed) {
      counts.failedFragments += 1;
      expect(agrees(all.data, expected.data)).toBe(true);
    } else {
      expect(inOrder(all.data)).toEqual(inOrder(expected.data));
      expect(errorPlaces(all)).toEqual(errorPlaces(expected));
    }
  } catch (error) {
    throw new Error(`${report(parts)}\n${String(error)}`, { cause: error });
  }
}

it(
  'the parts of a deferred answer together are the answer',
  async () => {
    const details = await fc.check(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const draw = createDraw(gen);
        const world = drawWorld(draw);
        const monolith = createMonolith(world);
        const ways = open(world, draw);
        try {
          for (let index = 0; index < operationsPerWorld; index++) {
            const operation = drawOperation(monolith, draw);
            if (validate(monolith, parse(operation.source)).length > 0) continue;
            await compare(world, ways, operation, draw);
          }
        } finally {
          ways.close();
        }
      }),
      {
        numRuns: Math.ceil(cases / operationsPerWorld),
        seed,
        endOnFailure: process.env.RUZLET_DIFFERENTIAL_SHRINK !== '1',
      },
    );
    process.stdout.write(`deferred: ${JSON.stringify(counts)}\n`);
    if (details.failed) {
      const cause = details.errorInstance instanceof Error ? (details.errorInstance.stack ?? '') : '';
      throw new Error(`seed ${String(seed)}, path ${details.counterexamplePath ?? ''}\n${cause}`);
    }
    expect(counts.early).toBeGreaterThan(0);
  },
  60_000 + cases * 1_000,
);

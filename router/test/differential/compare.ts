import fc from 'fast-check';
import { execute, parse, validate, type GraphQLSchema } from 'graphql';
import { expect } from 'vitest';
import { inOrder, type Answer } from './answer.js';
import { createCoverage, type Coverage } from './coverage.js';
import { createDraw } from './draw.js';
import { errorPlaces } from './error-places.js';
import { createMonolith } from './monolith.js';
import { drawOperation, type Operation } from './operation.js';
import { subgraphSdl } from './sdl.js';
import type { Way } from './ways.js';
import { drawWorld, type World } from './world.js';

export interface Comparison {
  operations: number;
  coverage: Coverage;
}

const operationsPerWorld = 30;

/**
 * Draws graphs, data and operations, and holds the answers of all ways against those of one server.
 *
 * @param open the ways that are compared in a world.
 * @throws with seed, path and case when one differs; with `RUZLET_DIFFERENTIAL_SHRINK=1` the case is made smaller first.
 */
export async function compareWorlds(options: {
  seed: number;
  cases: number;
  open: (world: World, index: number) => Promise<Way[]>;
}): Promise<Comparison> {
  const { seed, cases, open } = options;
  const coverage = createCoverage();
  let operations = 0;
  let worlds = 0;
  const details = await fc.check(
    fc.asyncProperty(fc.gen(), async (gen) => {
      const draw = createDraw(gen);
      const world = drawWorld(draw);
      const monolith = createMonolith(world);
      const ways = await open(world, worlds++);
      try {
        for (let index = 0; index < operationsPerWorld; index++) {
          const operation = drawOperation(monolith, draw);
          // Two fields under one name that cannot be one: not what is tested here.
          if (validate(monolith, parse(operation.source)).length > 0) continue;
          operations += 1;
          await compareOperation(world, monolith, operation, ways, coverage);
        }
      } finally {
        await Promise.all(ways.map((way) => way.close()));
      }
    }),
    {
      numRuns: Math.ceil(cases / operationsPerWorld),
      seed,
      endOnFailure: process.env.RUZLET_DIFFERENTIAL_SHRINK !== '1',
    },
  );
  // fast-check would print every choice that led to the failure; seed, path and case are enough.
  if (details.failed) {
    const cause = details.errorInstance instanceof Error ? (details.errorInstance.stack ?? '') : '';
    throw new Error(`seed ${String(seed)}, path ${details.counterexamplePath ?? ''}\n${cause}`);
  }
  return { operations, coverage };
}

async function compareOperation(
  world: World,
  monolith: GraphQLSchema,
  operation: Operation,
  ways: readonly Way[],
  coverage: Coverage,
): Promise<void> {
  world.effects.length = 0;
  const document = parse(operation.source);
  const expected: Answer = JSON.parse(
    JSON.stringify(await execute({ schema: monolith, document, variableValues: operation.variables })),
  );
  const effects = [...world.effects];
  coverage.addOperation(world, monolith, document, expected);
  for (const way of ways) {
    world.effects.length = 0;
    const actual = await way.ask(operation);
    if (way.isOracle) {
      way.compare?.(expected, actual, [...world.effects], effects);
      continue;
    }
    coverage.addRequests(world, way.requests());
    // Planning has its bounds: refused with a word for it is not answered wrongly. How many are, the run bounds.
    if (actual.errors?.[0]?.extensions?.code === 'OPERATION_LIMIT_EXCEEDED') {
      coverage.refused += 1;
      continue;
    }
    const report = () => describeCase(world, operation, way.name, expected, actual);
    expect(inOrder(actual.data), report()).toEqual(inOrder(expected.data));
    expect(errorPlaces(actual), report()).toEqual(errorPlaces(expected));
    expect(world.effects, report()).toEqual(effects);
  }
}

function describeCase(world: World, operation: Operation, way: string, expected: Answer, actual: Answer): string {
  const subgraphs = Array.from(
    { length: world.subgraphs },
    (_, index) => `# s${String(index)}\n${subgraphSdl(world, index)}`,
  );
  return [
    `${way}, data seed ${String(world.seed)}`,
    ...subgraphs,
    operation.source,
    JSON.stringify(operation.variables),
    `expected ${JSON.stringify(expected)}`,
    `actual   ${JSON.stringify(actual)}`,
  ].join('\n');
}

import fc from 'fast-check';
import { execute, parse, validate } from 'graphql';
import type { Planners } from '@ruzlet/router/planner/planner';
import { resolversOf } from '../../router/test/differential/data.js';
import { createDraw } from '../../router/test/differential/draw.js';
import { errorPlaces } from '../../router/test/differential/error-places.js';
import { createMonolith } from '../../router/test/differential/monolith.js';
import { drawOperation } from '../../router/test/differential/operation.js';
import { subgraphSdl } from '../../router/test/differential/sdl.js';
import { drawWorld } from '../../router/test/differential/world.js';
import { createFederation } from '../../router/test/federation.js';
import { measured, type Tally } from './tally.js';

const operationsPerWorld = 12;

/** Random operations over random graphs, answered with each planner's plans and by one server that has everything. */
export async function compareRandom(
  planners: { planners: Planners; tally: Tally }[],
  { seed, worlds }: { seed: number; worlds: number },
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (gen) => {
      const draw = createDraw(gen);
      const world = drawWorld(draw);
      const monolith = createMonolith(world);
      const subgraphs = Object.fromEntries(
        Array.from({ length: world.subgraphs }, (_, index) => [
          `s${String(index)}`,
          { typeDefs: subgraphSdl(world, index), resolvers: resolversOf(world, index) },
        ]),
      );
      const federations = planners.map(({ planners: by, tally }) => ({
        tally,
        graph: createFederation(subgraphs, {}, measured(by, tally)),
      }));
      for (let index = 0; index < operationsPerWorld; index++) {
        const { source, variables } = drawOperation(monolith, draw);
        const document = parse(source);
        if (validate(monolith, document).length > 0) continue;
        const expected = JSON.parse(
          JSON.stringify(await execute({ schema: monolith, document, variableValues: variables })),
        ) as { data: unknown };
        for (const { tally, graph } of federations) {
          tally.operations += 1;
          try {
            const actual = await graph.query(source, variables);
            const same =
              sorted(actual.data) === sorted(expected.data) &&
              errorPlaces(actual).join() === errorPlaces(expected).join();
            if (!same) tally.wrong.push({ source, expected, actual });
          } catch (error) {
            tally.unplanned.push({ source, message: error instanceof Error ? error.message : String(error) });
          }
        }
      }
      for (const { graph } of federations) graph.planner.close();
    }),
    { seed, numRuns: worlds, endOnFailure: true },
  );
}

/** Text that does not depend on the order of names. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

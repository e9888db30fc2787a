import { createFederation, planners, type TestSubgraph } from '../federation.js';
import { readOverrideLabels } from '@ruzlet/router/planner/override-labels';
import type { Answer } from './answer.js';
import { resolversOf } from './data.js';
import type { Operation } from './operation.js';
import { subgraphSdl } from './sdl.js';
import type { World } from './world.js';

/** Something that answers operations of a world. */
export interface Way {
  name: string;
  ask(operation: Operation): Promise<Answer>;
  /** What subgraphs were sent since the last time, where that is known. */
  requests(): { subgraph: string; variables?: Record<string, unknown> | undefined }[];
  /** True for a router that is not ours: it is counted where it differs. */
  isOracle?: boolean;
  compare?: (expected: Answer, actual: Answer, did: string[], should: string[]) => void;
  close(): Promise<void>;
}

export function subgraphsOf(world: World): Record<string, TestSubgraph> {
  return Object.fromEntries(
    Array.from({ length: world.subgraphs }, (_, index) => [
      `s${String(index)}`,
      { typeDefs: subgraphSdl(world, index), resolvers: resolversOf(world, index) },
    ]),
  );
}

/**
 * The executor with graphql-js for subgraphs: with every field where it was, and with every field where an `@override` takes
 * it. Over HTTP, each request is decided by itself.
 */
export function openInProcess(world: World, supergraphSdl: string): Way[] {
  const graph = createFederation(subgraphsOf(world), {}, planners, supergraphSdl);
  const { percentages } = readOverrideLabels(supergraphSdl);
  const way = (name: string, labels: readonly string[]): Way => ({
    name,
    ask: ({ source, variables }) => graph.query(source, variables, labels),
    requests: () => graph.requests.splice(0),
    close: () => Promise.resolve(),
  });
  const takenOver = way(
    'in process, labels hold',
    percentages.map(({ label }) => label),
  );
  const close = (): Promise<void> => {
    graph.planner.close();
    return Promise.resolve();
  };
  return [way('in process, no label holds', []), { ...takenOver, close }];
}

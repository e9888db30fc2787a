import type { FetchNode } from '../planner/plan.js';
import type { SubgraphAnswer } from '../transport.js';
import { compileContextArguments } from './context-arguments.js';
import type { Fault, FaultTree } from './faults.js';
import { isDataObject, mergeInto, type DataObject } from './merge.js';
import { objectsAt, placesAt, type PlanPath } from './places.js';
import type { Execution, Step } from './execution.js';
import { compileRepresentation } from './representations.js';
import { compileRewrites, renamePath } from './rewrites.js';
import type { LoadedSupergraph } from './supergraph.js';

/** One call of a subgraph, whose answer is merged into the objects at `path`. */
export function compileFetch(node: FetchNode, path: PlanPath, supergraph: LoadedSupergraph): Step {
  return node.requires ? compileEntityFetch(node, path, supergraph) : compileRootFetch(node, path, supergraph);
}

function compileRootFetch(node: FetchNode, path: PlanPath, { isObject, satisfies }: LoadedSupergraph): Step {
  const rewrite = compileRewrites(node.outputRewrites, satisfies);

  return async (execution) => {
    const targets = objectsAt(execution.data, path);
    if (targets.length === 0) return;
    const answer = await call(execution, node, pickVariables(execution, node));
    if (answer.data) {
      rewrite?.(answer.data);
      for (const target of targets) mergeInto(target, answer.data, isObject);
    }
    if (!answer.faults) return;
    const places = placesAt(execution.data, path);
    for (const { fault, path: faultPath } of answer.faults) {
      for (const place of places) {
        const at = execution.faults.at([...place, ...renamePath(faultPath, node.outputRewrites)]);
        if (faultPath.length > 0) at.faults.push(fault);
        if (faultPath.length === 0 || !answer.data) execution.faults.at(place).lost ??= fault;
      }
    }
  };
}

function compileEntityFetch(node: FetchNode, path: PlanPath, { isObject, satisfies }: LoadedSupergraph): Step {
  const represent = compileRepresentation(node.requires ?? [], satisfies);
  const rewriteInput = compileRewrites(node.inputRewrites, satisfies);
  const rewriteOutput = compileRewrites(node.outputRewrites, satisfies);
  const fromContext = compileContextArguments(node.contextRewrites, satisfies);

  async function fetchInto(
    execution: Execution,
    targets: readonly DataObject[],
    placesOfTargets: () => (string | number)[][],
    context?: Record<string, unknown>,
  ): Promise<void> {
    const { representations, indexOf } = representAll(targets, represent, rewriteInput);
    if (representations.length === 0) return;

    const answer = await call(execution, node, { ...pickVariables(execution, node), ...context, representations });
    const received = entitiesOf(answer, representations.length);
    received.entities?.forEach((entity) => {
      rewriteOutput?.(entity);
    });
    targets.forEach((target, position) => {
      const entity = received.entities?.[indexOf[position] ?? -1];
      if (isDataObject(entity)) mergeInto(target, entity, isObject);
    });
    if (!received.faults) return;
    const places = placesOfTargets();
    for (const { fault, path: faultPath } of received.faults) {
      const [, index, ...inEntity] = faultPath;
      places.forEach((place, position) => {
        const mine = indexOf[position];
        if (mine === undefined || mine < 0 || (typeof index === 'number' && index !== mine)) return;
        markEntity(
          execution.faults,
          place,
          renamePath(inEntity, node.outputRewrites),
          fault,
          received.entities?.[mine],
        );
      });
    }
  }

  if (!fromContext) {
    return (execution) => fetchInto(execution, objectsAt(execution.data, path), () => placesAt(execution.data, path));
  }
  // Entities that take other values from their contexts are asked for apart: a variable has one value in a request.
  return async (execution) => {
    const targets = objectsAt(execution.data, path);
    const groups = new Map<string, { context: Record<string, unknown>; targets: DataObject[]; places: Place[] }>();
    placesAt(execution.data, path).forEach((place, position) => {
      const context = fromContext(execution.data, place);
      const key = JSON.stringify(context);
      const group = groups.get(key) ?? { context, targets: [], places: [] };
      const target = targets[position];
      if (target) group.targets.push(target);
      group.places.push(place);
      groups.set(key, group);
    });
    await Promise.all(
      [...groups.values()].map(({ context, targets, places }) => fetchInto(execution, targets, () => places, context)),
    );
  };
}

type Place = (string | number)[];

function markEntity(
  faults: FaultTree,
  place: (string | number)[],
  inEntity: (string | number)[],
  fault: Fault,
  entity: unknown,
): void {
  if (inEntity.length > 0) faults.at([...place, ...inEntity]).faults.push(fault);
  // The other fields of an entity that became null through this one are lost with it.
  if (inEntity.length === 0 || !isDataObject(entity)) faults.at(place).lost ??= fault;
}

/**
 * What identifies the objects, each key once however often it occurs.
 *
 * @returns for each object the index of its representation, -1 when it has none: what it needs is missing.
 */
function representAll(
  objects: readonly DataObject[],
  represent: (object: DataObject) => DataObject | undefined,
  rewrite: ((value: unknown) => void) | undefined,
): { representations: DataObject[]; indexOf: number[] } {
  const representations: DataObject[] = [];
  const known = new Map<string, number>();
  const indexOf = objects.map((object) => {
    const representation = represent(object);
    if (!representation) return -1;
    rewrite?.(representation);
    const text = JSON.stringify(representation);
    let index = known.get(text);
    if (index === undefined) {
      index = representations.push(representation) - 1;
      known.set(text, index);
    }
    return index;
  });
  return { representations, indexOf };
}

interface Received {
  data: DataObject | null;
  faults: { fault: Fault; path: (string | number)[] }[] | undefined;
}

async function call(execution: Execution, node: FetchNode, variables: Record<string, unknown>): Promise<Received> {
  try {
    return toReceived(await execution.call(node.subgraph, node.operation, variables));
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : 'The subgraph could not be asked.';
    return { data: null, faults: [{ fault: { message, cause }, path: [] }] };
  }
}

function toReceived(answer: SubgraphAnswer): Received {
  const faults = answer.errors?.map(({ message, path = [], extensions }) => ({ fault: { message, extensions }, path }));
  return { data: answer.data ?? null, faults: faults?.length ? faults : undefined };
}

/** The `_entities` of an answer; an answer of the wrong shape counts as a fault of the whole fetch. */
function entitiesOf(answer: Received, count: number): Pick<Received, 'faults'> & { entities: unknown[] | undefined } {
  const entities = answer.data?._entities;
  if (Array.isArray(entities) && entities.length === count) return { entities, faults: answer.faults };
  const fault = { message: `The subgraph did not answer with ${String(count)} entities.` };
  return { entities: undefined, faults: answer.faults ?? [{ fault, path: [] }] };
}

function pickVariables(execution: Execution, node: FetchNode): Record<string, unknown> {
  const variables: Record<string, unknown> = {};
  for (const name of node.variables) {
    const value = execution.variables[name];
    if (value !== undefined) variables[name] = value;
  }
  return variables;
}

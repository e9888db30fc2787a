import type { Rewrite, RewriteStep } from '../planner/plan.js';
import { isDataObject, type DataObject } from './merge.js';

/** Values of arguments that come from an object further up (`@fromContext`), by the name of their variable. */
export type ContextArguments = (root: DataObject, place: readonly (string | number)[]) => Record<string, unknown>;

const up = '..';

/**
 * How a fetch finds the arguments that its fields take from the context.
 *
 * @returns undefined when they take none.
 */
export function compileContextArguments(
  rewrites: readonly Rewrite[] | undefined,
  satisfies: (typename: string, condition: string) => boolean,
): ContextArguments | undefined {
  const sources = (rewrites ?? []).flatMap((rewrite) => {
    if (rewrite.kind !== 'KeyRenamer') return [];
    const levels = rewrite.path.filter((step) => step === up).length;
    return [{ variable: rewrite.name, levels, path: rewrite.path.slice(levels) }];
  });
  if (sources.length === 0) return undefined;

  function read(value: unknown, path: readonly RewriteStep[]): unknown {
    const [step, ...rest] = path;
    if (step === undefined || value === null || value === undefined) return value;
    if (Array.isArray(value)) return value.map((item: unknown) => read(item, path));
    if (!isDataObject(value)) return undefined;
    if (typeof step === 'string') return read(value[step], rest);
    const { __typename: typename } = value;
    const holds = typeof typename !== 'string' || step.types.some((type) => satisfies(typename, type));
    return holds ? read(value, rest) : undefined;
  }

  return (root, place) => {
    const objects = objectsOnTheWay(root, place);
    const found: Record<string, unknown> = {};
    for (const { variable, levels, path } of sources) {
      const value = read(objects[objects.length - 1 - levels], path);
      if (value !== undefined) found[variable] = value;
    }
    return found;
  };
}

/** The objects from the root to the place, both with it; lists between them do not count. */
function objectsOnTheWay(root: DataObject, place: readonly (string | number)[]): DataObject[] {
  const objects = [root];
  let value: unknown = root;
  for (const step of place) {
    if (Array.isArray(value)) value = typeof step === 'number' ? value[step] : undefined;
    else value = isDataObject(value) ? value[step] : undefined;
    if (isDataObject(value)) objects.push(value);
  }
  return objects;
}

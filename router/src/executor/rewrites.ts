import type { Rewrite, RewriteStep } from '../planner/plan.js';
import { isDataObject, type DataObject } from './merge.js';

type Apply = (value: unknown) => void;

/**
 * The rewrites that a plan asks for on what is sent to or received from a subgraph, as one function.
 *
 * @returns undefined when there are none.
 */
export function compileRewrites(
  rewrites: readonly Rewrite[] | undefined,
  satisfies: (typename: string, condition: string) => boolean,
): Apply | undefined {
  if (!rewrites?.length) return undefined;
  const compiled = rewrites.map((rewrite) => compileAt(rewrite.path, setter(rewrite), satisfies));
  return (value) => {
    for (const apply of compiled) apply(value);
  };
}

function setter(rewrite: Rewrite): (object: DataObject, field: string) => void {
  if (rewrite.kind === 'ValueSetter') {
    const { value } = rewrite;
    return (object, field) => {
      object[field] = value;
    };
  }
  const { name } = rewrite;
  return (object, field) => {
    const value = object[field];
    // Renamed whatever the value: 0, false, "" and null are values too.
    if (value === undefined) return;
    object[name] = value;
    object[field] = undefined;
  };
}

function compileAt(
  path: readonly RewriteStep[],
  set: (object: DataObject, field: string) => void,
  satisfies: (typename: string, condition: string) => boolean,
): Apply {
  const [step = '', ...rest] = path;
  let apply: (object: DataObject) => void;
  if (typeof step !== 'string') {
    const { types } = step;
    const inner = compileAt(rest, set, satisfies);
    apply = (object) => {
      const typename = object.__typename;
      if (typeof typename !== 'string' || types.some((type) => satisfies(typename, type))) inner(object);
    };
  } else if (rest.length === 0) {
    apply = (object) => {
      set(object, step);
    };
  } else {
    const inner = compileAt(rest, set, satisfies);
    apply = (object) => {
      inner(object[step]);
    };
  }
  const run: Apply = (value) => {
    if (Array.isArray(value)) for (const item of value) run(item);
    else if (isDataObject(value)) apply(value);
  };
  return run;
}

/** How the output rewrites rename the fields on the way to `path`, so that errors are found where their data is. */
export function renamePath(
  path: readonly (string | number)[],
  rewrites: readonly Rewrite[] | undefined,
): (string | number)[] {
  const renamed = [...path];
  for (const rewrite of rewrites ?? []) {
    if (rewrite.kind !== 'KeyRenamer') continue;
    const wanted = rewrite.path.filter((step) => typeof step === 'string');
    const places = path.flatMap((step, place) => (typeof step === 'string' ? [place] : []));
    if (wanted.every((step, index) => path[places[index] ?? -1] === step)) {
      const last = places[wanted.length - 1];
      if (last !== undefined) renamed[last] = rewrite.name;
    }
  }
  return renamed;
}

import type { FetchDataRewrite } from '@apollo/query-planner';
import { isDataObject, type DataObject } from './merge.js';

type Rewrite = (value: unknown) => void;

const fragment = '... on ';

/**
 * The rewrites that a plan asks for on what is sent to or received from a subgraph, as one function.
 *
 * @returns undefined when there are none.
 */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  satisfies: (typename: string, condition: string) => boolean,
): Rewrite | undefined {
  if (!rewrites?.length) return undefined;
  const compiled = rewrites.map((rewrite) => compileAt(rewrite.path, setter(rewrite), satisfies));
  return (value) => {
    for (const apply of compiled) apply(value);
  };
}

function setter(rewrite: FetchDataRewrite): (object: DataObject, field: string) => void {
  if (rewrite.kind === 'ValueSetter') {
    const value: unknown = rewrite.setValueTo;
    return (object, field) => {
      object[field] = value;
    };
  }
  const { renameKeyTo } = rewrite;
  return (object, field) => {
    const value = object[field];
    // Renamed whatever the value: 0, false, "" and null are values too.
    if (value === undefined) return;
    object[renameKeyTo] = value;
    object[field] = undefined;
  };
}

function compileAt(
  path: readonly string[],
  set: (object: DataObject, field: string) => void,
  satisfies: (typename: string, condition: string) => boolean,
): Rewrite {
  const [step = '', ...rest] = path;
  let apply: (object: DataObject) => void;
  if (step.startsWith(fragment)) {
    const condition = step.slice(fragment.length);
    const inner = compileAt(rest, set, satisfies);
    apply = (object) => {
      const typename = object.__typename;
      if (typeof typename !== 'string' || satisfies(typename, condition)) inner(object);
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
  const run: Rewrite = (value) => {
    if (Array.isArray(value)) for (const item of value) run(item);
    else if (isDataObject(value)) apply(value);
  };
  return run;
}

/** How the output rewrites rename the fields on the way to `path`, so that errors are found where their data is. */
export function renamePath(
  path: readonly (string | number)[],
  rewrites: readonly FetchDataRewrite[] | undefined,
): (string | number)[] {
  const renamed = [...path];
  for (const rewrite of rewrites ?? []) {
    if (rewrite.kind !== 'KeyRenamer') continue;
    const wanted = rewrite.path.filter((step) => !step.startsWith(fragment));
    const places = path.flatMap((step, place) => (typeof step === 'string' ? [place] : []));
    if (wanted.every((step, index) => path[places[index] ?? -1] === step)) {
      const last = places[wanted.length - 1];
      if (last !== undefined) renamed[last] = rewrite.renameKeyTo;
    }
  }
  return renamed;
}

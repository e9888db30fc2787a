import type { RequiredSelection } from '../planner/plan.js';
import { isDataObject, type DataObject } from './merge.js';

/** Builds what a subgraph needs to know of an object; undefined when something of it is missing. */
export type Represent = (object: DataObject) => DataObject | undefined;

type Copy = (from: DataObject, to: DataObject) => boolean;

export function compileRepresentation(
  requires: readonly RequiredSelection[],
  satisfies: (typename: string, condition: string) => boolean,
): Represent {
  const copy = compileSelections(requires, satisfies);
  return (object) => {
    const representation: DataObject = {};
    const whole = copy(object, representation);
    return whole && typeof representation.__typename === 'string' ? representation : undefined;
  };
}

function compileSelections(
  selections: readonly RequiredSelection[],
  satisfies: (typename: string, condition: string) => boolean,
): Copy {
  const copies = selections.map((selection): Copy => {
    if (selection.kind === 'Field') {
      const name = selection.responseName;
      const inner = selection.selections ? compileSelections(selection.selections, satisfies) : undefined;
      return (from, to) => {
        const value = copyValue(from[name], inner, to[name]);
        if (value === undefined) return false;
        to[name] = value;
        return true;
      };
    }
    const inner = compileSelections(selection.selections, satisfies);
    const condition = selection.typeCondition;
    if (condition === undefined) return inner;
    return (from, to) => {
      const typename = from.__typename;
      return typeof typename !== 'string' || !satisfies(typename, condition) || inner(from, to);
    };
  });
  return (from, to) => copies.every((copy) => copy(from, to));
}

/** @returns undefined when the value, or something in it, is missing. */
function copyValue(value: unknown, inner: Copy | undefined, known: unknown): unknown {
  if (value === undefined || value === null || !inner) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const [index, item] of value.entries()) {
      const copied = copyValue(item, inner, Array.isArray(known) ? known[index] : undefined);
      if (copied === undefined) return undefined;
      items.push(copied);
    }
    return items;
  }
  if (!isDataObject(value)) return value;
  // Two selections of one field add up.
  const copied = isDataObject(known) ? known : {};
  return inner(value, copied) ? copied : undefined;
}

import type { PathStep } from '../planner/plan.js';
import { isDataObject, type DataObject } from './merge.js';

/** Where plans point. */
export type PlanPath = readonly PathStep[];

/** The objects at a path of the merged data, in order; what is null or missing is left out. */
export function objectsAt(root: DataObject, path: PlanPath): DataObject[] {
  let found: unknown[] = [root];
  for (const step of path) {
    const next: unknown[] = [];
    for (const value of found) {
      if (step === '@') {
        if (Array.isArray(value)) addItems(value, next);
      } else if (typeof step !== 'string') {
        if (isOf(value, step.types)) next.push(value);
      } else if (isDataObject(value)) next.push(value[step]);
    }
    found = next;
  }
  return found.filter(isDataObject);
}

/** The places of the objects that `objectsAt` finds, in the same order. Only errors need them. */
export function placesAt(root: DataObject, path: PlanPath): (string | number)[][] {
  let found: { value: unknown; place: (string | number)[] }[] = [{ value: root, place: [] }];
  for (const step of path) {
    found = found.flatMap(({ value, place }) => {
      if (step === '@') {
        return Array.isArray(value) ? itemsAt(value, place) : [];
      }
      if (typeof step !== 'string') return isOf(value, step.types) ? [{ value, place }] : [];
      return isDataObject(value) ? [{ value: value[step], place: [...place, step] }] : [];
    });
  }
  return found.filter(({ value }) => isDataObject(value)).map(({ place }) => place);
}

/** True also for an object that does not say its type. */
function isOf(value: unknown, types: readonly string[]): boolean {
  if (!isDataObject(value)) return false;
  const { __typename } = value;
  return typeof __typename !== 'string' || types.includes(__typename);
}

function addItems(list: readonly unknown[], to: unknown[]): void {
  for (const item of list) {
    if (Array.isArray(item)) addItems(item, to);
    else to.push(item);
  }
}

function itemsAt(
  list: readonly unknown[],
  place: (string | number)[],
): { value: unknown; place: (string | number)[] }[] {
  return list.flatMap((value, index) =>
    Array.isArray(value) ? itemsAt(value, [...place, index]) : [{ value, place: [...place, index] }],
  );
}

import { isDataObject, type DataObject } from './merge.js';

/** Where plans point: field names, and `@` for every item of a list. */
export type PlanPath = readonly (string | number)[];

/** The objects at a path of the merged data, in order; what is null or missing is left out. */
export function objectsAt(root: DataObject, path: PlanPath): DataObject[] {
  let found: unknown[] = [root];
  for (const step of path) {
    const next: unknown[] = [];
    for (const value of found) {
      if (step === '@') {
        if (Array.isArray(value)) for (const item of value) next.push(item);
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
        return Array.isArray(value)
          ? value.map((item: unknown, index) => ({ value: item, place: [...place, index] }))
          : [];
      }
      return isDataObject(value) ? [{ value: value[step], place: [...place, step] }] : [];
    });
  }
  return found.filter(({ value }) => isDataObject(value)).map(({ place }) => place);
}

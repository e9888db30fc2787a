import { writeField } from '@ruzlet/platform/execution/write-field';
import type { Path } from './faults.js';
import { isDataObject, type DataObject } from './merge.js';

/** What a client has of an answer that is delivered in parts. Nothing of it is ever taken back. */

/** The value at a path; undefined when nothing is there, null when it or something on the way is null. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (value === null) return null;
    if (Array.isArray(value)) value = typeof step === 'number' ? value[step] : undefined;
    else value = isDataObject(value) && Object.hasOwn(value, String(step)) ? value[String(step)] : undefined;
  }
  return value;
}

/** False when something would become null that the client has already. */
export function fits(has: unknown, comes: unknown): boolean {
  // The same, or there is nothing for it to be added to.
  if (has === comes || has === undefined || has === null) return true;
  if (comes === null) return false;
  if (Array.isArray(has)) {
    const items: readonly unknown[] = has;
    return Array.isArray(comes) && items.every((item, index) => fits(item, comes[index]));
  }
  if (!isDataObject(has) || !isDataObject(comes)) return true;
  return Object.keys(comes).every((name) => !Object.hasOwn(has, name) || fits(has[name], comes[name]));
}

/** Adds what comes to what the client has. What is null there is made null in what comes. @param comes fits. */
export function add(has: DataObject, comes: DataObject): void {
  for (const name of Object.keys(comes)) {
    if (!Object.hasOwn(has, name)) writeField(has, name, comes[name]);
    else if (has[name] === null) writeField(comes, name, null);
    else addValue(has[name], comes[name]);
  }
}

function addValue(has: unknown, comes: unknown): void {
  if (has === comes) return;
  if (isDataObject(has) && isDataObject(comes)) add(has, comes);
  if (!Array.isArray(has) || !Array.isArray(comes)) return;
  for (const [index, item] of has.entries()) {
    if (item === null) comes[index] = null;
    else addValue(item, comes[index]);
  }
}

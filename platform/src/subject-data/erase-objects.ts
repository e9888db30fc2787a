import type { ObjectStore } from '../objects/objects.js';

/** Keys of one step (count). */
const stepKeysMax = 500;

/** Deletes every object below a prefix. @returns how many there were. */
export async function deleteObjectsBelow(
  objects: Pick<ObjectStore, 'list' | 'delete'>,
  prefix: string,
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const keys = await objects.list(prefix, stepKeysMax);
    await objects.delete(keys);
    deleted += keys.length;
    if (keys.length < stepKeysMax) return deleted;
  }
}

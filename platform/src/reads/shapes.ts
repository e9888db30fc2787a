import DataLoader from 'dataloader';
import type { Read } from './gather.js';

/** Reads of the usual shapes, and the loaders of a request over them. */

/** Keys that a loader asks one read for (count); more are read in several. */
const keysMax = 1_000;

export const idKey = (id: string): string => id;

/** One value for each key: what `find` gives for it, or `absent`. */
export function values<K, R, V>(
  find: (keys: readonly K[]) => Promise<Iterable<R>>,
  options: { keyOf: (key: K) => string; rowKey: (row: R) => string; value: (row: R) => V; absent: V },
): (keys: readonly K[]) => Promise<V[]> {
  return async (keys) => {
    const found = new Map(Array.from(await find(keys), (row) => [options.rowKey(row), options.value(row)]));
    return keys.map((key) => found.get(options.keyOf(key)) ?? options.absent);
  };
}

/** The row of each key; null when there is none. */
export function rowsOrNull<K, R>(
  find: (keys: readonly K[]) => Promise<Iterable<R>>,
  options: { keyOf: (key: K) => string; rowKey: (row: R) => string },
): (keys: readonly K[]) => Promise<(R | null)[]> {
  return values<K, R, R | null>(find, { ...options, value: (row) => row, absent: null });
}

/** The row with an id; null when there is none. */
export function rows<R extends { id: string }>(find: (ids: readonly string[]) => Promise<R[]>) {
  return rowsOrNull(find, { keyOf: idKey, rowKey: ({ id }) => id });
}

/** The rows that belong to a key. */
export function lists<K, R>(
  find: (keys: readonly K[]) => Promise<R[]>,
  options: { keyOf: (key: K) => string; rowKey: (row: R) => string },
): (keys: readonly K[]) => Promise<R[][]> {
  return async (keys) => {
    const found = new Map<string, R[]>(keys.map((key) => [options.keyOf(key), []]));
    for (const row of await find(keys)) found.get(options.rowKey(row))?.push(row);
    return keys.map((key) => found.get(options.keyOf(key)) ?? []);
  };
}

/** Remembers what one request has read. */
export function loader<K, V>(read: Read<K, V>, keyOf: (key: K) => string): DataLoader<K, V, string> {
  return new DataLoader<K, V, string>(read, { cacheKeyFn: keyOf, maxBatchSize: keysMax });
}

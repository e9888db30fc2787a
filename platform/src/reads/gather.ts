import DataLoader from 'dataloader';

/** Reads the values of many keys, in the order of the keys. */
export type Read<K, V> = (keys: readonly K[]) => Promise<readonly (V | Error)[]>;

/**
 * How the reads of many requests meet.
 *
 * @param keyOf equal for keys that have the same value whoever asks: what depends on a viewer has the viewer in its key.
 */
export type Gather = <K, V>(read: Read<K, V>, keyOf: (key: K) => string) => Read<K, V>;

/** Keys that one read is asked for at most (count). */
const keysMax = 1_000;

/** Every request reads for itself. */
export const apart: Gather = (read) => read;

/**
 * Requests that ask in the same turn of the event loop read together, each key once: an event reaches all who watch in one
 * turn. Nothing is remembered: whoever asks gets what is read after they asked.
 */
export const together: Gather = <K, V>(read: Read<K, V>, keyOf: (key: K) => string): Read<K, V> => {
  const loader = new DataLoader<K, V, string>(
    (keys) => {
      // From here on, who asks for the same is too late for this read.
      loader.clearAll();
      return read(keys);
    },
    { cacheKeyFn: keyOf, maxBatchSize: keysMax },
  );
  return (keys) => loader.loadMany(keys);
};

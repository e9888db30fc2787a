import DataLoader from 'dataloader';

/** Keys of one query at most (count); they travel in the query's parameters. */
export const loaderKeysMax = 500;

/**
 * A per-request loader for keys that consist of an id and of arguments that many ids share, such as a range of days: one
 * query for each set of arguments, however many ids. A list of twenty decks asks ClickHouse once.
 *
 * @param argumentsOf what the keys of one query have in common, as text.
 * @param load the values by id; ids without one get `missing`.
 */
export function createGroupedLoader<Key extends { id: string }, Value>(options: {
  argumentsOf: (key: Key) => string;
  load: (ids: string[], sample: Key, keys: Key[]) => Promise<Map<string, Value>>;
  missing: Value;
}): DataLoader<Key, Value, string> {
  const { argumentsOf, load, missing } = options;
  return new DataLoader<Key, Value, string>(
    async (keys) => {
      const groups = new Map<string, Key[]>();
      for (const key of keys) {
        const group = groups.get(argumentsOf(key));
        if (group) group.push(key);
        else groups.set(argumentsOf(key), [key]);
      }
      const values = new Map<string, Map<string, Value>>();
      await Promise.all(
        Array.from(groups, async ([shared, group]) => {
          const [sample] = group;
          if (sample)
            values.set(
              shared,
              await load(
                group.map(({ id }) => id),
                sample,
                group,
              ),
            );
        }),
      );
      return keys.map((key) => values.get(argumentsOf(key))?.get(key.id) ?? missing);
    },
    { cacheKeyFn: (key) => `${argumentsOf(key)} ${key.id}`, maxBatchSize: loaderKeysMax },
  );
}

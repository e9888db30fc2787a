/** What a mapping may give instead of a value: leave this item out, or end the stream. */
export const skipItem = Symbol('skip');
export const endStream = Symbol('end');

/**
 * A stream of another one's items, mapped. Unlike a generator it can be returned while it waits for the next item, and
 * passes that on at once: whoever listens for events that may never come has to be able to leave.
 */
export function mapStream<A, B>(
  source: AsyncIterable<A>,
  map: (item: A) => Promise<B | typeof skipItem | typeof endStream>,
): AsyncIterableIterator<B> {
  const iterator = source[Symbol.asyncIterator]();
  const done = { done: true, value: undefined } as const;

  async function leave(): Promise<IteratorReturnResult<undefined>> {
    await iterator.return?.();
    return done;
  }

  return {
    async next() {
      for (;;) {
        const { done: ended, value } = await iterator.next();
        if (ended === true) return done;
        let mapped: B | typeof skipItem | typeof endStream;
        try {
          mapped = await map(value);
        } catch (error) {
          await leave();
          throw error;
        }
        if (mapped === endStream) return leave();
        if (mapped !== skipItem) return { done: false, value: mapped };
      }
    },
    return: leave,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

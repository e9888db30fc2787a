import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cardsPerMutationMax, sortKeyGap } from '../../src/domain/deck.js';
import { sortKeyMax, sortKeysBetween } from '../../src/domain/sort-keys.js';

const key = fc.option(fc.integer({ min: -sortKeyMax, max: sortKeyMax }));

it('puts distinct keys in order between the neighbours, or says that there is no room', () => {
  fc.assert(
    fc.property(key, key, fc.integer({ min: 1, max: cardsPerMutationMax }), (before, after, count) => {
      fc.pre(before === null || after === null || before < after);
      const keys = sortKeysBetween(before, after, count);
      if (!keys) return;
      const all = [...(before === null ? [] : [before]), ...keys, ...(after === null ? [] : [after])];
      expect(keys).toHaveLength(count);
      for (const [index, value] of all.entries()) {
        expect(Math.abs(value)).toBeLessThanOrEqual(sortKeyMax);
        if (index > 0) expect(value).toBeGreaterThan(all[index - 1] ?? -Infinity);
      }
    }),
  );
});

it('has room for the cards of any mutation in a gap of a deck that was numbered anew', () => {
  expect(sortKeysBetween(sortKeyGap, 2 * sortKeyGap, cardsPerMutationMax)).toHaveLength(cardsPerMutationMax);
});

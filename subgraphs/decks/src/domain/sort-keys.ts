import { sortKeyGap } from './deck.js';

/** Postgres' integer ends a little above. */
export const sortKeyMax = 2_000_000_000;

/**
 * Sort keys for `count` cards that go between two neighbours, spread evenly.
 *
 * @param before key of the card before, null at the beginning.
 * @param after key of the card after, null at the end.
 * @returns undefined when there is no room: then the deck has to be numbered anew.
 */
export function sortKeysBetween(before: number | null, after: number | null, count: number): number[] | undefined {
  if (after === null) {
    const start = before ?? 0;
    const end = start + count * sortKeyGap;
    return end > sortKeyMax ? undefined : Array.from({ length: count }, (_, index) => start + (index + 1) * sortKeyGap);
  }
  const low = before ?? after - (count + 1) * sortKeyGap;
  if (low < -sortKeyMax) return undefined;
  const step = Math.floor((after - low) / (count + 1));
  return step < 1 ? undefined : Array.from({ length: count }, (_, index) => low + (index + 1) * step);
}

/** How a learner's cards are grouped by what is remembered of them. */

/** Where one bucket of stability ends and the next begins (days). */
export const stabilityBoundsDays = [1, 3, 7, 14, 30, 90, 180, 365] as const;
/** The same for the probability of recall: tenths. */
export const retrievabilityBounds = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** The decay of the forgetting curve with the default weights of FSRS-6 (the last of its 21). */
export const retrievabilityDecay = 0.1542;

/** A bucket: from its lower bound to its upper one, which belongs to the next; the last is open or ends at `end`. */
export interface Bucket {
  from: number;
  to: number | null;
}

/** The buckets that bounds make. */
export function bucketsOf(bounds: readonly number[], end: number | null): Bucket[] {
  return [0, ...bounds].map((from, index) => ({ from, to: bounds[index] ?? end }));
}

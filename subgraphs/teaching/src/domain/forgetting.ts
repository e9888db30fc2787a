/**
 * The forgetting curve of FSRS-6, R(t) = (1 + factor · t / S)^(−decay), with the default decay (weight 20): stability S is the days after
 * which recall has fallen to 90 %, whatever the decay. A learner's own decay moves it between those points by little; teaching does not know it.
 */
export const forgettingDecay = 0.1542;
export const forgettingFactor = 0.9 ** (-1 / forgettingDecay) - 1;

/** Probability of recall after some days, 0 to 1. */
export function retrievability(elapsedDays: number, stabilityDays: number): number {
  return (1 + (forgettingFactor * Math.max(0, elapsedDays)) / stabilityDays) ** -forgettingDecay;
}

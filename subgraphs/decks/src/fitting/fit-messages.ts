import { z } from 'zod';

/** What the process that fits weights is told and what it answers. Values go by structured clone. */

export const fitRequest = z.object({
  ratings: z.instanceof(Uint8Array),
  days: z.instanceof(Int32Array),
  lengths: z.instanceof(Uint32Array),
  /** The weights in use, to compare with. */
  weightsBefore: z.array(z.number()),
  relearningStepCount: z.int().min(0),
});

export type FitRequest = z.output<typeof fitRequest>;

export const fittedWeights = z.object({
  weights: z.array(z.number()),
  /** How well recall is predicted on the log: lower is better. */
  logLossBefore: z.number(),
  logLossAfter: z.number(),
  /** Root mean square error of calibration, in bins of like reviews. */
  rmseBefore: z.number(),
  rmseAfter: z.number(),
});

export type FittedWeights = z.output<typeof fittedWeights>;

export const fitAnswer = z.union([
  z.object({ fitted: fittedWeights }),
  /** Why nothing came of it. */
  z.object({ failure: z.string() }),
]);

export type FitAnswer = z.output<typeof fitAnswer>;

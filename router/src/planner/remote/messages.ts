import { z } from 'zod';
import type { Plan } from '../plan.js';

/** What plans is told. Supergraphs and plans have numbers. */
export type ToPlace =
  | { kind: 'load'; graph: number; sdl: string }
  | { kind: 'drop'; graph: number }
  | { kind: 'plan'; graph: number; plan: number; operation: string; labels: readonly string[] };

/** What it answers. */
export const fromPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('loaded'), graph: z.number() }),
  z.object({ kind: z.literal('not loaded'), graph: z.number(), message: z.string() }),
  /** Made by our own conversion in the same build, so that it is not looked through again. */
  z.object({
    kind: z.literal('planned'),
    plan: z.number(),
    result: z.custom<Plan>((value) => typeof value === 'object'),
  }),
  z.object({ kind: z.literal('failed'), plan: z.number(), tooComplex: z.boolean(), message: z.string() }),
]);

export type FromPlace = z.output<typeof fromPlace>;

import { z } from 'zod';
import type { SupergraphFacts } from '../executor/supergraph-facts.js';

/** What the thread is asked, one question after the other. Supergraphs have numbers. */
export type Question =
  | { kind: 'load'; graph: number; sdl: string }
  | { kind: 'validate'; graph: number; source: string; introspection: boolean }
  | { kind: 'drop'; graph: number };

const fault = z.object({ message: z.string(), positions: z.array(z.number()).optional() });

/** A fault of a document: what validation says, and where, if at some place (characters from the beginning). */
export type Fault = z.output<typeof fault>;

/** What it answers; a question to drop has no answer. */
export const answer = z.discriminatedUnion('kind', [
  /** Made by our own code in the same build, so that it is not looked through again. */
  z.object({
    kind: z.literal('loaded'),
    facts: z.custom<SupergraphFacts>((value) => typeof value === 'object' && value !== null),
  }),
  z.object({ kind: z.literal('validated'), faults: z.array(fault) }),
  z.object({ kind: z.literal('failed'), message: z.string(), tooComplex: z.boolean() }),
]);

export type Answer = z.output<typeof answer>;

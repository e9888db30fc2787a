import { sizeOf } from '@ruzlet/router/planner/plan';
import type { Planners } from '@ruzlet/router/planner/planner';

/** What is known of one planner at the end. */
export interface Tally {
  operations: number;
  /** Time until each plan was there, with the way to the planner and back (milliseconds). */
  ms: number[];
  fetches: number;
  rounds: number;
  wrong: { source: string; expected: unknown; actual: unknown }[];
  unplanned: { source: string; message: string }[];
}

export function newTally(): Tally {
  return { operations: 0, ms: [], fetches: 0, rounds: 0, wrong: [], unplanned: [] };
}

/** The same planners, with each plan measured. One operation is planned at a time, so that the time is its own. */
export function measured(planners: Planners, tally: Tally): Planners {
  return {
    ...planners,
    load(supergraph) {
      const planner = planners.load(supergraph);
      let ready: Promise<unknown> | undefined;
      return {
        ...planner,
        async plan(operation, signal, request) {
          // Not the start of a thread, nor the first look at a supergraph.
          await (ready ??= planner.plan('{ __typename }').catch(() => undefined));
          const before = performance.now();
          const plan = await planner.plan(operation, signal, request);
          tally.ms.push(performance.now() - before);
          const { fetches, rounds } = sizeOf(plan.node);
          tally.fetches += fetches;
          tally.rounds += rounds;
          return plan;
        },
      };
    },
  };
}

/** One line of the table. */
export function line(name: string, tally: Tally): string {
  const sorted = [...tally.ms].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(2);
  const mean = sorted.reduce((sum, ms) => sum + ms, 0) / sorted.length;
  const plans = sorted.length;
  const cells = [
    name,
    plans,
    at(0.5),
    mean.toFixed(2),
    at(0.99),
    (tally.fetches / plans).toFixed(2),
    (tally.rounds / plans).toFixed(2),
    tally.operations,
    tally.wrong.length,
    tally.unplanned.length,
  ];
  return `| ${cells.join(' | ')} |`;
}

export const heading = [
  '| planner | plans | ms p50 | mean | p99 | fetches | rounds | operations | wrong | not planned |',
  '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
].join('\n');

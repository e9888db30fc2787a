import type { GraphQLError } from 'graphql';
import type { SubgraphAnswer } from '../transport.js';
import type { FaultTree } from './faults.js';
import type { DataObject } from './merge.js';

/** The answer to an operation. Without `data` nothing was executed: the request itself was wrong. */
export interface OperationResult {
  data?: DataObject | null;
  errors?: GraphQLError[];
  /** The answer as JSON, once somebody has written it: those who share an execution share that too. */
  text?: string;
}

/** One request on its way through a plan. */
export interface Execution {
  /** What subgraphs answered so far, merged. */
  data: DataObject;
  faults: FaultTree;
  /** Variables as the client sent them, under internal names. */
  variables: Record<string, unknown>;
  /** The same coerced and with defaults, under internal names: what conditions look at. */
  coerced: Record<string, unknown>;
  /** True when the answer is null as a whole for what became of these fields at its root. */
  isLost(rootNames: readonly string[]): boolean;
  /** Told of each fetch when its answer has been merged, or there was nothing to fetch; by the plan's numbers. */
  fetched?: ((number: number) => void) | undefined;
  /** @throws when the subgraph cannot be reached or does not answer properly. */
  call(subgraph: string, query: string, variables: Record<string, unknown>): Promise<SubgraphAnswer>;
}

export type Step = (execution: Execution) => Promise<void>;

/** What opens a stream of a subgraph. */
export interface SubgraphFetch {
  subgraph: string;
  query: string;
  variables: Record<string, unknown>;
}

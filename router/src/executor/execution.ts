import type { SubgraphAnswer } from '../transport.js';
import type { FaultTree } from './faults.js';
import type { DataObject } from './merge.js';

/** One request on its way through a plan. */
export interface Execution {
  /** What subgraphs answered so far, merged. */
  data: DataObject;
  faults: FaultTree;
  /** Variables as the client sent them, under internal names. */
  variables: Record<string, unknown>;
  /** The same coerced and with defaults, under internal names: what conditions look at. */
  coerced: Record<string, unknown>;
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

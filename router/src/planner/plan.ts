/**
 * How an operation is answered by subgraphs: what the executor compiles, whichever planner made it. Plain data, so that it
 * crosses threads.
 */
export interface Plan {
  /** Nothing, when no subgraph need be asked. */
  node?: PlanNode | SubscriptionNode | undefined;
}

export type PlanNode = FetchNode | FlattenNode | SequenceNode | ParallelNode | ConditionNode;

/** One request to a subgraph. */
export interface FetchNode {
  kind: 'Fetch';
  subgraph: string;
  /** The operation that is sent, as text. */
  operation: string;
  /** Variables of the client's operation that it uses. */
  variables: readonly string[];
  /** What of an object is sent as its representation; without it the operation asks at the root. */
  requires?: readonly RequiredSelection[] | undefined;
  /** What changes in representations before they are sent. */
  inputRewrites?: readonly Rewrite[] | undefined;
  /** What changes in the answer before it is merged. */
  outputRewrites?: readonly Rewrite[] | undefined;
  /** Variables that take their values from objects further up: renamed from a path that begins with `..` for each of them. */
  contextRewrites?: readonly Rewrite[] | undefined;
}

/** What is below happens at the objects that the path leads to. */
export interface FlattenNode {
  kind: 'Flatten';
  path: readonly PathStep[];
  node: PlanNode;
}

/**
 * A field by its response name, `@` for every item of a list and of the lists in it, or only the objects of some object
 * types.
 */
export type PathStep = string | { types: readonly string[] };

export interface SequenceNode {
  kind: 'Sequence';
  nodes: readonly PlanNode[];
}

export interface ParallelNode {
  kind: 'Parallel';
  nodes: readonly PlanNode[];
}

/** One way or the other, by a Boolean variable. */
export interface ConditionNode {
  kind: 'Condition';
  variable: string;
  ifTrue?: PlanNode | undefined;
  ifFalse?: PlanNode | undefined;
}

/** A stream of `primary`, and what is fetched for each of its events. */
export interface SubscriptionNode {
  kind: 'Subscription';
  primary: FetchNode;
  rest?: PlanNode | undefined;
}

export type RequiredSelection =
  | { kind: 'Field'; responseName: string; selections?: readonly RequiredSelection[] | undefined }
  | { kind: 'InlineFragment'; typeCondition?: string | undefined; selections: readonly RequiredSelection[] };

export type Rewrite =
  | { kind: 'ValueSetter'; path: readonly RewriteStep[]; value: unknown }
  | { kind: 'KeyRenamer'; path: readonly RewriteStep[]; name: string };

/** A field by its response name, or only objects that satisfy one of the type conditions. */
export type RewriteStep = string | { types: readonly string[] };

/** How many requests a plan makes at most, and in how many rounds (one after the other). */
export function sizeOf(node: Plan['node']): { fetches: number; rounds: number } {
  switch (node?.kind) {
    case undefined:
      return { fetches: 0, rounds: 0 };
    case 'Fetch':
      return { fetches: 1, rounds: 1 };
    case 'Flatten':
      return sizeOf(node.node);
    case 'Subscription':
      return inTurn([sizeOf(node.primary), sizeOf(node.rest)]);
    case 'Sequence':
      return inTurn(node.nodes.map(sizeOf));
    case 'Parallel':
      return atOnce(node.nodes.map(sizeOf));
    case 'Condition': {
      const [yes, no] = [sizeOf(node.ifTrue), sizeOf(node.ifFalse)];
      return { fetches: Math.max(yes.fetches, no.fetches), rounds: Math.max(yes.rounds, no.rounds) };
    }
  }
}

type Size = ReturnType<typeof sizeOf>;

function inTurn(sizes: Size[]): Size {
  return { fetches: sum(sizes), rounds: sizes.reduce((total, { rounds }) => total + rounds, 0) };
}

function atOnce(sizes: Size[]): Size {
  return { fetches: sum(sizes), rounds: Math.max(0, ...sizes.map(({ rounds }) => rounds)) };
}

function sum(sizes: Size[]): number {
  return sizes.reduce((total, { fetches }) => total + fetches, 0);
}

import type { GraphQLError, GraphQLResolveInfo, ResponsePath } from 'graphql';

/** One execution of a compiled operation. */
export interface Run {
  context: unknown;
  /** Coerced and with defaults. */
  variables: Record<string, unknown>;
  errors: GraphQLError[];
}

/** A field of one object: its value in the answer, or a promise of it. */
export type RunField = (source: unknown, parent: ResponsePath | undefined, run: Run) => unknown;

/** What a resolver gave, as it stands in the answer, or a promise of it. Throws what the parent has to deal with. */
export type Complete = (value: unknown, path: ResponsePath, run: Run) => unknown;

/** What resolvers and types are told of the field that they are asked for. */
export type MakeInfo = (path: ResponsePath, run: Run) => GraphQLResolveInfo;

export function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

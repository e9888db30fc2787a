import type { FieldNode, GraphQLError } from 'graphql';
import type { FaultTree } from './faults.js';

/** What a client selected of one object, for one concrete type and one set of conditions. */
export interface Selected {
  typename: string;
  fields: readonly SelectedField[];
}

export interface SelectedField {
  /** `typename` is known here, `local` is introspection, all else is in the data. */
  kind: 'data' | 'typename' | 'local';
  responseName: string;
  internalName: string;
  nodes: readonly FieldNode[];
  subselection?: Subselection | undefined;
  complete: Complete;
}

/** What a client selected of the objects in one field, whatever their type. */
export interface Subselection {
  /** @returns undefined when values of that type must not be shown. */
  of(typename: unknown): Selected | undefined;
  /** Any field under that internal name, to tell where an error belongs when the object and its type are gone. */
  named(internalName: string): SelectedField | undefined;
}

export interface Completion {
  /** The path of what is being written, under the client's names. */
  path: (string | number)[];
  errors: GraphQLError[];
  /** Fields that are answered here. */
  local: (field: SelectedField) => unknown;
}

export type Complete = (value: unknown, faults: FaultTree | undefined, completion: Completion) => unknown;

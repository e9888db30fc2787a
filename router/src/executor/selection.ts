import type { FieldNode, GraphQLError, SelectionSetNode } from 'graphql';
import type { FaultTree } from './faults.js';
import type { DataObject } from './merge.js';

/** What a client selected of one object, for one concrete type and one set of conditions. */
export interface Selected {
  typename: string;
  fields: readonly SelectedField[];
  /** What comes later, where an answer is delivered in parts. */
  deferred?: readonly DeferredFragment[] | undefined;
}

/** A fragment with `@defer`, at one place of an operation. */
export interface DeferredFragment {
  label: string | undefined;
  set: SelectionSetNode;
  /** The fields on the way to it, under internal names. */
  position: readonly string[];
  /** @returns undefined when the object must not be shown. */
  selected: () => Selected | undefined;
}

/** A deferred fragment of one object. */
export interface FoundFragment {
  fragment: DeferredFragment;
  /** The object, in the merged data. */
  data: DataObject;
  /** Where it is, under the client's names. */
  path: readonly (string | number)[];
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
  /** Deferred fragments of what was written; some of it may have become null since. */
  found?: FoundFragment[] | undefined;
}

export type Complete = (value: unknown, faults: FaultTree | undefined, completion: Completion) => unknown;

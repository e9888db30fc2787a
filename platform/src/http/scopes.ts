import { getOperationAST, Kind, OperationTypeNode, type DocumentNode, type SelectionSetNode } from 'graphql';
import type { Viewer } from '../access/viewer.js';
import { forbidden, type AppError } from '../errors.js';

/**
 * What a token has to have for an operation: one of the scopes named. `read` for queries and `write` for mutations,
 * where a subgraph says nothing else. Anonymous requests have no token: what they may do, the services decide.
 */
export interface ScopeRules {
  query?: readonly string[];
  mutation?: readonly string[];
  /** Mutations that ask for another scope than the rest, by field name. */
  mutations?: Readonly<Record<string, readonly string[]>>;
}

/** Why the viewer's token may not be used for this operation; undefined when it may. */
export function scopeFault(
  rules: ScopeRules,
  viewer: Viewer | null,
  document: DocumentNode,
  operationName: string | undefined,
): AppError | undefined {
  if (!viewer) return undefined;
  const operation = getOperationAST(document, operationName);
  // Executing it fails with a message of its own.
  if (!operation) return undefined;
  const needs =
    operation.operation === OperationTypeNode.MUTATION
      ? topFields(document, operation.selectionSet).map(
          (field) => rules.mutations?.[field] ?? rules.mutation ?? ['write'],
        )
      : [rules.query ?? ['read']];
  const missing = needs.find((anyOf) => !anyOf.some((scope) => viewer.scopes.includes(scope)));
  return missing && forbidden(`This token does not have the scope ${missing.join(' or ')}.`);
}

/** Names of the fields at the top, wherever they are written; validation has seen to it that fragments end. */
function topFields(document: DocumentNode, { selections }: SelectionSetNode): string[] {
  return selections.flatMap((selection) => {
    switch (selection.kind) {
      case Kind.FIELD:
        return [selection.name.value];
      case Kind.INLINE_FRAGMENT:
        return topFields(document, selection.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return document.definitions.flatMap((definition) =>
          definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value
            ? topFields(document, definition.selectionSet)
            : [],
        );
    }
  });
}

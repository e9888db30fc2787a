import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { argumentOf, directiveOf, whole } from './supergraph-directives.js';

/** For how long an answer may be kept, and by whom. */
export interface CachePolicy {
  maxAgeSeconds: number;
  /** `private` answers differ between viewers: only the viewer's own client may keep them. */
  scope: 'public' | 'private';
}

interface Hint {
  maxAge?: number | undefined;
  isPrivate: boolean;
  inherits: boolean;
}

/** What `@cacheControl` says of a supergraph. */
export interface CacheRules {
  /** @returns undefined when the answer must not be kept. */
  policyOf(document: DocumentNode, operation: OperationDefinitionNode): CachePolicy | undefined;
}

/**
 * As Apollo Server has it: a field that gives objects, and every root field, is kept for no time unless a hint on the
 * field or its type says otherwise; a scalar lives as long as the object it is in. The shortest time and the strictest
 * scope win.
 *
 * @returns undefined when the supergraph has no hints.
 */
export function readCacheRules(supergraph: DocumentNode, apiSchema: GraphQLSchema): CacheRules | undefined {
  const hints = new Map<string, Hint>();
  for (const definition of supergraph.definitions) {
    if (
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
      definition.kind === Kind.UNION_TYPE_DEFINITION
    ) {
      note(hints, definition.name.value, definition);
    }
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      for (const field of definition.fields ?? []) note(hints, `${definition.name.value}.${field.name.value}`, field);
    }
  }
  if (hints.size === 0) return undefined;
  const roots = new Set([apiSchema.getQueryType()?.name]);

  /** The hint that counts for a field of one concrete or abstract type. */
  function hintFor(typename: string, fieldName: string, givenType: string | undefined): Hint {
    const own = hints.get(`${typename}.${fieldName}`);
    const given = givenType === undefined ? undefined : hints.get(givenType);
    const fallback = givenType !== undefined || roots.has(typename) ? 0 : undefined;
    const inherits = own?.inherits ?? given?.inherits ?? false;
    return {
      maxAge: own?.maxAge ?? given?.maxAge ?? (inherits ? undefined : fallback),
      isPrivate: own?.isPrivate === true || given?.isPrivate === true,
      inherits,
    };
  }

  return {
    policyOf(document, operation) {
      if (operation.operation !== OperationTypeNode.QUERY) return undefined;
      let maxAge = Number.POSITIVE_INFINITY;
      const scopes = new Set<CachePolicy['scope']>(['public']);
      const types = new TypeInfo(apiSchema);
      visit(
        document,
        visitWithTypeInfo(types, {
          Field() {
            const parent = types.getParentType();
            const definition = types.getFieldDef();
            if (!parent || !definition || definition.name.startsWith('__')) return;
            const named = getNamedType(definition.type);
            const given = isCompositeType(named) ? named.name : undefined;
            const holders = isAbstractType(parent) ? [parent, ...apiSchema.getPossibleTypes(parent)] : [parent];
            for (const { name } of holders) {
              const hint = hintFor(name, definition.name, given);
              maxAge = Math.min(maxAge, hint.maxAge ?? maxAge);
              if (hint.isPrivate) scopes.add('private');
            }
          },
        }),
      );
      if (!Number.isFinite(maxAge) || maxAge <= 0) return undefined;
      return { maxAgeSeconds: maxAge, scope: scopes.has('private') ? 'private' : 'public' };
    },
  };
}

function note(
  hints: Map<string, Hint>,
  coordinate: string,
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
): void {
  const directive = directiveOf(node, 'cacheControl');
  if (!directive) return;
  const scope = argumentOf(directive, 'scope');
  const inherits = argumentOf(directive, 'inheritMaxAge');
  hints.set(coordinate, {
    maxAge: whole(argumentOf(directive, 'maxAge')),
    isPrivate: scope?.kind === Kind.ENUM && scope.value === 'PRIVATE',
    inherits: inherits?.kind === Kind.BOOLEAN && inherits.value,
  });
}

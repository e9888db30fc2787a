import {
  isAbstractType,
  isCompositeType,
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  type TypeNode,
} from 'graphql';
import type { Viewer } from '@ruzlet/platform/access/viewer';
import type { DeniedField } from '../executor/denied.js';
import {
  argumentOf,
  directiveNames,
  directiveOf,
  texts,
  type KnownDirective,
} from '../operations/supergraph-directives.js';

/**
 * `@authenticated`, `@requiresScopes` and `@policy`: who may have which field. A field that somebody may not have is
 * answered with null and an error, and no subgraph is asked for it; the rest of the operation is answered.
 */

type Requirement =
  | { kind: 'authenticated' }
  /** All scopes of one of the groups. */
  | { kind: 'scopes'; anyOf: readonly (readonly string[])[] }
  /** All policies of one of the groups. */
  | { kind: 'policies'; anyOf: readonly (readonly string[])[] };

/** Whether a policy holds for a viewer. */
export type HoldsPolicy = (policy: string, viewer: Viewer) => boolean;

/** A policy is the name of a role. */
export const policyIsRole: HoldsPolicy = (policy, viewer) => viewer.roles.includes(policy);

export interface AccessRules {
  /** Which requirements a field has, by index: its own, and those of the types around it. Empty for most. */
  of(typename: string, fieldName: string): readonly number[];
  /** The same for a field of any of the types that `typename` stands for. */
  touchedBy(typename: string, fieldName: string): readonly number[];
  /** Those of `touched` that the viewer does not meet. */
  unmet(touched: readonly number[], viewer: Viewer | null): readonly number[];
  /** The fields that are denied when those are not met. */
  deny(unmet: readonly number[], viewer: Viewer | null): DeniedField;
}

/** @returns undefined when the supergraph asks for nothing: then there is nothing to check. */
export function readAccessRules(
  supergraph: DocumentNode,
  apiSchema: GraphQLSchema,
  holdsPolicy: HoldsPolicy = policyIsRole,
): AccessRules | undefined {
  const requirements: Requirement[] = [];
  const indexes = new Map<string, number>();
  const byField = collect(supergraph, (requirement) => {
    const text = JSON.stringify(requirement);
    const known = indexes.get(text);
    if (known !== undefined) return known;
    indexes.set(text, requirements.length);
    return requirements.push(requirement) - 1;
  });
  if (requirements.length === 0) return undefined;

  const none: readonly number[] = [];
  const of = (typename: string, fieldName: string) => byField.get(`${typename}.${fieldName}`) ?? none;

  function isMet(requirement: Requirement, viewer: Viewer | null): boolean {
    if (!viewer) return false;
    switch (requirement.kind) {
      case 'authenticated':
        return true;
      case 'scopes':
        return requirement.anyOf.some((group) => group.every((scope) => viewer.scopes.includes(scope)));
      case 'policies':
        return requirement.anyOf.some((group) => group.every((policy) => holdsPolicy(policy, viewer)));
    }
  }

  return {
    of,
    touchedBy(typename, fieldName) {
      const type = apiSchema.getType(typename);
      if (!isCompositeType(type)) return none;
      const types = isAbstractType(type) ? [type, ...apiSchema.getPossibleTypes(type)] : [type];
      return types.flatMap(({ name }) => of(name, fieldName));
    },
    unmet: (touched, viewer) =>
      touched.filter((index) => {
        const requirement = requirements[index];
        return requirement !== undefined && !isMet(requirement, viewer);
      }),
    deny(unmet, viewer) {
      const wanting = new Set(unmet);
      const fault = viewer
        ? { message: 'You may not have this field.', extensions: { code: 'FORBIDDEN' } }
        : {
            message: 'Sign in first: this field needs a valid access token.',
            extensions: { code: 'UNAUTHENTICATED' },
          };
      return (typename, fieldName) => (of(typename, fieldName).some((index) => wanting.has(index)) ? fault : undefined);
    },
  };
}

/** Requirements by `Type.field`: of the field, of its type, and of the type that it gives. */
function collect(
  supergraph: DocumentNode,
  intern: (requirement: Requirement) => number,
): Map<string, readonly number[]> {
  const names = directiveNames(supergraph);
  const read = (node: { readonly directives?: readonly ConstDirectiveNode[] | undefined }): number[] =>
    requirementsOf(node, names).map(intern);

  const byType = new Map<string, number[]>();
  for (const definition of supergraph.definitions) {
    if (
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
      definition.kind === Kind.SCALAR_TYPE_DEFINITION ||
      definition.kind === Kind.ENUM_TYPE_DEFINITION
    ) {
      byType.set(definition.name.value, read(definition));
    }
  }
  const byField = new Map<string, readonly number[]>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const ofParent = byType.get(definition.name.value) ?? [];
    for (const field of definition.fields ?? []) {
      const all = new Set([...ofParent, ...read(field), ...(byType.get(namedType(field.type)) ?? [])]);
      if (all.size > 0) byField.set(`${definition.name.value}.${field.name.value}`, [...all]);
    }
  }
  return byField;
}

function requirementsOf(
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  names: Record<KnownDirective, string>,
): Requirement[] {
  const requirements: Requirement[] = [];
  if (directiveOf(node, names.authenticated)) requirements.push({ kind: 'authenticated' });
  const scopes = directiveOf(node, names.requiresScopes);
  if (scopes) requirements.push({ kind: 'scopes', anyOf: groups(scopes, 'scopes') });
  const policy = directiveOf(node, names.policy);
  if (policy) requirements.push({ kind: 'policies', anyOf: groups(policy, 'policies') });
  return requirements;
}

function groups(directive: ConstDirectiveNode, argument: string): string[][] {
  const value = argumentOf(directive, argument);
  if (value?.kind !== Kind.LIST) return [];
  // A single group may be written without its brackets.
  return value.values.every(({ kind }) => kind === Kind.STRING) ? [texts(value)] : value.values.map(texts);
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

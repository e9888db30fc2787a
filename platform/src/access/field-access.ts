import { Kind, type ConstDirectiveNode, type ConstValueNode, type DocumentNode, type TypeNode } from 'graphql';
import type { Viewer } from './viewer.js';

/**
 * `@authenticated`, `@requiresScopes` and `@policy` of Federation: who may have which field. The router and the subgraphs
 * both enforce them, by what is read here.
 */

export type Requirement =
  | { kind: 'authenticated' }
  /** All scopes of one of the groups. */
  | { kind: 'scopes'; anyOf: readonly (readonly string[])[] }
  /** All policies of one of the groups. */
  | { kind: 'policies'; anyOf: readonly (readonly string[])[] };

/** What the three directives are called in a schema. */
export interface AccessDirectiveNames {
  authenticated: string;
  requiresScopes: string;
  policy: string;
}

/** Whether a policy holds for a viewer. */
export type HoldsPolicy = (policy: string, viewer: Viewer) => boolean;

/** A policy is the name of a role. */
export const policyIsRole: HoldsPolicy = (policy, viewer) => viewer.roles.includes(policy);

export function meetsRequirement(
  requirement: Requirement,
  viewer: Viewer | null,
  holdsPolicy: HoldsPolicy = policyIsRole,
): boolean {
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

/** What somebody is told who does not meet a requirement. */
export function accessFault(viewer: Viewer | null): { code: 'FORBIDDEN' | 'UNAUTHENTICATED'; message: string } {
  return viewer
    ? { code: 'FORBIDDEN', message: 'You may not have this field.' }
    : { code: 'UNAUTHENTICATED', message: 'Sign in first: this field needs a valid access token.' };
}

/** Requirements by `Type.field`: of the field, of its type, and of the type that it gives. All of them have to be met. */
export function readRequirements(
  schema: DocumentNode,
  names: AccessDirectiveNames,
): Map<string, readonly Requirement[]> {
  const byType = new Map<string, Requirement[]>();
  for (const definition of schema.definitions) {
    if (
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.OBJECT_TYPE_EXTENSION ||
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
      definition.kind === Kind.SCALAR_TYPE_DEFINITION ||
      definition.kind === Kind.ENUM_TYPE_DEFINITION
    ) {
      const name = definition.name.value;
      byType.set(name, [...(byType.get(name) ?? []), ...requirementsOf(definition.directives, names)]);
    }
  }
  const byField = new Map<string, readonly Requirement[]>();
  for (const definition of schema.definitions) {
    if (
      definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      definition.kind !== Kind.OBJECT_TYPE_EXTENSION &&
      definition.kind !== Kind.INTERFACE_TYPE_DEFINITION
    ) {
      continue;
    }
    const ofParent = byType.get(definition.name.value) ?? [];
    for (const field of definition.fields ?? []) {
      const all = [
        ...ofParent,
        ...requirementsOf(field.directives, names),
        ...(byType.get(namedType(field.type)) ?? []),
      ];
      if (all.length > 0) byField.set(`${definition.name.value}.${field.name.value}`, all);
    }
  }
  return byField;
}

function requirementsOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  names: AccessDirectiveNames,
): Requirement[] {
  const requirements: Requirement[] = [];
  for (const directive of directives ?? []) {
    const name = directive.name.value;
    if (name === names.authenticated) requirements.push({ kind: 'authenticated' });
    if (name === names.requiresScopes) requirements.push({ kind: 'scopes', anyOf: groups(directive, 'scopes') });
    if (name === names.policy) requirements.push({ kind: 'policies', anyOf: groups(directive, 'policies') });
  }
  return requirements;
}

function groups(directive: ConstDirectiveNode, argument: string): string[][] {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  if (value?.kind !== Kind.LIST) return [];
  // A single group may be written without its brackets.
  return value.values.every(({ kind }) => kind === Kind.STRING) ? [texts(value)] : value.values.map(texts);
}

function texts(value: ConstValueNode): string[] {
  if (value.kind === Kind.STRING) return [value.value];
  return value.kind === Kind.LIST ? value.values.flatMap(texts) : [];
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

import { Kind, visit, type ASTNode, type DirectiveNode } from 'graphql';

/** Which fragments of an operation are deferred, as its variables have it. */
export interface Deferral {
  /** The variables that decide it. */
  variables: readonly string[];
  /** True when any fragment is deferred with these values. */
  isAny: (coerced: Readonly<Record<string, unknown>>) => boolean;
}

/** @returns undefined when nothing is ever deferred. */
export function readDeferral(nodes: Iterable<ASTNode>): Deferral | undefined {
  const variables = new Set<string>();
  /** Without a condition that may be false. */
  const always = new Set<DirectiveNode>();
  for (const node of nodes) {
    visit(node, {
      Directive(directive) {
        if (directive.name.value !== 'defer') return;
        const value = argumentOf(directive, 'if');
        if (value?.kind === Kind.VARIABLE) variables.add(value.name.value);
        else if (isOn(directive, {})) always.add(directive);
      },
    });
  }
  if (always.size + variables.size === 0) return undefined;
  return {
    variables: [...variables],
    isAny: (coerced) => always.size > 0 || [...variables].some((name) => coerced[name] !== false),
  };
}

/** The `@defer` that counts among the directives of a fragment. */
export function deferOf(
  directives: readonly DirectiveNode[],
  coerced: Readonly<Record<string, unknown>>,
): { label: string | undefined } | undefined {
  const directive = directives.find(({ name }) => name.value === 'defer');
  if (!directive || !isOn(directive, coerced)) return undefined;
  const label = argumentOf(directive, 'label');
  return { label: label?.kind === Kind.STRING ? label.value : undefined };
}

function isOn(directive: DirectiveNode, coerced: Readonly<Record<string, unknown>>): boolean {
  const value = argumentOf(directive, 'if');
  if (value?.kind === Kind.VARIABLE) return coerced[value.name.value] !== false;
  return value?.kind !== Kind.BOOLEAN || value.value;
}

function argumentOf(directive: DirectiveNode, argument: string) {
  return directive.arguments?.find(({ name }) => name.value === argument)?.value;
}

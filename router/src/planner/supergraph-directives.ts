import { Kind, parseConstValue, type ConstDirectiveNode } from 'graphql';

/** Reading and writing the `@join__…` directives of a supergraph. */

type Value = string | boolean;

export function directive(name: string, given: Readonly<Record<string, Value | undefined>>): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: name },
    arguments: Object.entries(given).flatMap(([argument, value]) => {
      if (value === undefined) return [];
      // Graphs are values of an enum.
      const literal = argument === 'graph' ? parseConstValue(String(value)) : parseConstValue(JSON.stringify(value));
      return [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: argument }, value: literal }];
    }),
  };
}

export function argumentOf({ arguments: given }: ConstDirectiveNode, name: string): Value | undefined {
  const value = given?.find((argument) => argument.name.value === name)?.value;
  switch (value?.kind) {
    case Kind.STRING:
    case Kind.ENUM:
    case Kind.BOOLEAN:
      return value.value;
    default:
      return undefined;
  }
}

export function hasArgument({ arguments: given }: ConstDirectiveNode, name: string): boolean {
  return given?.some((argument) => argument.name.value === name) ?? false;
}

/** The same directive with other values for some of its arguments. */
export function withArguments(
  node: ConstDirectiveNode,
  changed: Readonly<Record<string, Value | undefined>>,
): ConstDirectiveNode {
  const kept = node.arguments?.filter(({ name }) => !(name.value in changed)) ?? [];
  return { ...node, arguments: [...(directive('', changed).arguments ?? []), ...kept] };
}

/** Those of a name that are about a graph. */
export function ofGraph(
  { directives = [] }: { directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
  graph: string,
): ConstDirectiveNode[] {
  return directives.filter((node) => node.name.value === name && argumentOf(node, 'graph') === graph);
}

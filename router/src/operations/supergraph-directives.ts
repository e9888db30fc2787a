import { Kind, type ConstDirectiveNode, type ConstValueNode, type DocumentNode } from 'graphql';

/** Directives that tell the router how to treat a field. A supergraph may import them under other names. */
const directives = {
  authenticated: 'authenticated',
  requiresScopes: 'requiresScopes',
  policy: 'policy',
  cost: 'cost',
  listSize: 'cost',
} as const;

export type KnownDirective = keyof typeof directives;

/**
 * What the directives are called in a supergraph, by the `@link`s on its schema. A directive is `@spec` where it has the
 * name of its specification, `@spec__directive` otherwise, unless `as` or `import` say another name.
 */
export function directiveNames(supergraph: DocumentNode): Record<KnownDirective, string> {
  const names: Record<KnownDirective, string> = {
    authenticated: 'authenticated',
    requiresScopes: 'requiresScopes',
    policy: 'policy',
    cost: 'cost',
    listSize: 'listSize',
  };
  for (const link of schemaLinks(supergraph)) {
    const spec = /\/([A-Za-z]+)\/v\d+\.\d+$/.exec(text(argumentOf(link, 'url')) ?? '')?.[1];
    if (spec === undefined) continue;
    const as = text(argumentOf(link, 'as')) ?? spec;
    const imports = importedNames(argumentOf(link, 'import'));
    for (const [directive, ofSpec] of entries(directives)) {
      if (ofSpec !== spec) continue;
      names[directive] = imports.get(directive) ?? (directive === spec ? as : `${as}__${directive}`);
    }
  }
  return names;
}

function entries<K extends string, V>(record: Record<K, V>): [K, V][] {
  const keys: K[] = [];
  for (const key in record) keys.push(key);
  return keys.map((key) => [key, record[key]]);
}

function schemaLinks(supergraph: DocumentNode): ConstDirectiveNode[] {
  return supergraph.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? []).filter(({ name }) => name.value === 'link')
      : [],
  );
}

/** `["@cost", { name: "@listSize", as: "@size" }]` as a map from name to name here, without the signs. */
function importedNames(value: ConstValueNode | undefined): Map<string, string> {
  const names = new Map<string, string>();
  if (value?.kind !== Kind.LIST) return names;
  for (const item of value.values) {
    const field = (wanted: string) =>
      item.kind === Kind.OBJECT ? text(item.fields.find(({ name }) => name.value === wanted)?.value) : undefined;
    const name = item.kind === Kind.STRING ? item.value : field('name');
    if (name?.startsWith('@')) names.set(name.slice(1), (field('as') ?? name).slice(1));
  }
  return names;
}

export function argumentOf(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find((argument) => argument.name.value === name)?.value;
}

export function directiveOf(
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): ConstDirectiveNode | undefined {
  return node.directives?.find((directive) => directive.name.value === name);
}

function text(value: ConstValueNode | undefined): string | undefined {
  return value?.kind === Kind.STRING ? value.value : undefined;
}

/** Strings of a list. */
export function texts(value: ConstValueNode | undefined): string[] {
  if (value?.kind === Kind.STRING) return [value.value];
  return value?.kind === Kind.LIST
    ? value.values.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : []))
    : [];
}

/** A whole number, undefined for all else. */
export function whole(value: ConstValueNode | undefined): number | undefined {
  return value?.kind === Kind.INT || value?.kind === Kind.STRING ? Number.parseInt(value.value, 10) : undefined;
}

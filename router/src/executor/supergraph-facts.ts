import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import {
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  printSchema,
  visit,
  type GraphQLSchema,
} from 'graphql';
import { separateMemberFields, type SeparatedFields } from '../planner/member-fields.js';

/** What is read from a supergraph, as plain data that crosses threads. */
export interface SupergraphFacts {
  /** What clients see, as text. */
  apiSdl: string;
  subgraphs: { name: string; url: string }[];
  /** Names of object types, also of those that clients do not see. */
  objects: ReadonlySet<string>;
  /** Of interfaces and unions: the object types and interfaces that are one of them. */
  membersOf: ReadonlyMap<string, ReadonlySet<string>>;
  fieldNames: ReadonlySet<string>;
  /** Names of fields that some `@requires` asks for, and that take arguments. */
  requiredWithArguments: ReadonlySet<string>;
  hasInterfaceObjects: boolean;
  /** What is planned for each member of an interface by itself; undefined where no interface is an object. */
  separated: SeparatedFields | undefined;
  /** Names of enums with values that clients do not see. */
  enumsWithHiddenValues: ReadonlySet<string>;
}

/** @throws when the text is not a Federation 2 supergraph, or asks for what the executor does not support. */
export function readSupergraphFacts(sdl: string): { facts: SupergraphFacts; apiSchema: GraphQLSchema } {
  refuseConnectors(sdl);
  const supergraph = Supergraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
  const apiSchema = supergraph.apiSchema().toGraphQLJSSchema({ includeDefer: true });
  const wholeSchema = supergraph.schema.toGraphQLJSSchema();
  const fieldNames = new Set<string>();
  const withArguments = new Set<string>();
  const objects = new Set<string>();
  const membersOf = new Map<string, Set<string>>();
  const enumsWithHiddenValues = new Set<string>();
  for (const type of Object.values(wholeSchema.getTypeMap())) {
    if (isObjectType(type) && !type.name.startsWith('__')) objects.add(type.name);
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        fieldNames.add(field.name);
        if (field.args.length > 0) withArguments.add(field.name);
      }
    }
    const seen = apiSchema.getType(type.name);
    if (isEnumType(type) && isEnumType(seen) && type.getValues().length > seen.getValues().length) {
      enumsWithHiddenValues.add(type.name);
    }
    if (isAbstractType(type)) {
      const members = new Set(wholeSchema.getPossibleTypes(type).map(({ name }) => name));
      if (isInterfaceType(type)) {
        for (const { name } of wholeSchema.getImplementations(type).interfaces) members.add(name);
      }
      membersOf.set(type.name, members);
    }
  }
  const required = findRequired(sdl);
  const hasInterfaceObjects = /\bisInterfaceObject: true\b/.test(sdl);
  return {
    apiSchema,
    facts: {
      apiSdl: printSchema(apiSchema),
      subgraphs: supergraph.subgraphsMetadata().map(({ name, url }) => ({ name, url })),
      objects,
      membersOf,
      fieldNames,
      requiredWithArguments: new Set([...required].filter((name) => withArguments.has(name))),
      hasInterfaceObjects,
      separated: hasInterfaceObjects
        ? { computed: separateMemberFields(sdl, 'computed'), all: separateMemberFields(sdl, 'all') }
        : undefined,
      enumsWithHiddenValues,
    },
  };
}

/** Fields of connectors have no subgraph to be asked of: said at once, not when somebody asks for one. */
function refuseConnectors(sdl: string): void {
  const used = /url: *"https:\/\/specs\.apollo\.dev\/(connect\/v[\d.]+)/.exec(sdl)?.[1];
  if (used) throw new Error(`The supergraph uses Apollo Connectors (${used}), which this router does not execute.`);
}

/** Names of fields that some `@join__field(requires:)` selects. */
function findRequired(sdl: string): Set<string> {
  const names = new Set<string>();
  visit(parse(sdl, { noLocation: true }), {
    Directive(node) {
      if (node.name.value !== 'join__field') return;
      for (const argument of node.arguments ?? []) {
        if (argument.name.value !== 'requires' || argument.value.kind !== Kind.STRING) continue;
        visit(parse(`{ ${argument.value.value} }`, { noLocation: true }), {
          Field(field) {
            names.add(field.name.value);
          },
        });
      }
    },
  });
  return names;
}

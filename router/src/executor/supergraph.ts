import { operationFromDocument, ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import {
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  visit,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

/** What the executor knows of the graph that it serves. */
export interface LoadedSupergraph {
  sdl: string;
  /** What clients see. */
  apiSchema: GraphQLSchema;
  subgraphs: { name: string; url: string }[];
  /** @param operation valid against the API schema, with one operation and no introspection. */
  plan: (operation: DocumentNode) => QueryPlan;
  isObject: (typename: string) => boolean;
  /** True when a value of type `typename` satisfies the type condition; also for types that clients do not see. */
  satisfies: (typename: string, condition: string) => boolean;
  /** True when some type has a field of that name; the planner may ask subgraphs for it under its own name. */
  isFieldName: (name: string) => boolean;
  /** True when a `@requires` asks for a field of that name, and the field takes arguments. */
  isRequiredWithArguments: (name: string) => boolean;
  /** True when an object type exists that clients do not see. */
  hidesObjects: boolean;
}

/** @throws when the text is not a Federation 2 supergraph, or asks for what the executor does not support. */
export function loadSupergraph(sdl: string): LoadedSupergraph {
  const supergraph = Supergraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
  const internalApiSchema = supergraph.apiSchema();
  const apiSchema = internalApiSchema.toGraphQLJSSchema();
  const wholeSchema = supergraph.schema.toGraphQLJSSchema();
  const planner = new QueryPlanner(supergraph);
  const fieldNames = new Set<string>();
  const withArguments = new Set<string>();
  const objects = new Set<string>();
  for (const type of Object.values(wholeSchema.getTypeMap())) {
    if (isObjectType(type) && !type.name.startsWith('__')) objects.add(type.name);
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        fieldNames.add(field.name);
        if (field.args.length > 0) withArguments.add(field.name);
      }
    }
  }
  const required = findRequired(sdl);

  return {
    sdl,
    apiSchema,
    subgraphs: supergraph.subgraphsMetadata().map(({ name, url }) => ({ name, url })),
    plan: (operation) => planner.buildQueryPlan(operationFromDocument(internalApiSchema, operation)),
    isObject: (typename) => objects.has(typename),
    satisfies(typename, condition) {
      if (typename === condition) return true;
      const type = wholeSchema.getType(typename);
      const wanted = wholeSchema.getType(condition);
      return (
        isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && wholeSchema.isSubType(wanted, type)
      );
    },
    isFieldName: (name) => fieldNames.has(name),
    isRequiredWithArguments: (name) => required.has(name) && withArguments.has(name),
    hidesObjects: [...objects].some((name) => apiSchema.getType(name) === undefined),
  };
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

import {
  isCompositeType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { HoldsPolicy } from '@ruzlet/platform/access/field-access';
import { readAccessRules, type AccessRules } from '../access/access-rules.js';
import { readCacheRules, type CachePolicy, type CacheRules } from './cache-rules.js';
import { readCostRules, type CostRules } from './cost-rules.js';
import { compileCost } from './estimate-cost.js';

/** What a supergraph asks the router to do about operations. */
export interface GraphRules {
  schema: GraphQLSchema;
  access: AccessRules | undefined;
  cost: CostRules;
  cache: CacheRules | undefined;
}

/** What is known of an operation before anybody sends it again: worked out once, kept as long as its plan. */
export interface OperationFacts {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** Estimated cost for these variables. */
  cost: (variables: Readonly<Record<string, unknown>>) => number;
  /** Requirements of access that it touches, by index; empty for most operations. */
  touched: readonly number[];
  cache: CachePolicy | undefined;
}

export function readGraphRules(supergraph: DocumentNode, schema: GraphQLSchema, holdsPolicy?: HoldsPolicy): GraphRules {
  return {
    schema,
    access: readAccessRules(supergraph, schema, holdsPolicy),
    cost: readCostRules(supergraph, schema),
    cache: readCacheRules(supergraph, schema),
  };
}

/** @param document valid against the API schema. */
export function factsOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  rules: GraphRules,
  { listSizeDefault }: { listSizeDefault: number },
): OperationFacts {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return {
    document,
    operation,
    cost: compileCost(operation, fragments, { schema: rules.schema, rules: rules.cost, listSizeDefault }),
    touched: rules.access ? touchedBy(document, rules.schema, rules.access) : [],
    cache: rules.cache?.policyOf(document, operation),
  };
}

/** Of the whole document: what other operations in it touch does no harm. */
function touchedBy(document: DocumentNode, schema: GraphQLSchema, access: AccessRules): readonly number[] {
  const touched = new Set<number>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const parent = types.getParentType();
        if (!isCompositeType(parent)) return;
        for (const index of access.touchedBy(parent.name, node.name.value)) touched.add(index);
      },
    }),
  );
  return [...touched].sort((a, b) => a - b);
}

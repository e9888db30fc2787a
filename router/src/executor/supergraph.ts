import { setImmediate as nextTurn } from 'node:timers/promises';
import { buildASTSchema, parse, type GraphQLSchema } from 'graphql';
import type { PlannedSupergraph } from '../planner/planner.js';
import { readSupergraphFacts, type SupergraphFacts } from './supergraph-facts.js';

/** What the executor knows of the graph that it serves. */
export interface LoadedSupergraph extends PlannedSupergraph {
  /** What clients see. */
  apiSchema: GraphQLSchema;
  subgraphs: { name: string; url: string }[];
  isObject: (typename: string) => boolean;
  /** True when a value of type `typename` satisfies the type condition; also for types that clients do not see. */
  satisfies: (typename: string, condition: string) => boolean;
  /** True when some type has a field of that name; the planner may ask subgraphs for it under its own name. */
  isFieldName: (name: string) => boolean;
  /** True when a `@requires` asks for a field of that name, and the field takes arguments. */
  isRequiredWithArguments: (name: string) => boolean;
  /** True when some subgraph knows an interface as an object. */
  hasInterfaceObjects: boolean;
  /** True for a field of an interface that is planned for each member of it by itself. */
  isMemberField: (interfaceName: string, fieldName: string) => boolean;
  /** True for a field of an interface that can be planned so, because some subgraph knows the interface as an object. */
  isInterfaceObjectField: (interfaceName: string, fieldName: string) => boolean;
  /** True for an enum with values that clients do not see. */
  hidesValues: (enumName: string) => boolean;
  /** True for an interface or a union some of whose objects clients do not see. */
  hidesMembers: (typename: string) => boolean;
  /** True when an object type exists that clients do not see. */
  hidesObjects: boolean;
}

/**
 * Reads a supergraph and makes its schemas, which takes a moment: see `schema-thread/` for where nobody may wait for it.
 *
 * @throws when the text is not a Federation 2 supergraph, or asks for what the executor does not support.
 */
export function loadSupergraph(sdl: string): LoadedSupergraph {
  const { facts, apiSchema } = readSupergraphFacts(sdl);
  return fromFacts(sdl, facts, apiSchema);
}

/** The same from what another thread has read: a tenth of the work, and others come between its steps. */
export async function assembleSupergraph(sdl: string, facts: SupergraphFacts): Promise<LoadedSupergraph> {
  const document = parse(facts.apiSdl, { noLocation: true });
  await nextTurn();
  // The other thread has found it valid.
  const apiSchema = buildASTSchema(document, { assumeValid: true });
  await nextTurn();
  return fromFacts(sdl, facts, apiSchema);
}

function fromFacts(sdl: string, facts: SupergraphFacts, apiSchema: GraphQLSchema): LoadedSupergraph {
  const { subgraphs, objects, fieldNames, requiredWithArguments, membersOf, hasInterfaceObjects } = facts;
  const { separated, enumsWithHiddenValues } = facts;
  return {
    sdl,
    apiSchema,
    subgraphs,
    isObject: (typename) => objects.has(typename),
    satisfies: (typename, condition) => typename === condition || membersOf.get(condition)?.has(typename) === true,
    isFieldName: (name) => fieldNames.has(name),
    isRequiredWithArguments: (name) => requiredWithArguments.has(name),
    hasInterfaceObjects,
    separated,
    isMemberField: (interfaceName, fieldName) =>
      separated?.computed.fields.has(`${interfaceName}.${fieldName}`) === true,
    isInterfaceObjectField: (interfaceName, fieldName) =>
      separated?.all.fields.has(`${interfaceName}.${fieldName}`) === true,
    hidesValues: (enumName) => enumsWithHiddenValues.has(enumName),
    hidesMembers: (typename) =>
      [...(membersOf.get(typename) ?? [])].some((name) => apiSchema.getType(name) === undefined),
    hidesObjects: [...objects].some((name) => apiSchema.getType(name) === undefined),
  };
}

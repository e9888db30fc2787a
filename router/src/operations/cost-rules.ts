import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { argumentOf, directiveNames, directiveOf, texts, whole } from './supergraph-directives.js';

/** How long the list of a field is taken to be. */
export interface ListSize {
  /** When no slicing argument says it (items). */
  assumedSize: number | undefined;
  /** Arguments whose value is the length; the greatest counts. */
  slicingArguments: readonly string[];
  /** Fields of the object below that hold the list, where the field itself is none. */
  sizedFields: readonly string[];
}

/** What `@cost` and `@listSize` say of a supergraph, with defaults where they are silent. */
export interface CostRules {
  /** One value of a field, without what is selected of it. */
  weight(typename: string, fieldName: string): number | undefined;
  /** One value of a type: 1 for objects, 0 for scalars and enums, unless `@cost` says otherwise. */
  typeWeight(typename: string): number;
  argumentWeight(typename: string, fieldName: string, argument: string): number | undefined;
  inputFieldWeight(typename: string, fieldName: string): number | undefined;
  listSize(typename: string, fieldName: string): ListSize | undefined;
}

/** Arguments that limit lists by convention, for fields without `@listSize`. */
const conventionalSlices = ['first', 'last', 'limit'];
/** Where a connection keeps its list. */
const conventionalSizedFields = ['edges', 'nodes', 'items'];

export function readCostRules(supergraph: DocumentNode, apiSchema: GraphQLSchema): CostRules {
  const names = directiveNames(supergraph);
  const weights = new Map<string, number>();
  const sizes = new Map<string, ListSize>();

  function note(coordinate: string, node: { readonly directives?: readonly ConstDirectiveNode[] | undefined }): void {
    const cost = directiveOf(node, names.cost);
    const weight = cost && whole(argumentOf(cost, 'weight'));
    if (weight !== undefined) weights.set(coordinate, weight);
    const size = directiveOf(node, names.listSize);
    if (!size) return;
    sizes.set(coordinate, {
      assumedSize: whole(argumentOf(size, 'assumedSize')),
      slicingArguments: texts(argumentOf(size, 'slicingArguments')),
      sizedFields: texts(argumentOf(size, 'sizedFields')),
    });
  }

  for (const definition of supergraph.definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      note(definition.name.value, definition);
      for (const field of definition.fields ?? []) {
        const coordinate = `${definition.name.value}.${field.name.value}`;
        note(coordinate, field);
        for (const argument of field.arguments ?? []) note(`${coordinate}(${argument.name.value}:)`, argument);
      }
    } else if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
      for (const field of definition.fields ?? []) note(`${definition.name.value}.${field.name.value}`, field);
    } else if (definition.kind === Kind.SCALAR_TYPE_DEFINITION || definition.kind === Kind.ENUM_TYPE_DEFINITION) {
      note(definition.name.value, definition);
    }
  }

  function conventionalSize(typename: string, fieldName: string): ListSize | undefined {
    const type = apiSchema.getType(typename);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
    const slicingArguments = field?.args.map(({ name }) => name).filter((name) => conventionalSlices.includes(name));
    return slicingArguments?.length
      ? { assumedSize: undefined, slicingArguments, sizedFields: conventionalSizedFields }
      : undefined;
  }

  return {
    weight: (typename, fieldName) => weights.get(`${typename}.${fieldName}`),
    typeWeight(typename) {
      const type = apiSchema.getType(typename);
      const leaf = isScalarType(type) || isEnumType(type) || isInputObjectType(type);
      return weights.get(typename) ?? (leaf ? 0 : 1);
    },
    argumentWeight: (typename, fieldName, argument) => weights.get(`${typename}.${fieldName}(${argument}:)`),
    inputFieldWeight: (typename, fieldName) => weights.get(`${typename}.${fieldName}`),
    listSize: (typename, fieldName) => sizes.get(`${typename}.${fieldName}`) ?? conventionalSize(typename, fieldName),
  };
}

import { isAbstractType, isCompositeType, type DocumentNode, type GraphQLSchema } from 'graphql';
import {
  accessFault,
  meetsRequirement,
  readRequirements,
  type HoldsPolicy,
  type Requirement,
} from '@ruzlet/platform/access/field-access';
import type { Viewer } from '@ruzlet/platform/access/viewer';
import type { DeniedField } from '../executor/denied.js';
import { directiveNames } from '../operations/supergraph-directives.js';

/**
 * Who may have which field of a supergraph. A field that somebody may not have is answered with null and an error, and no
 * subgraph is asked for it; the rest of the operation is answered.
 */
export interface AccessRules {
  /** Requirements of a field of any of the types that `typename` stands for, by index. Empty for most. */
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
  holdsPolicy?: HoldsPolicy,
): AccessRules | undefined {
  const requirements: Requirement[] = [];
  const indexes = new Map<string, number>();
  const byField = new Map<string, readonly number[]>();
  for (const [coordinate, ofField] of readRequirements(supergraph, directiveNames(supergraph))) {
    byField.set(coordinate, [...new Set(ofField.map(intern))]);
  }
  if (requirements.length === 0) return undefined;

  function intern(requirement: Requirement): number {
    const text = JSON.stringify(requirement);
    let index = indexes.get(text);
    if (index === undefined) {
      index = requirements.push(requirement) - 1;
      indexes.set(text, index);
    }
    return index;
  }

  const none: readonly number[] = [];
  const of = (typename: string, fieldName: string) => byField.get(`${typename}.${fieldName}`) ?? none;

  return {
    touchedBy(typename, fieldName) {
      const type = apiSchema.getType(typename);
      if (!isCompositeType(type)) return none;
      const types = isAbstractType(type) ? [type, ...apiSchema.getPossibleTypes(type)] : [type];
      return types.flatMap(({ name }) => of(name, fieldName));
    },
    unmet: (touched, viewer) =>
      touched.filter((index) => {
        const requirement = requirements[index];
        return requirement !== undefined && !meetsRequirement(requirement, viewer, holdsPolicy);
      }),
    deny(unmet, viewer) {
      const wanting = new Set(unmet);
      const { code, message } = accessFault(viewer);
      const fault = { message, extensions: { code } };
      return (typename, fieldName) => (of(typename, fieldName).some((index) => wanting.has(index)) ? fault : undefined);
    },
  };
}

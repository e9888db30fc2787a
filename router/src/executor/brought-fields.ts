import {
  Kind,
  parse,
  type DirectiveNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ResponseNamer } from './internal-names.js';
import type { PlacedFetch } from './plan.js';
import { renamePath } from './rewrites.js';

/** Fetches of a plan, by their numbers. */
export type FetchNumbers = ReadonlySet<number>;

/** Which fetches of a plan bring which fields of the merged data. */
export interface BroughtFields {
  /**
   * The fetches that have to be done before these selections can be written for good. Types of objects are not told
   * apart, so it may name one too many, and never one too few.
   *
   * @param position the fields on the way to where they are selected, under internal names.
   * @param isLeftOut tells which fields and fragments do not count, by their directives.
   */
  needsOf(
    position: readonly string[],
    set: SelectionSetNode,
    isLeftOut: (directives: readonly DirectiveNode[]) => boolean,
  ): FetchNumbers;
}

interface Place {
  fetches: Set<number>;
  fields: Map<string, Place>;
}

export function readBroughtFields(
  fetches: readonly PlacedFetch[],
  client: { fragments: ReadonlyMap<string, FragmentDefinitionNode>; nameOf: ResponseNamer; typesMayChange: boolean },
): BroughtFields {
  const root = newPlace();
  fetches.forEach((fetch, number) => {
    const base = fetch.path.filter((step) => typeof step === 'string').filter((step) => step !== '@');
    for (const path of fieldPaths(fetch)) {
      note([...base, ...path], number);
      // Under both names where the plan renames: it may do so for some types only.
      note([...base, ...renamePath(path, fetch.node.outputRewrites)], number);
    }
  });

  function note(path: readonly (string | number)[], number: number): void {
    let place = root;
    for (const step of path) {
      const name = String(step);
      const below = place.fields.get(name) ?? newPlace();
      place.fields.set(name, below);
      place = below;
    }
    place.fetches.add(number);
  }

  return {
    needsOf(position, set, isLeftOut) {
      const needs = new Set<number>();
      const add = (place: Place | undefined): void => {
        for (const number of place?.fetches ?? []) needs.add(number);
      };
      const walk = ({ selections }: SelectionSetNode, place: Place): void => {
        // A subgraph that knows only the interface says another type than one that knows the object.
        if (client.typesMayChange) add(place.fields.get('__typename'));
        for (const selection of selections) {
          if (isLeftOut(selection.directives ?? [])) continue;
          if (selection.kind === Kind.FIELD) {
            const name = selection.name.value;
            const below = place.fields.get(client.nameOf(selection.alias?.value ?? name, name));
            add(below);
            if (below && selection.selectionSet) walk(selection.selectionSet, below);
            continue;
          }
          const fragment =
            selection.kind === Kind.FRAGMENT_SPREAD ? client.fragments.get(selection.name.value) : selection;
          if (fragment) walk(fragment.selectionSet, place);
        }
      };
      const start = position.reduce<Place | undefined>((place, name) => place?.fields.get(name), root);
      if (start) walk(set, start);
      return needs;
    },
  };
}

/** The paths of all fields that a fetch asks for, from the objects that its answer is merged into. */
function fieldPaths({ node }: PlacedFetch): string[][] {
  const document = parse(node.operation, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    else if (definition.kind === Kind.OPERATION_DEFINITION) operation = definition;
  }
  const paths: string[][] = [];
  const walk = ({ selections }: SelectionSetNode, path: readonly string[]): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const here = [...path, selection.alias?.value ?? selection.name.value];
        paths.push(here);
        if (selection.selectionSet) walk(selection.selectionSet, here);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (fragment) walk(fragment.selectionSet, path);
    }
  };
  if (operation) walk(operation.selectionSet, []);
  // What is asked for of entities is merged into them.
  return node.requires ? paths.flatMap(([, ...inEntity]) => (inEntity.length > 0 ? [inEntity] : [])) : paths;
}

function newPlace(): Place {
  return { fetches: new Set(), fields: new Map() };
}

import { Kind, parse } from 'graphql';
import type { ObjectTypesOf } from './hive-plan.js';

/** Which objects each abstract type of a supergraph has. */
export function readObjectTypes(sdl: string): ObjectTypesOf {
  const objects = new Map<string, string[]>();
  const add = (abstract: string, object: string): void => {
    objects.set(abstract, [...(objects.get(abstract) ?? []), object]);
  };
  for (const definition of parse(sdl, { noLocation: true }).definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) {
      for (const { name } of definition.interfaces ?? []) add(name.value, definition.name.value);
    } else if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
      for (const { name } of definition.types ?? []) add(definition.name.value, name.value);
    }
  }
  return (typename) => objects.get(typename) ?? [typename];
}

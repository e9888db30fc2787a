import { buildSchema, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { resolversOf } from './data.js';
import type { World } from './model.js';
import { monolithSdl } from './sdl.js';

/** One server that has everything. `slow` fields answer with promises. */
export function createMonolith(
  world: World,
  { slow = () => false }: { slow?: (field: string) => boolean } = {},
): GraphQLSchema {
  const schema = buildSchema(monolithSdl(world));
  const resolvers = resolversOf(world, undefined);
  for (const [typename, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typename);
    // What clients do not see is not here.
    if (!isObjectType(type)) continue;
    for (const [name, resolve] of Object.entries(fields as Record<string, GraphQLFieldResolver<unknown, unknown>>)) {
      const field = type.getFields()[name];
      if (!field) continue;
      field.resolve = slow(name)
        ? async (...parameters) => Promise.resolve().then(() => resolve(...parameters))
        : resolve;
    }
  }
  return schema;
}

import { buildSchema, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { resolversOf } from './data.js';
import { monolithSdl } from './sdl.js';
import type { World } from './world.js';

/** One server that has everything. `slow` fields answer with promises. */
export function createMonolith(
  world: World,
  { slow = () => false }: { slow?: (field: string) => boolean } = {},
): GraphQLSchema {
  const schema = buildSchema(monolithSdl(world));
  const resolvers = resolversOf(world, undefined);
  for (const [typename, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typename) as GraphQLObjectType;
    for (const [name, resolve] of Object.entries(fields as Record<string, any>)) {
      type.getFields()[name]!.resolve = slow(name)
        ? async (...parameters) => Promise.resolve().then(() => resolve(...parameters))
        : resolve;
    }
  }
  return schema;
}

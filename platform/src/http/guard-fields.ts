import { defaultFieldResolver, isObjectType, type DocumentNode, type GraphQLSchema } from 'graphql';
import { accessFault, meetsRequirement, readRequirements } from '../access/field-access.js';
import type { Viewer } from '../access/viewer.js';
import { AppError } from '../errors.js';

/** Names of the access directives as our subgraphs import them. */
const names = { authenticated: 'authenticated', requiresScopes: 'requiresScopes', policy: 'policy' };

/**
 * Enforces the access directives of a subgraph's own SDL before a guarded field is resolved, so that a subgraph that is
 * reached directly is as safe as through the router. Fields without a directive cost nothing.
 *
 * @param contextOf makes the context of a request.
 * @returns the same, for the guards to know whose context it is: they deny in any other.
 */
export function guardFields<Info extends { viewer: Viewer | null }>(
  schema: GraphQLSchema,
  typeDefs: DocumentNode,
  contextOf: (info: Info) => unknown,
): (info: Info) => unknown {
  const viewers = new WeakMap<object, Viewer | null>();
  const viewerOf = (context: unknown): Viewer | null =>
    typeof context === 'object' && context !== null ? (viewers.get(context) ?? null) : null;

  const guarded = readRequirements(typeDefs, names);
  if (guarded.size === 0) return contextOf;
  for (const [coordinate, requirements] of guarded) {
    const [typename = '', fieldName = ''] = coordinate.split('.');
    const type = schema.getType(typename);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    if (!field) continue;
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (source, args, context, info) => {
      const viewer = viewerOf(context);
      if (!requirements.every((requirement) => meetsRequirement(requirement, viewer))) {
        const { code, message } = accessFault(viewer);
        throw new AppError(code, message);
      }
      const value: unknown = resolve(source, args, context, info);
      return value;
    };
  }
  return (info) => {
    const context = contextOf(info);
    if (typeof context === 'object' && context !== null) viewers.set(context, info.viewer);
    return context;
  };
}

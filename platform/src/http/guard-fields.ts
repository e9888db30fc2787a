import { defaultFieldResolver, isObjectType, type DocumentNode, type GraphQLSchema } from 'graphql';
import { accessFault, meetsRequirement, readRequirements } from '../access/field-access.js';
import type { Viewer } from '../access/viewer.js';
import { AppError } from '../errors.js';

/** Names of the access directives as our subgraphs import them. */
const names = { authenticated: 'authenticated', requiresScopes: 'requiresScopes', policy: 'policy' };

export interface FieldGuard<Info> {
  /** Makes the context of a request, for guards to know whose it is: they deny in any other. */
  contextOf: (info: Info) => unknown;
  /**
   * Enforces the access directives of a subgraph's own SDL before a guarded field is resolved. Fields without a directive
   * cost nothing.
   */
  protect: (schema: GraphQLSchema, typeDefs: DocumentNode) => void;
}

/** Makes a subgraph that is reached directly as safe as through the router. */
export function createFieldGuard<Info extends { viewer: Viewer | null }>(
  contextOf: (info: Info) => unknown,
): FieldGuard<Info> {
  const viewers = new WeakMap<object, Viewer | null>();
  let anyGuarded = false;
  const viewerOf = (context: unknown): Viewer | null =>
    typeof context === 'object' && context !== null ? (viewers.get(context) ?? null) : null;

  return {
    contextOf(info) {
      const context = contextOf(info);
      if (anyGuarded && typeof context === 'object' && context !== null) viewers.set(context, info.viewer);
      return context;
    },
    protect(schema, typeDefs) {
      for (const [coordinate, requirements] of readRequirements(typeDefs, names)) {
        const [typename = '', fieldName = ''] = coordinate.split('.');
        const type = schema.getType(typename);
        const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
        if (!field) continue;
        anyGuarded = true;
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
    },
  };
}

import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import type { RouterContext } from '../context.js';
import type { Executor } from './executor.js';
import type { LoadedSupergraph } from './supergraph.js';

type Gateway = ApolloServerOptionsWithGateway<RouterContext>['gateway'];
type Listener = Parameters<Gateway['onSchemaLoadOrUpdate']>[0];

const contextSchema = z.object({ forwarded: z.record(z.string(), z.string()) });

/** The executor as Apollo Server's gateway. Apollo Server has parsed and validated by the time it is asked. */
export function createGateway(supergraph: LoadedSupergraph, executor: Executor): Gateway {
  const listeners = new Set<Listener>();
  return {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load() {
      for (const listener of listeners) {
        listener({ apiSchema: supergraph.apiSchema, coreSupergraphSdl: supergraph.sdl });
      }
      return Promise.resolve({
        async executor({ source, document, request, context }) {
          try {
            const operation = executor.compile({ source, operationName: request.operationName }, document);
            const { forwarded } = contextSchema.parse(context);
            return await executor.execute(operation, { variables: request.variables, headers: forwarded });
          } catch (error) {
            if (error instanceof GraphQLError) return { errors: [error] };
            throw error;
          }
        },
      });
    },
    stop: () => Promise.resolve(),
  };
}

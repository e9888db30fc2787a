import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { getOperationAST, GraphQLError, OperationTypeNode } from 'graphql';
import type { RouterContext } from '../context.js';
import type { LoadedSupergraph } from '../executor/supergraph.js';
import { refusal } from '../limits/refusal.js';
import type { Runner } from './runner.js';

type Gateway = ApolloServerOptionsWithGateway<RouterContext>['gateway'];
type Listener = Parameters<Gateway['onSchemaLoadOrUpdate']>[0];

/**
 * The runner as Apollo Server's gateway. Apollo Server has parsed and validated by the time it is asked.
 *
 * @param contextOf the router's context behind what Apollo Server hands over.
 */
export function createGateway(
  supergraph: LoadedSupergraph,
  runner: Runner,
  contextOf: (contextValue: object) => RouterContext,
): Gateway {
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
          // Looked for here: what Apollo Server hands over is undefined when no operation has the name.
          if (getOperationAST(document, request.operationName)?.operation === OperationTypeNode.SUBSCRIPTION) {
            const message =
              'Subscriptions are served over graphql-ws, and as Server-Sent Events (accept: text/event-stream).';
            return { errors: [refusal('BAD_REQUEST', message, { status: 400 })] };
          }
          try {
            const routerContext = contextOf(context);
            const key = { source, operationName: request.operationName };
            const prepared = await runner.prepare(key, document, routerContext.signal);
            return await runner.run(prepared, request.variables, routerContext);
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

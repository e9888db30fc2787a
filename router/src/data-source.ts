import type { GraphQLDataSource } from '@apollo/gateway';
import type { RouterContext } from './context.js';
import type { SubgraphTransport } from './transport.js';

/** A subgraph as the gateway's executor calls it. */
export function createDataSource(transport: SubgraphTransport): GraphQLDataSource<RouterContext> {
  return {
    async process(options) {
      const { query, variables, operationName } = options.request;
      // Without a request context it is the gateway's own health check, which has no one to speak for.
      const headers = 'incomingRequestContext' in options ? options.context.forwarded : {};
      const answer = await transport.execute({ query: query ?? '', variables, operationName, headers });
      return {
        ...(answer.data !== undefined && { data: answer.data }),
        ...(answer.errors && {
          errors: answer.errors.map(({ message, path, extensions }) => ({
            message,
            ...(path && { path }),
            ...(extensions && { extensions }),
          })),
        }),
      };
    },
  };
}

import type { SubgraphTransport } from '@ruzlet/router/transport';
import type { Subgraph } from '@ruzlet/platform/http/subgraph';

/** The way from the router to a subgraph of the same process: no HTTP, the same verification of tokens. */
export function createLocalTransport(subgraph: Subgraph): SubgraphTransport {
  return {
    async execute({ query, variables, operationName, headers }) {
      const { data, errors } = await subgraph.execute({ query, variables, operationName, headers });
      return {
        ...(data !== undefined && { data }),
        ...(errors && {
          errors: errors.map(({ message, path, extensions }) => ({
            message,
            ...(path && { path: [...path] }),
            ...(extensions && { extensions }),
          })),
        }),
      };
    },
    async ready() {
      return Object.values(await subgraph.ready()).every(Boolean);
    },
    close: () => Promise.resolve(),
  };
}

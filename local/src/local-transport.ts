import type { GraphQLFormattedError } from 'graphql';
import type { GraphqlResponse } from '@ruzlet/platform/http/graphql-executor';
import type { SubgraphAnswer, SubgraphTransport } from '@ruzlet/router/transport';
import type { Subgraph } from '@ruzlet/platform/http/subgraph';

/** The way from the router to a subgraph of the same process: no HTTP, the same verification of tokens. */
export function createLocalTransport(subgraph: Subgraph): SubgraphTransport {
  return {
    async execute({ query, variables, operationName, headers }) {
      return toAnswer(await subgraph.execute({ query, variables, operationName, headers }));
    },
    async subscribe(operation, signal) {
      const { errors, events } = await subgraph.subscribe(operation, signal);
      return errors ? { errors: errors.map(toError) } : { events: answers(events) };
    },
    async ready() {
      return Object.values(await subgraph.ready()).every(Boolean);
    },
    close: () => Promise.resolve(),
  };
}

async function* answers(events: AsyncIterable<GraphqlResponse>): AsyncGenerator<SubgraphAnswer, void> {
  for await (const event of events) yield toAnswer(event);
}

function toAnswer({ data, errors }: GraphqlResponse): SubgraphAnswer {
  return { ...(data !== undefined && { data }), ...(errors && { errors: errors.map(toError) }) };
}

function toError({ message, path, extensions }: GraphQLFormattedError) {
  return { message, ...(path && { path: [...path] }), ...(extensions && { extensions }) };
}

import { GraphQLError } from 'graphql';
import type { SubgraphAnswer, SubgraphStream, SubgraphTransport } from '../transport.js';
import type { CompiledOperation } from './compile-operation.js';
import type { Execution, OperationResult, SubgraphFetch } from './execution.js';

/** A subscription that stands, or why it does not. */
export type OperationStream =
  { events: AsyncGenerator<OperationResult, void>; result?: undefined } | { result: OperationResult };

export interface StreamRequest {
  variables: Record<string, unknown> | undefined;
  headers: Record<string, string>;
  /** Ends the stream. */
  signal: AbortSignal;
}

/**
 * Opens the stream of the subgraph that owns the subscription's field. For each of its events the rest of the selection
 * is fetched from the others, as for a query whose first fetch has just been answered.
 */
export async function openOperationStream(
  operation: CompiledOperation,
  request: StreamRequest,
  transportOf: (subgraph: string) => SubgraphTransport,
  call: Execution['call'],
): Promise<OperationStream> {
  const { variables, headers, signal } = request;
  // Nothing that a subgraph could be asked for: the answer says why.
  if (!operation.stream) return { result: await operation.execute(variables, call) };
  const fetch = operation.stream(variables);
  if (!('subgraph' in fetch)) return { result: fetch };
  const transport = transportOf(fetch.subgraph);
  const sent = { query: fetch.query, variables: fetch.variables, headers };
  const opened = await transport.subscribe?.(sent, signal);
  if (!opened) throw new Error(`There is no way to subscribe to the subgraph ${fetch.subgraph}.`);
  if (opened.errors) return { result: { errors: opened.errors.map(asGraphqlError) } };
  return { events: resolveEvents(opened, fetch) };

  async function* resolveEvents(
    { events }: Extract<SubgraphStream, { events: unknown }>,
    { subgraph, query }: SubgraphFetch,
  ): AsyncGenerator<OperationResult, void> {
    for await (const event of events) {
      // An error without data is no event: it ends the stream.
      if (event.data === undefined) {
        yield { errors: (event.errors ?? []).map(asGraphqlError) };
        return;
      }
      let isFirst = true;
      yield await operation.execute(variables, (name, text, sent): Promise<SubgraphAnswer> => {
        if (isFirst && name === subgraph && text === query) {
          isFirst = false;
          return Promise.resolve(event);
        }
        return call(name, text, sent);
      });
    }
  }
}

function asGraphqlError({ message, extensions }: NonNullable<SubgraphAnswer['errors']>[number]): GraphQLError {
  return new GraphQLError(message, { ...(extensions && { extensions }) });
}

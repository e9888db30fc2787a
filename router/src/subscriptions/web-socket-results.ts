import {
  GraphQLError,
  parse,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import type { LiveAnswer } from './live-operations.js';

/** What graphql-ws is handed, out of what the router has already executed. */

const documents = { subscription: parse('subscription { __typename }'), other: parse('{ __typename }') };

/** graphql-ws reads the kind of operation from the document, and nothing else. */
export function argumentsFor(isSubscription: boolean, schema: GraphQLSchema): ExecutionArgs {
  return { schema, document: isSubscription ? documents.subscription : documents.other };
}

/** The token of `connection_init`: `authorization: "Bearer …"` in any spelling, or `accessToken` alone. */
export function authorizationIn(parameters: Readonly<Record<string, unknown>> | undefined): string | undefined {
  for (const [name, value] of Object.entries(parameters ?? {})) {
    if (value === null) continue;
    // What is no text is no token either, and is refused as such: whoever sends it believes to be signed in.
    const text = typeof value === 'string' ? value : '';
    if (name.toLowerCase() === 'authorization') return text;
    if (name === 'accessToken') return `Bearer ${text}`;
  }
  return undefined;
}

export function asGraphqlError({ message, path, extensions }: GraphQLFormattedError): GraphQLError {
  return new GraphQLError(message, { ...(path && { path }), ...(extensions && { extensions }) });
}

export function toResult({ data, errors }: LiveAnswer): ExecutionResult {
  return { ...(data !== undefined && { data }), ...(errors && { errors: errors.map(asGraphqlError) }) };
}

/** True for the last answer of a stream that ends because its token does. */
export function endsForToken({ data, errors }: LiveAnswer): boolean {
  return data === undefined && errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED') === true;
}

/**
 * A stream that can be left while it waits: an async generator alone would take note only at its next event.
 *
 * @param mine ends what the stream stands on.
 */
export function streamOfResults(
  events: AsyncGenerator<LiveAnswer, void>,
  mine: AbortController,
  onAnswer: (answer: LiveAnswer) => void,
): AsyncIterableIterator<ExecutionResult> {
  const results: AsyncIterableIterator<ExecutionResult> = {
    [Symbol.asyncIterator]: () => results,
    async next() {
      const { done, value } = await events.next();
      if (done === true) {
        mine.abort();
        return { done: true, value: undefined };
      }
      onAnswer(value);
      return { done: false, value: toResult(value) };
    },
    async return() {
      mine.abort();
      await events.return();
      return { done: true, value: undefined };
    },
  };
  return results;
}

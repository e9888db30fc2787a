import {
  createSourceEventStream,
  execute,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { AppError } from '../errors.js';
import type { Logger } from '../log.js';
import type { Documents } from './documents.js';
import { presentResult, type GraphqlRequest, type GraphqlResponse } from './graphql-executor.js';
import { formatGraphqlError } from './graphql-errors.js';

/** A subscription that stands, or why it does not. */
export type SubscriptionStart =
  | { events: AsyncGenerator<GraphqlResponse, void>; errors?: undefined }
  | { errors: readonly GraphQLFormattedError[]; events?: undefined };

export interface SubscriberCall {
  /** For the resolver that opens the stream. */
  context: unknown;
  /** For each event anew: what was loaded for one is old at the next. Throws when nothing may be delivered any more. */
  contextOfEvent: () => Promise<unknown>;
  errors: { requestId: string; log: Logger };
  /** Why a valid document may not be executed; undefined when it may. */
  fault: (document: DocumentNode, operationName: string | undefined) => AppError | undefined;
}

/**
 * Executes subscriptions over one schema. The stream resolves all that was selected for each event; an error that ends it is
 * its last message, without data.
 */
export function createGraphqlSubscriber({
  schema,
  documents,
}: {
  schema: GraphQLSchema;
  documents: Documents;
}): (request: GraphqlRequest, call: SubscriberCall) => Promise<SubscriptionStart> {
  return async ({ query, variables, operationName }, call) => {
    const { document, errors } = documents(query);
    if (!document || errors.length > 0) return { errors: errors.map((error) => error.toJSON()) };
    const operation = getOperationAST(document, operationName);
    const refused =
      operation && operation.operation !== OperationTypeNode.SUBSCRIPTION
        ? new AppError('BAD_USER_INPUT', 'Only subscriptions are streamed: send queries and mutations without.')
        : call.fault(document, operationName);
    if (refused) return { errors: [{ message: refused.message, extensions: { code: refused.code } }] };
    const args = { schema, document, variableValues: variables ?? null, operationName: operationName ?? null };

    const source = await createSourceEventStream({ ...args, contextValue: call.context });
    if (!(Symbol.asyncIterator in source)) {
      return { errors: (source.errors ?? []).map((error) => formatGraphqlError(error, call.errors)) };
    }
    return { events: deliver(source) };

    async function* deliver(payloads: AsyncIterable<unknown>): AsyncGenerator<GraphqlResponse, void> {
      try {
        for await (const rootValue of payloads) {
          const contextValue = await call.contextOfEvent();
          yield presentResult(await execute({ ...args, rootValue, contextValue }), call.errors);
        }
      } catch (error) {
        yield { errors: [formatGraphqlError(asGraphqlError(error), call.errors)] };
      }
    }
  };
}

function asGraphqlError(error: unknown): GraphQLError {
  const cause = error instanceof Error ? error : new Error(String(error));
  return cause instanceof GraphQLError ? cause : new GraphQLError(cause.message, { originalError: cause });
}

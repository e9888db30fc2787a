import {
  execute,
  getOperationAST,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { AppError } from '../errors.js';
import type { Logger } from '../log.js';
import type { Documents } from './documents.js';
import { formatGraphqlError } from './graphql-errors.js';

export interface GraphqlRequest {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}

/** An answer as it goes over the wire. */
export interface GraphqlResponse {
  data?: ExecutionResult['data'];
  errors?: GraphQLFormattedError[];
}

const notStreamed = new AppError('BAD_USER_INPUT', 'Subscriptions are streamed: send accept: text/event-stream.');

/** Executes operations over one schema. */
export function createGraphqlExecutor(options: { schema: GraphQLSchema; documents: Documents }): (
  request: GraphqlRequest,
  context: unknown,
  errors: { requestId: string; log: Logger },
  /** Why a valid document may not be executed; undefined when it may. */
  fault?: (document: DocumentNode, operationName: string | undefined) => AppError | undefined,
) => Promise<GraphqlResponse> {
  return async (request, context, errorContext, fault) => {
    const { document, errors } = options.documents(request.query);
    if (!document || errors.length > 0) return { errors: errors.map((error) => error.toJSON()) };
    const kind = getOperationAST(document, request.operationName)?.operation;
    const refused = kind === OperationTypeNode.SUBSCRIPTION ? notStreamed : fault?.(document, request.operationName);
    if (refused) return { errors: [{ message: refused.message, extensions: { code: refused.code } }] };
    const result = await execute({
      schema: options.schema,
      document,
      contextValue: context,
      variableValues: request.variables ?? null,
      operationName: request.operationName ?? null,
    });
    return presentResult(result, errorContext);
  };
}

/** A result as it goes over the wire. */
export function presentResult(
  result: ExecutionResult,
  errorContext: { requestId: string; log: Logger },
): GraphqlResponse {
  if (!result.errors) return { data: result.data };
  return {
    ...('data' in result && { data: result.data }),
    errors: result.errors.map((error) => formatGraphqlError(error, errorContext)),
  };
}

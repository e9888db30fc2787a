import {
  execute,
  getOperationAST,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { AppError } from '../errors.js';
import { compileOperation, type CompiledOperation } from '../execution/compile-operation.js';
import type { Logger } from '../log.js';
import type { FieldTrace } from '../execution/field-trace.js';
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
  extensions?: Record<string, unknown>;
}

const notStreamed = new AppError('BAD_USER_INPUT', 'Subscriptions are streamed: send accept: text/event-stream.');

/** Operations of a document by name, compiled when first asked for. */
type Operations = Map<string | undefined, CompiledOperation>;

/** Executes operations over one schema. They are compiled once and remembered with their documents. */
export function createGraphqlExecutor(options: {
  schema: GraphQLSchema;
  documents: Documents;
  /** Documents whose operations are remembered (count). */
  documentsMax: number;
}): (
  request: GraphqlRequest,
  context: unknown,
  errors: { requestId: string; log: Logger },
  /** Why a valid document may not be executed; undefined when it may. */
  fault?: (document: DocumentNode, operationName: string | undefined) => AppError | undefined,
  /** Times every resolver of this request. */
  trace?: FieldTrace,
) => Promise<GraphqlResponse> {
  const compiledOf = new LRUCache<string, Operations>({ max: options.documentsMax });

  function compiled(query: string, document: DocumentNode, name: string | undefined): CompiledOperation | null {
    const operations = compiledOf.get(query) ?? new Map<string | undefined, CompiledOperation>();
    const known = operations.get(name);
    if (known !== undefined) return known;
    const fresh = compileOperation(options.schema, document, name) ?? null;
    // Names that the document does not have are as many as clients care to send.
    if (fresh) compiledOf.set(query, operations.set(name, fresh));
    return fresh;
  }

  return async (request, context, errorContext, fault, trace) => {
    const { document, errors } = options.documents(request.query);
    if (!document || errors.length > 0) return { errors: errors.map((error) => error.toJSON()) };
    const kind = getOperationAST(document, request.operationName)?.operation;
    const refused = kind === OperationTypeNode.SUBSCRIPTION ? notStreamed : fault?.(document, request.operationName);
    if (refused) return { errors: [{ message: refused.message, extensions: { code: refused.code } }] };
    const operation = trace
      ? compileOperation(options.schema, document, request.operationName, trace)
      : compiled(request.query, document, request.operationName);
    const result = operation
      ? await operation({ variables: request.variables, context })
      : await execute({
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

import {
  execute,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { AppError } from '../errors.js';
import { compileOperation, type CompiledOperation } from '../execution/compile-operation.js';
import type { Logger } from '../log.js';
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

interface Parsed {
  document: DocumentNode | undefined;
  errors: readonly GraphQLError[];
  /** By operation name, compiled when first asked for. */
  operations: Map<string | undefined, CompiledOperation>;
}

/**
 * Executes operations over one schema. Documents are parsed, validated and compiled once and remembered by their text,
 * since a router sends the same few again and again.
 */
export function createGraphqlExecutor(options: {
  schema: GraphQLSchema;
  /** Documents remembered (count). */
  documentsMax: number;
  /** Lexical tokens of one document (count). */
  tokensMax: number;
}): (
  request: GraphqlRequest,
  context: unknown,
  errors: { requestId: string; log: Logger },
  /** Why a valid document may not be executed; undefined when it may. */
  fault?: (document: DocumentNode, operationName: string | undefined) => AppError | undefined,
) => Promise<GraphqlResponse> {
  const documents = new LRUCache<string, Parsed>({ max: options.documentsMax });

  function parsed(query: string): Parsed {
    const known = documents.get(query);
    if (known) return known;
    const fresh = parseAndValidate(query);
    documents.set(query, fresh);
    return fresh;
  }

  function parseAndValidate(query: string): Parsed {
    try {
      const document = parse(query, { maxLexicalTokens: options.tokensMax });
      const errors = validate(options.schema, document).map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
      return { document, errors, operations: new Map() };
    } catch (error) {
      if (error instanceof GraphQLError)
        return { document: undefined, errors: [withCode(error, 'GRAPHQL_PARSE_FAILED')], operations: new Map() };
      throw error;
    }
  }

  function compiled(
    { operations }: Parsed,
    document: DocumentNode,
    name: string | undefined,
  ): CompiledOperation | null {
    const known = operations.get(name);
    if (known !== undefined) return known;
    const fresh = compileOperation(options.schema, document, name) ?? null;
    // Names that the document does not have are as many as clients care to send.
    if (fresh) operations.set(name, fresh);
    return fresh;
  }

  return async (request, context, errorContext, fault) => {
    const known = parsed(request.query);
    const { document, errors } = known;
    if (!document || errors.length > 0) return { errors: errors.map((error) => error.toJSON()) };
    const refused = fault?.(document, request.operationName);
    if (refused) return { errors: [{ message: refused.message, extensions: { code: refused.code } }] };
    const operation = compiled(known, document, request.operationName);
    const result = operation
      ? await operation({ variables: request.variables, context })
      : await execute({
          schema: options.schema,
          document,
          contextValue: context,
          variableValues: request.variables ?? null,
          operationName: request.operationName ?? null,
        });
    if (!result.errors) return { data: result.data };
    return {
      ...('data' in result && { data: result.data }),
      errors: result.errors.map((error) => formatGraphqlError(error, errorContext)),
    };
  };
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, {
    ...(error.nodes && { nodes: error.nodes }),
    ...(error.source && { source: error.source }),
    ...(error.positions && { positions: error.positions }),
    extensions: { ...error.extensions, code },
  });
}

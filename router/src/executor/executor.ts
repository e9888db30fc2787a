import { getOperationAST, GraphQLError, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { SubgraphTransport } from '../transport.js';
import { compileOperation, type CompiledOperation, type OperationResult } from './compile-operation.js';
import { openOperationStream, type OperationStream, type StreamRequest } from './stream.js';
import type { DeniedField } from './denied.js';
import type { LoadedSupergraph } from './supergraph.js';

export interface ExecutorOptions {
  supergraph: LoadedSupergraph;
  transports: ReadonlyMap<string, SubgraphTransport>;
  /** Operations remembered with their plans (count). */
  operationsMax: number;
}

export interface OperationKey {
  /** Tells documents apart: their text, or a hash of it. */
  source: string;
  operationName?: string | null | undefined;
  /** Tells compilations of one document apart that deny different fields. */
  variant?: string | undefined;
}

/** Executes operations over the subgraphs of one supergraph. */
export interface Executor {
  /** An operation that has been compiled before. */
  known(key: OperationKey): CompiledOperation | undefined;
  /**
   * Plans and compiles, or finds what has been.
   *
   * @param document valid against the API schema.
   * @param denied fields that are neither asked for nor answered; the same for the same variant.
   * @throws GraphQLError when there is no such operation in the document or it cannot be planned.
   */
  compile(key: OperationKey, document: DocumentNode, denied?: DeniedField): CompiledOperation;
  /** @param headers sent to every subgraph. */
  execute(
    operation: CompiledOperation,
    request: {
      variables?: Record<string, unknown> | undefined;
      headers: Record<string, string>;
      /** Ends calls that are under way; made when first asked for. */
      signal?: (() => AbortSignal) | undefined;
    },
  ): Promise<OperationResult>;
  /** Opens a subscription. @throws when its subgraph does not answer. */
  subscribe(operation: CompiledOperation, request: StreamRequest): Promise<OperationStream>;
}

/** Longer documents are planned each time: a comment of megabytes must not fill the memory. */
const rememberedCharactersMax = 50_000;

export function createExecutor({ supergraph, transports, operationsMax }: ExecutorOptions): Executor {
  const operations = new LRUCache<string, CompiledOperation>({ max: operationsMax });
  const keyOf = ({ source, operationName, variant = '' }: OperationKey): string =>
    `${variant}${operationName ?? ''}\n${source}`;

  function transportOf(name: string): SubgraphTransport {
    const transport = transports.get(name);
    if (!transport) throw new Error(`There is no way to the subgraph ${name}.`);
    return transport;
  }

  return {
    known: (key) => operations.get(keyOf(key)),
    compile(key, document, denied) {
      const id = keyOf(key);
      const known = operations.get(id);
      if (known) return known;
      const operation = getOperationAST(document, key.operationName);
      if (!operation) throw new GraphQLError('The document has no such operation.');
      const compiled = compileOperation(supergraph, document, operation, denied);
      if (id.length <= rememberedCharactersMax) operations.set(id, compiled);
      return compiled;
    },
    execute(operation, { variables, headers, signal }) {
      return operation.execute(variables, (name, query, sent) =>
        transportOf(name).execute({ query, variables: sent, headers, signal }),
      );
    },
    subscribe(operation, request) {
      const { headers, signal } = request;
      return openOperationStream(operation, request, transportOf, (name, query, sent) =>
        transportOf(name).execute({ query, variables: sent, headers, signal: () => signal }),
      );
    },
  };
}

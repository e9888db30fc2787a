import { getOperationAST, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { SubgraphTransport } from '../transport.js';
import { compileOperation, type CompiledOperation } from './compile-operation.js';
import type { Delivered } from './deferred-operation.js';
import type { PartWriter } from './delivery.js';
import type { OperationResult } from './execution.js';
import { noSuchOperation } from './no-such-operation.js';
import { openOperationStream, type OperationStream, type StreamRequest } from './stream.js';
import type { DeniedField } from './denied.js';
import type { Planner } from '../planner/planner.js';
import type { LoadedSupergraph } from './supergraph.js';

export interface ExecutorOptions {
  supergraph: LoadedSupergraph;
  planner: Planner;
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
  /** Labels of `@override` that hold for it; none without. */
  labels?: readonly string[] | undefined;
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
   * @param signal tells planning that nobody waits for it any more.
   * @throws GraphQLError when there is no such operation in the document or planning is refused; what the planner throws.
   */
  compile(
    key: OperationKey,
    document: DocumentNode,
    denied?: DeniedField,
    signal?: () => AbortSignal,
  ): Promise<CompiledOperation>;
  /** Operations that are remembered with their plans (count). */
  size(): number;
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
  /** Writes the answer in parts. @param operation with something deferred. */
  deliver(
    operation: CompiledOperation,
    request: { variables: Record<string, unknown> | undefined; headers: Record<string, string>; signal: AbortSignal },
    writer: PartWriter,
  ): Promise<Delivered>;
  /** Opens a subscription. @throws when its subgraph does not answer. */
  subscribe(operation: CompiledOperation, request: StreamRequest): Promise<OperationStream>;
}

/** Longer documents are planned each time: a comment of megabytes must not fill the memory. */
const rememberedCharactersMax = 50_000;

export function createExecutor({ supergraph, planner, transports, operationsMax }: ExecutorOptions): Executor {
  const operations = new LRUCache<string, CompiledOperation>({ max: operationsMax });
  const keyOf = ({ source, operationName, variant = '', labels }: OperationKey): string =>
    `${variant}${labels?.length ? `${labels.join()}\n` : ''}${operationName ?? ''}\n${source}`;

  function transportOf(name: string): SubgraphTransport {
    const transport = transports.get(name);
    if (!transport) throw new Error(`There is no way to the subgraph ${name}.`);
    return transport;
  }

  return {
    // Nothing longer is remembered, so it need not be hashed to be looked for.
    known: (key) => (key.source.length > rememberedCharactersMax ? undefined : operations.get(keyOf(key))),
    async compile(key, document, denied, signal) {
      const id = keyOf(key);
      const known = operations.get(id);
      if (known) return known;
      const operation = getOperationAST(document, key.operationName);
      if (!operation) throw noSuchOperation(document, key.operationName);
      const { labels = [] } = key;
      const compiled = await compileOperation({ supergraph, planner, labels }, document, operation, denied, signal);
      // Two that asked at the same time go on with the same one.
      const meanwhile = operations.get(id);
      if (meanwhile) return meanwhile;
      if (id.length <= rememberedCharactersMax) operations.set(id, compiled);
      return compiled;
    },
    size: () => operations.size,
    execute(operation, { variables, headers, signal }) {
      return operation.execute(
        variables,
        (name, query, sent) => transportOf(name).execute({ query, variables: sent, headers, signal }),
        signal,
      );
    },
    deliver({ deferred }, { variables, headers, signal }, writer) {
      if (!deferred) throw new Error('Nothing of the operation is deferred.');
      return deferred.deliver(
        variables,
        (name, query, sent) => transportOf(name).execute({ query, variables: sent, headers, signal: () => signal }),
        writer,
        signal,
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

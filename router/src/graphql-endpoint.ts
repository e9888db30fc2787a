import type { IncomingMessage } from 'node:http';
import { getOperationAST, OperationTypeNode, type GraphQLError } from 'graphql';
import { AppError } from '@ruzlet/platform/errors';
import { readBody } from '@ruzlet/platform/http/body';
import { eventStreamPreference } from '@ruzlet/platform/http/event-stream';
import { answerByServer } from './answer-by-server.js';
import { contentTypeOf, requireReadable } from './content-type.js';
import type { CurrentGraph } from './graph/current-graph.js';
import type { Graph } from './graph/create-graph.js';
import { answerInParts } from './incremental/parts-endpoint.js';
import { createBodyScan, type BodyLimits } from './limits/body-scan.js';
import { parseWithinLimits, type OperationLimits } from './limits/operation-limits.js';
import type { PersistedOperations } from './persisted/persisted-operations.js';
import { readOperations, type SentOperation, type SentRequest } from './read-request.js';
import { sendResult, type GraphqlCall } from './send-result.js';
import { answerEventStream } from './subscriptions/event-stream-endpoint.js';
import type { LiveOperations } from './subscriptions/live-operations.js';

export interface GraphqlEndpointOptions {
  current: CurrentGraph;
  operationLimits: OperationLimits;
  bodyBytesMax: number;
  /** Bytes of a body of who is not signed in. */
  anonymousBodyBytesMax: number;
  bodyLimits: BodyLimits;
  urlCharactersMax: number;
  batchOperationsMax: number;
  compression: boolean;
  persisted: PersistedOperations;
  live: LiveOperations;
}

/** What clients commonly accept, and what they are then sent. Anything else is negotiated by Apollo Server. */
const contentTypes = new Map<string | undefined, string>([
  [undefined, 'application/json; charset=utf-8'],
  ['*/*', 'application/json; charset=utf-8'],
  ['application/json', 'application/json; charset=utf-8'],
  ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
  ['application/graphql-response+json,application/json;q=0.9', 'application/graphql-response+json; charset=utf-8'],
  ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json; charset=utf-8'],
  ['application/graphql-response+json, application/json', 'application/graphql-response+json; charset=utf-8'],
]);

/**
 * `/graphql`. An operation that has been seen before takes a short path: it is parsed, validated, planned and compiled
 * already, so it is only executed. All else goes through Apollo Server, and answers the same bytes.
 */
export function createGraphqlEndpoint(options: GraphqlEndpointOptions): (call: GraphqlCall) => Promise<void> {
  const { current, operationLimits, persisted, compression } = options;

  return async (call) => {
    const { request, ticket } = call;
    const [, search = ''] = (request.url ?? '').split(/\?(.*)/s);
    if (search.length > options.urlCharactersMax) {
      throw new AppError('PAYLOAD_TOO_LARGE', `The URL is longer than ${String(options.urlCharactersMax)} characters.`);
    }
    let text: string | undefined;
    if (request.method === 'POST') {
      text = await readWithinLimits(call);
    }
    ticket.begin();
    const sent = readOperations(request, search, text, options.batchOperationsMax);
    if (isStreamed(request, sent)) {
      // A stream is no request under way: it has limits of its own.
      ticket.leave();
      await answerEventStream(options.live, sent, call);
      return;
    }
    const { graph, release } = current.use();
    try {
      await answer(graph, call, sent);
    } finally {
      release();
    }
  };

  function readWithinLimits({ request, context, ticket }: GraphqlCall): Promise<string> {
    requireReadable(request);
    const bytesMax = context.viewer ? options.bodyBytesMax : options.anonymousBodyBytesMax;
    // Most say how much is coming: then none of it is read.
    if (Number(request.headers['content-length']) > bytesMax) {
      throw new AppError('PAYLOAD_TOO_LARGE', `The request body is larger than ${String(bytesMax)} bytes.`);
    }
    const scan = contentTypeOf(request).includes('json') && createBodyScan(options.bodyLimits);
    return readBody(request, bytesMax, (chunk) => {
      ticket.hold(chunk.length);
      if (scan) scan(chunk);
    });
  }

  function isStreamed({ method, headers }: IncomingMessage, { operations }: SentRequest): boolean {
    if (method !== 'GET' && method !== 'POST') return false;
    const preference = eventStreamPreference(headers.accept);
    if (preference !== 'too') return preference === 'only';
    const [only] = operations;
    if (only?.query?.includes('subscription') !== true) return false;
    const document = parseWithinLimits(only.query, operationLimits);
    return (
      document !== undefined &&
      getOperationAST(document, only.operationName)?.operation === OperationTypeNode.SUBSCRIPTION
    );
  }

  async function answer(graph: Graph, call: GraphqlCall, sent: SentRequest): Promise<void> {
    const { operations } = sent;
    const remembering: (() => void)[] = [];
    for (const operation of operations) {
      const resolved = await persisted.resolve(operation.query, operation.extensions);
      if (!resolved) continue;
      if (resolved.error) {
        await refuse(call, resolved.error);
        return;
      }
      operation.resolveTo(resolved.source);
      if (resolved.remember) remembering.push(resolved.remember);
    }
    const [only] = operations;
    if (only && !sent.isBatch) {
      if (await answerKnown(graph, call, only, remembering)) return;
      if (await answerInParts(graph, call, only, { operationLimits, compression, remembering })) return;
    }
    for (const { query } of operations) {
      if (query === undefined) continue;
      const document = parseWithinLimits(query, operationLimits);
      if (!document || !graph.check.isLarge(query) || graph.validDocuments.get(query)) continue;
      const faults = await graph.check.faults(query, document, call.context.signal());
      if (faults.length > 0) {
        await refuse(call, ...faults);
        return;
      }
      graph.validDocuments.set(query, document);
    }
    for (const remember of remembering) remember();
    await answerByServer(graph.server, call, sent, compression);
  }

  /** @returns false when the operation was not seen before, or asks for something out of the ordinary. */
  async function answerKnown(
    graph: Graph,
    call: GraphqlCall,
    sent: SentOperation,
    remembering: readonly (() => void)[],
  ): Promise<boolean> {
    const { request, context } = call;
    const contentType = contentTypes.get(request.headers.accept);
    if (contentType === undefined || !sent.isPlain || sent.query === undefined) return false;
    const prepared = graph.runner.known({ source: sent.query, operationName: sent.operationName });
    if (!prepared || prepared.facts.operation.operation === OperationTypeNode.SUBSCRIPTION) return false;
    // It passed the limits when it became known; with its hash it may come for the first time.
    for (const remember of remembering) remember();
    const result = await graph.runner.run(prepared, sent.variables, context);
    await sendResult(call, contentType, result, {
      // What mutations answer may be secret, and must not tell its length.
      compress: compression && prepared.facts.operation.operation === OperationTypeNode.QUERY,
    });
    return true;
  }

  async function refuse(call: GraphqlCall, ...errors: GraphQLError[]): Promise<void> {
    const contentType = contentTypes.get(call.request.headers.accept) ?? 'application/json; charset=utf-8';
    await sendResult(call, contentType, { errors }, { compress: false });
  }
}

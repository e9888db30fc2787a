import type { IncomingMessage, ServerResponse } from 'node:http';
import { getOperationAST, OperationTypeNode, type GraphQLError } from 'graphql';
import { AppError } from '@ruzlet/platform/errors';
import { readBody } from '@ruzlet/platform/http/body';
import { eventStreamPreference } from '@ruzlet/platform/http/event-stream';
import { answerByServer } from './answer-by-server.js';
import type { RouterContext } from './context.js';
import { presentErrors } from './errors.js';
import type { OperationResult } from './executor/compile-operation.js';
import type { CurrentGraph } from './graph/current-graph.js';
import type { Graph } from './graph/create-graph.js';
import type { LoadTicket } from './limits/load-guard.js';
import { parseWithinLimits, type OperationLimits } from './limits/operation-limits.js';
import type { PersistedOperations } from './persisted/persisted-operations.js';
import { readOperations, type SentOperation, type SentRequest } from './read-request.js';
import { respond } from './respond.js';
import { answersWithSuccess, isRequestError } from './status.js';
import { answerEventStream } from './subscriptions/event-stream-endpoint.js';
import type { LiveOperations } from './subscriptions/live-operations.js';

export interface GraphqlEndpointOptions {
  current: CurrentGraph;
  operationLimits: OperationLimits;
  bodyBytesMax: number;
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

export interface GraphqlCall {
  request: IncomingMessage;
  response: ServerResponse;
  context: RouterContext;
  ticket: LoadTicket;
}

/**
 * `/graphql`. An operation that has been seen before takes a short path: it is parsed, validated, planned and compiled
 * already, so it is only executed. All else goes through Apollo Server, and answers the same bytes.
 */
export function createGraphqlEndpoint(options: GraphqlEndpointOptions): (call: GraphqlCall) => Promise<void> {
  const { current, operationLimits, persisted } = options;

  return async (call) => {
    const { request, ticket } = call;
    const [, search = ''] = (request.url ?? '').split(/\?(.*)/s);
    if (search.length > options.urlCharactersMax) {
      throw new AppError('PAYLOAD_TOO_LARGE', `The URL is longer than ${String(options.urlCharactersMax)} characters.`);
    }
    let text: string | undefined;
    if (request.method === 'POST') {
      // Most say how much is coming: then none of it is read.
      if (Number(request.headers['content-length']) > options.bodyBytesMax) {
        throw new AppError('PAYLOAD_TOO_LARGE', `The body is larger than ${String(options.bodyBytesMax)} bytes.`);
      }
      text = await readBody(request, options.bodyBytesMax);
      ticket.hold(text.length);
    }
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

  function isStreamed({ headers }: IncomingMessage, { operations }: SentRequest): boolean {
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
    if (only && !sent.isBatch && (await answerKnown(graph, call, only))) return;
    for (const { query } of operations) if (query !== undefined) parseWithinLimits(query, operationLimits);
    for (const remember of remembering) remember();
    await answerByServer(graph.server, call, sent, options.compression);
  }

  /** @returns false when the operation was not seen before, or asks for something out of the ordinary. */
  async function answerKnown(graph: Graph, call: GraphqlCall, sent: SentOperation): Promise<boolean> {
    const { request, context } = call;
    const contentType = contentTypes.get(request.headers.accept);
    if (contentType === undefined || !sent.isPlain || sent.query === undefined) return false;
    const prepared = graph.runner.known({ source: sent.query, operationName: sent.operationName });
    if (!prepared || prepared.facts.operation.operation === OperationTypeNode.SUBSCRIPTION) return false;
    const result = await graph.runner.run(prepared, sent.variables, context);
    await send(call, contentType, result, {
      // What mutations answer may be secret, and must not tell its length.
      compress: options.compression && prepared.facts.operation.operation === OperationTypeNode.QUERY,
    });
    return true;
  }

  async function refuse(call: GraphqlCall, error: GraphQLError): Promise<void> {
    const contentType = contentTypes.get(call.request.headers.accept) ?? 'application/json; charset=utf-8';
    await send(call, contentType, { errors: [error] }, { compress: false });
  }
}

async function send(
  { request, response, context }: GraphqlCall,
  contentType: string,
  result: OperationResult,
  { compress }: { compress: boolean },
): Promise<void> {
  const { data, errors } = result;
  const presented = errors && presentErrors(errors.map(formatted), errors, context);
  const headers: Record<string, string> = {
    'cache-control': context.cacheControl ?? 'no-store',
    'content-type': contentType,
    ...(errors && httpHeadersOf(errors)),
  };
  const text = `${JSON.stringify({ errors: presented, data })}\n`;
  await respond(request, response, { status: statusOf(result, request.headers.accept), headers, text, compress });
}

function statusOf({ data, errors = [] }: OperationResult, accept: string | undefined): number {
  for (const { extensions } of errors) {
    const http: unknown = extensions.http;
    if (typeof http === 'object' && http !== null && 'status' in http && typeof http.status === 'number') {
      return http.status;
    }
  }
  if (data !== undefined) return 200;
  return answersWithSuccess(accept) && errors.every(({ extensions }) => isRequestError(extensions.code)) ? 200 : 400;
}

function httpHeadersOf(errors: readonly GraphQLError[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { extensions } of errors) {
    const http: unknown = extensions.http;
    if (typeof http !== 'object' || http === null || !('headers' in http) || !(http.headers instanceof Map)) continue;
    for (const [name, value] of http.headers) headers[String(name)] = String(value);
  }
  return headers;
}

function formatted(error: GraphQLError) {
  return error.toJSON();
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import { z } from 'zod';
import { AppError } from '@ruzlet/platform/errors';
import { readBody } from '@ruzlet/platform/http/body';
import type { RouterContext } from './context.js';
import { presentErrors } from './errors.js';
import type { CompiledOperation, OperationResult } from './executor/compile-operation.js';
import type { Executor } from './executor/executor.js';
import { answersWithSuccess } from './status.js';
import { parseWithinLimits, type OperationLimits } from './limits/operation-limits.js';

export interface GraphqlEndpointOptions {
  server: ApolloServer<RouterContext>;
  executor: Executor;
  operationLimits: OperationLimits;
  bodyBytesMax: number;
  urlCharactersMax: number;
  createContext: (request: IncomingMessage, requestId: string) => Promise<RouterContext>;
}

const plainRequest = z.object({
  query: z.string().min(1),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
  extensions: z.undefined().optional(),
});

/** What clients commonly accept, and what they are then sent. Anything else is negotiated by Apollo Server. */
const contentTypes = new Map<string | undefined, string>([
  [undefined, 'application/json; charset=utf-8'],
  ['*/*', 'application/json; charset=utf-8'],
  ['application/json', 'application/json; charset=utf-8'],
  ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
  ['application/graphql-response+json,application/json;q=0.9', 'application/graphql-response+json; charset=utf-8'],
  ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json; charset=utf-8'],
]);

/**
 * `/graphql`. An operation that has been seen before takes a short path: it is parsed, validated, planned and compiled
 * already, so it is only executed. All else goes through Apollo Server, and answers the same bytes.
 */
export function createGraphqlEndpoint(
  options: GraphqlEndpointOptions,
): (request: IncomingMessage, response: ServerResponse, requestId: string) => Promise<void> {
  const { executor, server } = options;

  return async (request, response, requestId) => {
    const context = await options.createContext(request, requestId);
    const [, search = ''] = (request.url ?? '').split(/\?(.*)/s);
    if (search.length > options.urlCharactersMax) {
      throw new AppError('PAYLOAD_TOO_LARGE', `The URL is longer than ${String(options.urlCharactersMax)} characters.`);
    }
    const body =
      request.method === 'POST' ? parseJson(request, await readBody(request, options.bodyBytesMax)) : undefined;

    const short = findKnown(request, body);
    if (short) {
      const { operation, variables, contentType } = short;
      const result = await executor.execute(operation, { variables, headers: context.forwarded });
      const status = result.data !== undefined || answersWithSuccess(request.headers.accept) ? 200 : 400;
      send(response, status, contentType, result, context);
      return;
    }
    const source = sourceOf(body) ?? new URLSearchParams(search).get('query') ?? undefined;
    if (source !== undefined) parseWithinLimits(source, options.operationLimits);
    await answerByServer(request, response, { search, body, context });
  };

  function findKnown(
    request: IncomingMessage,
    body: unknown,
  ): { operation: CompiledOperation; variables: Record<string, unknown> | undefined; contentType: string } | undefined {
    const contentType = contentTypes.get(request.headers.accept);
    if (contentType === undefined || !request.headers['content-type']?.startsWith('application/json')) return undefined;
    const plain = plainRequest.safeParse(body);
    if (!plain.success) return undefined;
    const { query, operationName, variables } = plain.data;
    const operation = executor.known({ source: query, operationName });
    return operation && { operation, variables: variables ?? undefined, contentType };
  }

  async function answerByServer(
    request: IncomingMessage,
    response: ServerResponse,
    { search, body, context }: { search: string; body: unknown; context: RouterContext },
  ): Promise<void> {
    const answer = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method ?? 'GET',
        headers: headerMap(request),
        search: search === '' ? '' : `?${search}`,
        body,
      },
      context: () => Promise.resolve(context),
    });
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    if (answer.body.kind === 'complete') {
      response.writeHead(answer.status ?? 200, { 'content-length': Buffer.byteLength(answer.body.string) });
      response.end(answer.body.string);
      return;
    }
    response.writeHead(answer.status ?? 200);
    for await (const chunk of answer.body.asyncIterator) response.write(chunk);
    response.end();
  }
}

function send(
  response: ServerResponse,
  status: number,
  contentType: string,
  result: OperationResult,
  context: RouterContext,
): void {
  const { data, errors } = result;
  const presented = errors && presentErrors(errors.map(formatted), errors, context);
  const text = `${JSON.stringify({ errors: presented, data })}\n`;
  response.writeHead(status, {
    'cache-control': 'no-store',
    'content-type': contentType,
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

function formatted(error: GraphQLError) {
  return error.toJSON();
}

function sourceOf(body: unknown): string | undefined {
  return typeof body === 'object' && body !== null && 'query' in body && typeof body.query === 'string'
    ? body.query
    : undefined;
}

function headerMap(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

function parseJson(request: IncomingMessage, text: string): unknown {
  // Other content types are for Apollo Server to refuse: it knows what CSRF prevention asks.
  if (!request.headers['content-type']?.includes('json')) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('BAD_USER_INPUT', 'The request body is not JSON.');
  }
}

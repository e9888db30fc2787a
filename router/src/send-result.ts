import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { RouterContext } from './context.js';
import { presentErrors } from './errors.js';
import type { OperationResult } from './executor/execution.js';
import type { LoadTicket } from './limits/load-guard.js';
import { respond } from './respond.js';
import { answersWithSuccess, isRequestError } from './status.js';

/** A request on its way through `/graphql`. */
export interface GraphqlCall {
  request: IncomingMessage;
  response: ServerResponse;
  context: RouterContext;
  ticket: LoadTicket;
}

/** Answers with a result as a whole. @param options.compress whether it may be compressed. */
export async function sendResult(
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
  // Errors quote the request's id.
  const text = presented ? answerText(presented, data) : (result.text ??= answerText(undefined, data));
  await respond(request, response, { status: statusOf(result, request.headers.accept), headers, text, compress });
}

function answerText(errors: GraphQLFormattedError[] | undefined, data: OperationResult['data']): string {
  return `${JSON.stringify({ errors, data })}\n`;
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

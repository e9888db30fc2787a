import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { AppError } from '@ruzlet/platform/errors';
import { contentTypeOf } from './content-type.js';
import { RequestRefused } from './limits/request-refused.js';
import { operationLimitCode } from './limits/operation-limits.js';

/** One operation as a client sent it. */
export interface SentOperation {
  query: string | undefined;
  variables: Record<string, unknown> | undefined;
  operationName: string | null | undefined;
  extensions: unknown;
  /** True when it is a POST of JSON that says nothing but an operation. */
  isPlain: boolean;
  /** Puts the text of a persisted operation in the place of its hash. */
  resolveTo(source: string): void;
}

/** A request, with what Apollo Server is to see of it. */
export interface SentRequest {
  operations: SentOperation[];
  isBatch: boolean;
  body(): unknown;
  search(): string;
  /** True when an answer may hold what must not be guessed from its compressed length. */
  mayHoldSecrets(): boolean;
}

const plainBody = z.object({
  query: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
});

/**
 * Reads the operations of a request, by POST or GET. What is malformed is left for Apollo Server, which says what is wrong.
 *
 * @param text the body of a POST.
 * @throws AppError BAD_USER_INPUT for a body that says it is JSON and is not, or holds fields of other types; RequestRefused for too large a batch.
 */
export function readOperations(
  request: IncomingMessage,
  search: string,
  text: string | undefined,
  batchOperationsMax: number,
): SentRequest {
  if (text === undefined) return readSearch(search);
  const contentType = contentTypeOf(request);
  const isJson = contentType.startsWith('application/json');
  const json = contentType.includes('json') ? parseJson(text) : text;
  const isBatch = Array.isArray(json) && batchOperationsMax > 0;
  if (isBatch && json.length > batchOperationsMax) {
    const message = `The request holds ${String(json.length)} operations: more than ${String(batchOperationsMax)}.`;
    throw new RequestRefused(400, operationLimitCode, message);
  }
  const bodies: unknown[] = isBatch ? json : [json];
  const operations = bodies.map((body, index) =>
    toOperation(body, isJson, (changed) => {
      bodies[index] = changed;
    }),
  );
  return {
    operations: operations.filter((operation) => operation !== undefined),
    isBatch,
    body: () => (isBatch ? bodies : bodies[0]),
    search: () => (search === '' ? '' : `?${search}`),
    mayHoldSecrets: () => operations.some((operation) => operation?.query?.includes('mutation') !== false),
  };
}

function toOperation(body: unknown, isJson: boolean, change: (body: unknown) => void): SentOperation | undefined {
  const parsed = plainBody.safeParse(body);
  if (!parsed.success) {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
    // Not left to be read otherwise by somebody else: what is not understood here is not checked here.
    throw new AppError('BAD_USER_INPUT', 'The body must be { query, variables?, operationName?, extensions? }.');
  }
  const { variables, operationName, extensions } = parsed.data;
  const operation: SentOperation = {
    query: parsed.data.query ?? undefined,
    variables: variables ?? undefined,
    operationName,
    extensions: extensions ?? undefined,
    isPlain: isJson && !extensions,
    resolveTo(source) {
      operation.query = source;
      operation.isPlain = isJson;
      change({
        query: source,
        ...(variables && { variables }),
        ...(typeof operationName === 'string' && { operationName }),
      });
    },
  };
  return operation;
}

function readSearch(search: string): SentRequest {
  const parameters = new URLSearchParams(search);
  const operation: SentOperation = {
    query: parameters.get('query') ?? undefined,
    variables: undefined,
    operationName: parameters.get('operationName'),
    extensions: parseParameter(parameters.get('extensions')),
    isPlain: false,
    resolveTo(source) {
      operation.query = source;
      parameters.set('query', source);
      parameters.delete('extensions');
    },
  };
  const variables = parseParameter(parameters.get('variables'));
  const parsed = z.record(z.string(), z.unknown()).safeParse(variables);
  if (parsed.success) operation.variables = parsed.data;
  return {
    operations: [operation],
    isBatch: false,
    body: () => undefined,
    search: () => (search === '' ? '' : `?${parameters.toString()}`),
    mayHoldSecrets: () => false,
  };
}

/** What is no JSON is left for Apollo Server to complain about. */
function parseParameter(text: string | null): unknown {
  if (text === null || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('BAD_USER_INPUT', 'The request body is not JSON.');
  }
}

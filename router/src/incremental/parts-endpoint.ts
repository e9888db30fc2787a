import { getOperationAST, GraphQLError, OperationTypeNode } from 'graphql';
import { presentErrors } from '../errors.js';
import type { OperationResult } from '../executor/execution.js';
import type { Graph } from '../graph/create-graph.js';
import type { PreparedOperation } from '../graph/runner.js';
import { parseWithinLimits, type OperationLimits } from '../limits/operation-limits.js';
import type { SentOperation } from '../read-request.js';
import { sendResult, type GraphqlCall } from '../send-result.js';
import { acceptedJson, acceptsParts } from './accepts-parts.js';
import { createMultipartWriter } from './multipart-writer.js';

export interface PartsOptions {
  operationLimits: OperationLimits;
  compression: boolean;
  /** What is to be done for an operation that turned out to be good. */
  remembering: readonly (() => void)[];
}

/**
 * An operation of a client that takes answers in parts. What is not deferred, kept from before, or refused is answered as one
 * JSON; a client that takes no JSON is sent a single part.
 *
 * @returns false for other clients, and where Apollo Server has to say what is wrong.
 */
export async function answerInParts(
  graph: Graph,
  call: GraphqlCall,
  sent: SentOperation,
  options: PartsOptions,
): Promise<boolean> {
  const { request, response, context } = call;
  const { accept } = request.headers;
  // A page of another site must not be able to send it without a preflight.
  const isJson = request.headers['content-type']?.startsWith('application/json') === true;
  if (accept === undefined || !acceptsParts(accept) || !isJson) return false;
  const prepared = await prepare(graph, call, sent, options);
  if (!prepared) return false;
  const writer = createMultipartWriter(request, response, {
    compress: mayCompress(prepared, options),
    cacheControl: () => context.cacheControl ?? 'no-store',
    present: (errors) => presentErrors(errors.map(formatted), errors, context),
  });
  const result: OperationResult | undefined =
    'errors' in prepared ? prepared : await graph.runner.runInParts(prepared, sent.variables, context, writer);
  if (!result) return true;
  const { data, errors = [] } = result;
  const contentType = acceptedJson(accept);
  if (contentType === undefined && data !== undefined) {
    writer.first({ data, errors });
    writer.flush(false);
  } else {
    const compress = mayCompress(prepared, options);
    await sendResult(call, contentType ?? 'application/json; charset=utf-8', result, { compress });
  }
  return true;
}

type Prepared = PreparedOperation | { errors: GraphQLError[] };

async function prepare(
  graph: Graph,
  { context }: GraphqlCall,
  { query, operationName }: SentOperation,
  { operationLimits, remembering }: PartsOptions,
): Promise<Prepared | undefined> {
  if (query === undefined) return undefined;
  const key = { source: query, operationName };
  const known = graph.runner.known(key);
  const document = known ? known.facts.document : parseWithinLimits(query, operationLimits);
  const kind = document && getOperationAST(document, operationName)?.operation;
  if (!kind || kind === OperationTypeNode.SUBSCRIPTION) return undefined;
  try {
    const faults = known ? [] : await graph.check.faults(query, document, context.signal());
    if (faults.length > 0) return { errors: [...faults] };
    for (const remember of remembering) remember();
    return known ?? (await graph.runner.prepare(key, document, context.signal));
  } catch (error) {
    // It takes too much to validate or to plan, or too many wait for it.
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

/** What mutations answer may be secret, and must not tell its length. */
function mayCompress(prepared: Prepared, { compression }: PartsOptions): boolean {
  return compression && 'facts' in prepared && prepared.facts.operation.operation === OperationTypeNode.QUERY;
}

function formatted(error: GraphQLError) {
  return error.toJSON();
}

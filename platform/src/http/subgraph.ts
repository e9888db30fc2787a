import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { Kind, parse, type GraphQLSchema } from 'graphql';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { z } from 'zod';
import { createCallServer } from '../call-link/serve-calls.js';
import { AppError } from '../errors.js';
import { newId } from '../ids.js';
import type { Logger } from '../log.js';
import { createFieldGuard } from './guard-fields.js';
import { readBody, sendJson, sendText } from './body.js';
import { createDocuments } from './documents.js';
import { eventStreamPreference } from './event-stream.js';
import { asksForTrace, createFederatedTrace, traceHeader } from './federated-trace.js';
import { createGraphqlExecutor, type GraphqlRequest, type GraphqlResponse } from './graphql-executor.js';
import { createGraphqlSubscriber, type SubscriptionStart } from './graphql-subscriber.js';
import { runInRequestScope } from './request-scope.js';
import { scalarResolvers } from './scalars.js';
import { scopeFault } from './scopes.js';
import type { RequestInfo, SubgraphDefinition, SubgraphRequest } from './subgraph-definition.js';
import { createSubgraphStreams } from './subgraph-streams.js';
import type { TakeUpgrade } from './upgrades.js';

/** The server of a subgraph: one factory for all five. It knows GraphQL, tokens, health and metrics, and no domain. */

export { readSubgraphSdl } from './read-subgraph-sdl.js';
export type { RequestInfo } from './subgraph-definition.js';

export const subgraphLimits = {
  /** Imports carry whole files in a variable. */
  bodyBytesMax: 16_000_000,
  tokensMax: 20_000,
  documentsMax: 1_000,
};

/** What a router's link to a subgraph may hold. */
export const callLinkLimits = {
  callBytesMax: 1_000_000,
  callsUnderWayMax: 1_000,
  bytesUnsentMax: 16_000_000,
  drainMs: 10_000,
};

export interface Subgraph {
  name: string;
  schema: GraphQLSchema;
  handler: RequestListener;
  /** Takes connections over which a router sends many calls. */
  upgrade: TakeUpgrade;
  /** The same as a request over HTTP, without HTTP: tokens are verified all the same. */
  execute(request: SubgraphRequest): Promise<GraphqlResponse>;
  /**
   * Opens a subscription, without HTTP. Whoever calls it aborts `signal` when nobody listens any more; until then its events
   * have to be taken. A stream that is ended from here has an error for its last message.
   */
  subscribe(request: SubgraphRequest, signal: AbortSignal): Promise<SubscriptionStart>;
  /** Starts consumers and relay. */
  start(): Promise<void>;
  /** What it stands on, and whether each answers. */
  ready(): Promise<Record<string, boolean>>;
  /** Ends subscriptions, so that requests can be let to finish: before the server closes. */
  drain(): void;
  close(): Promise<void>;
}

const requestBody = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** What is sent over a link: a request with its headers. */
const linkedCall = requestBody.extend({ headers: z.record(z.string(), z.string()).default({}) });

const requestIdPattern = /^[\w-]{1,64}$/;

export function createSubgraph(unguarded: SubgraphDefinition): Subgraph {
  const guard = createFieldGuard(unguarded.context);
  const definition = { ...unguarded, context: guard.contextOf };
  const { name, logger, verifyToken } = definition;
  const typeDefs = parse(definition.typeDefs);
  const declared = new Set(
    typeDefs.definitions.flatMap((node) => (node.kind === Kind.SCALAR_TYPE_DEFINITION ? [node.name.value] : [])),
  );
  const scalars = Object.fromEntries(Object.entries(scalarResolvers).filter(([scalar]) => declared.has(scalar)));
  const schema = buildSubgraphSchema({ typeDefs, resolvers: { ...scalars, ...definition.resolvers } });
  const documents = createDocuments({ schema, ...subgraphLimits });
  const run = createGraphqlExecutor({ schema, documents, ...subgraphLimits });

  const registry = new Registry();
  registry.setDefaultLabels({ service: name });
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'ruzlet_subgraph_request_seconds',
    help: 'Duration of GraphQL requests to the subgraph',
    labelNames: ['outcome'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  definition.metrics?.(registry);
  const streams = createSubgraphStreams({
    definition,
    subscribe: createGraphqlSubscriber({ schema, documents }),
    requestInfo,
    registry,
  });
  // Looked up once: labels are hashed on each look-up.
  const duration = {
    ok: durations.labels('ok'),
    errors: durations.labels('errors'),
    refused: durations.labels('refused'),
  };

  async function requestInfo(headers: SubgraphRequest['headers'] = {}, socketAddress?: string): Promise<RequestInfo> {
    const sent = headers['x-request-id'];
    const requestId = sent !== undefined && requestIdPattern.test(sent) ? sent : newId();
    const accessToken = bearerToken(headers.authorization);
    const fromRouter = definition.routerSecret !== undefined && headers['x-router-secret'] === definition.routerSecret;
    return {
      viewer: accessToken === null ? null : await verifyToken(accessToken),
      requestId,
      // Made when something is logged: most requests log nothing.
      get log() {
        return logger.child({ requestId });
      },
      userAgent: headers['user-agent'] ?? null,
      ipAddress: (fromRouter ? headers['x-forwarded-for'] : undefined) ?? socketAddress ?? null,
      accessToken,
      signal: null,
      live: false,
    };
  }

  async function executeWith(request: SubgraphRequest, socketAddress?: string): Promise<GraphqlResponse> {
    const startedAtMs = performance.now();
    const stop = (outcome: keyof typeof duration): void => {
      duration[outcome].observe((performance.now() - startedAtMs) / 1_000);
    };
    let info: RequestInfo;
    try {
      info = await requestInfo(request.headers, socketAddress);
    } catch (error) {
      stop('refused');
      if (error instanceof AppError) return refusal(error);
      throw error;
    }
    const trace = definition.federatedTraces && asksForTrace(request.headers) ? createFederatedTrace() : undefined;
    const work = (): Promise<GraphqlResponse> =>
      run(
        request,
        definition.context(info),
        info,
        (document, operationName) => scopeFault(definition.scopes ?? {}, info.viewer, document, operationName),
        trace?.fields,
      );
    // Events carry the request's id, and only mutations write events. Following it through every promise of a query as well
    // would cost some ten percent of the time.
    const response = await (request.query.includes('mutation')
      ? runInRequestScope({ requestId: info.requestId }, work)
      : work());
    stop(response.errors ? 'errors' : 'ok');
    return trace ? { ...response, extensions: { ftv1: await trace.encode(response.errors) } } : response;
  }

  async function ready(): Promise<Record<string, boolean>> {
    const checks = Object.entries(definition.ready ?? {});
    return Object.fromEntries(
      await Promise.all(checks.map(async ([what, check]) => [what, await check().catch(() => false)] as const)),
    );
  }

  async function answerGraphql(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST' || !request.headers['content-type']?.includes('application/json')) {
      response.setHeader('allow', 'POST');
      const refused = new AppError('BAD_USER_INPUT', 'Send operations as POST with content-type application/json.');
      sendJson(response, request.method === 'POST' ? 415 : 405, refusal(refused));
      return;
    }
    const body = parseBody(await readBody(request, subgraphLimits.bodyBytesMax));
    const sent = { ...body, headers: singleHeaders(request) };
    if (eventStreamPreference(request.headers.accept) === 'only') {
      await streams.answer(sent, { request, response });
      return;
    }
    sendJson(response, 200, await executeWith(sent, request.socket.remoteAddress));
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const route = definition.routes?.[path];
    if (route) {
      route(request, response);
      return;
    }
    switch (path) {
      case '/':
      case '/graphql':
        await answerGraphql(request, response);
        return;
      case '/health':
        sendJson(response, 200, { status: 'alive', service: name });
        return;
      case '/ready': {
        const checks = await ready();
        const good = Object.values(checks).every(Boolean);
        sendJson(response, good ? 200 : 503, { status: good ? 'ready' : 'not ready', service: name, checks });
        return;
      }
      case '/metrics':
        sendText(response, 200, registry.contentType, await registry.metrics());
        return;
      default:
        sendJson(response, 404, refusal(new AppError('NOT_FOUND', `Nothing is served at ${path}.`)));
    }
  }

  /** One call of a link: what an HTTP request would be answered. */
  async function answerCall(text: string, remoteAddress: string | undefined): Promise<string> {
    try {
      const call = linkedCall.safeParse(JSON.parse(text));
      if (!call.success) return JSON.stringify(refusal(new AppError('BAD_USER_INPUT', 'The call is malformed.')));
      const { query, variables, operationName, headers } = call.data;
      const sent = { query, variables: variables ?? undefined, operationName: operationName ?? undefined, headers };
      return JSON.stringify(await executeWith(sent, remoteAddress));
    } catch (error) {
      logger.error({ err: error }, 'call failed');
      return JSON.stringify(internalFault);
    }
  }
  const calls = createCallServer(answerCall, callLinkLimits);

  guard.protect(schema, typeDefs);
  return {
    name,
    schema,
    handler: (request, response) => {
      answer(request, response).catch((error: unknown) => {
        failRequest(request, response, error, logger);
      });
    },
    upgrade: calls.upgrade,
    execute: (request) => executeWith(request),
    subscribe: (request, signal) => streams.open(request, signal),
    start: async () => definition.start?.(),
    ready,
    drain: () => {
      streams.drain();
      calls.drain();
    },
    close: async () => {
      calls.close();
      await definition.close?.();
    },
  };
}

const internalFault = {
  errors: [{ message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
};

function refusal(error: AppError): GraphqlResponse {
  return { errors: [{ message: error.message, extensions: { code: error.code } }] };
}

function parseBody(text: string): GraphqlRequest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new AppError('BAD_USER_INPUT', 'The request body is not JSON.');
  }
  const body = requestBody.safeParse(json);
  if (!body.success)
    throw new AppError('BAD_USER_INPUT', 'The request body must be { query, variables?, operationName? }.');
  const { query, variables, operationName } = body.data;
  return { query, variables: variables ?? undefined, operationName: operationName ?? undefined };
}

const statusByCode: Partial<Record<AppError['code'], number>> = { PAYLOAD_TOO_LARGE: 413, BAD_USER_INPUT: 400 };

function failRequest(request: IncomingMessage, response: ServerResponse, error: unknown, logger: Logger): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  // What is left of the body is not read: the connection cannot be used again.
  if (!request.complete) response.setHeader('connection', 'close');
  if (error instanceof AppError) {
    sendJson(response, statusByCode[error.code] ?? 500, refusal(error));
    return;
  }
  logger.error({ err: error }, 'request failed');
  sendJson(response, 500, internalFault);
}

function bearerToken(header: string | undefined): string | null {
  const match = /^Bearer\s+(\S+)$/i.exec(header ?? '');
  return match?.[1] ?? null;
}

/** The headers that are looked at. Those that repeat have been joined or dropped by node. */
function singleHeaders({ headers }: IncomingMessage): Record<string, string | undefined> {
  return {
    authorization: headers.authorization,
    'user-agent': headers['user-agent'],
    'x-request-id': single(headers['x-request-id']),
    'x-forwarded-for': single(headers['x-forwarded-for']),
    'x-router-secret': single(headers['x-router-secret']),
    [traceHeader]: single(headers[traceHeader]),
  };
}

function single(header: string | string[] | undefined): string | undefined {
  return typeof header === 'object' ? header[0] : header;
}

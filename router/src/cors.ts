import type { IncomingMessage, ServerResponse } from 'node:http';

const preflightSeconds = 86_400;

/**
 * Cross-origin access by list. Tokens travel in a header, never in a cookie, so credentials are not allowed and `*` is
 * safe where anybody's client may come.
 *
 * @returns a function that sets the headers and says whether the request was a preflight that is now answered.
 */
export function createCors(
  origins: readonly string[],
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const any = origins.includes('*');
  const allowed = new Set(origins);

  return (request, response) => {
    const { origin } = request.headers;
    const preflight = request.method === 'OPTIONS';
    if (!any) response.setHeader('vary', 'Origin');
    if (origin !== undefined && (any || allowed.has(origin))) {
      response.setHeader('access-control-allow-origin', any ? '*' : origin);
      response.setHeader('access-control-expose-headers', 'x-request-id, retry-after');
      if (preflight) {
        response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS');
        response.setHeader('access-control-allow-headers', preflightHeaders);
        response.setHeader('access-control-max-age', String(preflightSeconds));
      }
    }
    if (preflight) {
      response.writeHead(204);
      response.end();
    }
    return preflight;
  };
}

/** Whether a page of this origin may open a WebSocket: the router's own pages, and those of the list. */
export function createOriginCheck(origins: readonly string[]): (origin: string, host: string | undefined) => boolean {
  const allowed = new Set(origins);
  return (origin, host) =>
    allowed.has('*') || allowed.has(origin) || (URL.canParse(origin) && new URL(origin).host === host);
}

const preflightHeaders = [
  'authorization',
  'content-type',
  'apollo-require-preflight',
  'apollographql-client-name',
  'apollographql-client-version',
  'x-apollo-operation-name',
  'x-request-id',
  'traceparent',
  'tracestate',
].join(', ');

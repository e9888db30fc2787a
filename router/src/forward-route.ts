import { request as send, type IncomingMessage, type RequestListener } from 'node:http';
import { sendJson } from '@ruzlet/platform/http/body';
import { clientAddress } from './request-context.js';

/** Headers of the browser that the subgraph gets, and of its answer that the browser gets; the rest is the router's. */
const requestHeaders = ['accept', 'accept-language', 'cookie', 'user-agent'];
const responseHeaders = [
  'cache-control',
  'content-length',
  'content-security-policy',
  'content-type',
  'location',
  'referrer-policy',
  'retry-after',
  'set-cookie',
];

/**
 * Hands what browsers visit beside the graph on to the subgraph that serves it, such as sign-ins at other providers.
 * Reading only: no body is taken.
 *
 * @param timeoutMs that the subgraph may take.
 */
export function createForwardRoute(options: {
  origin: string;
  routerSecret?: string | undefined;
  trustedProxies: number;
  timeoutMs: number;
}): RequestListener {
  const { origin, routerSecret, trustedProxies, timeoutMs } = options;
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      sendJson(response, 405, {
        errors: [{ message: 'Only GET is answered here.', extensions: { code: 'BAD_USER_INPUT' } }],
      });
      return;
    }
    const path = request.url ?? '/';
    const target = new URL(path, origin);
    // Dots and the like would lead out of the path that is handed on.
    if (target.pathname !== path.split('?', 1)[0] || target.origin !== new URL(origin).origin) {
      sendJson(response, 404, { errors: [{ message: 'Nothing is served here.', extensions: { code: 'NOT_FOUND' } }] });
      return;
    }
    const away = () => {
      if (response.headersSent) response.destroy();
      else {
        sendJson(response, 503, {
          errors: [{ message: 'This cannot be answered right now.', extensions: { code: 'SERVICE_UNAVAILABLE' } }],
        });
      }
    };
    const onward = send(
      target,
      {
        method: request.method,
        timeout: timeoutMs,
        headers: {
          ...picked(request, requestHeaders),
          'x-forwarded-for': clientAddress(request, trustedProxies),
          ...(routerSecret !== undefined && { 'x-router-secret': routerSecret }),
        },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, picked(answer, responseHeaders));
        answer.pipe(response);
        answer.once('error', away);
      },
    );
    onward.once('timeout', () => onward.destroy(new Error('The subgraph took too long.')));
    onward.once('error', away);
    response.once('close', () => onward.destroy());
    onward.end();
  };
}

function picked({ headers }: IncomingMessage, names: readonly string[]): Record<string, string | string[]> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { AppError } from '@ruzlet/platform/errors';
import { sendJson, sendText } from '@ruzlet/platform/http/body';
import { forwardedAddress } from '@ruzlet/platform/http/forwarded-address';
import type { Logger } from '@ruzlet/platform/log';
import { ProviderError } from './identity/providers.js';
import { identityPaths } from './domain/identity-providers.js';
import { oidcRequestLifeMs, sendToProvider, takeBackFromProvider } from './services/ask-provider.js';
import type { AuthServices, Device } from './services/auth-services.js';

const cookieName = 'ruzlet_identity';
const queryCharactersMax = 8_192;

const statusByCode: Partial<Record<AppError['code'], number>> = {
  NOT_FOUND: 404,
  UNAUTHENTICATED: 401,
  RATE_LIMITED: 429,
  PAYLOAD_TOO_LARGE: 414,
};

/**
 * The two addresses of each provider that browsers visit: where a sign-in starts, and where the provider sends them
 * back to. They answer with redirects; what was learnt goes to the client as a ticket in the fragment, which reaches no
 * server and no log.
 */
export function identityRoutes(
  services: AuthServices,
  options: { publicUrl: string; routerSecret?: string | undefined; logger: Logger },
): Record<string, RequestListener> {
  const { publicUrl, routerSecret, logger } = options;
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';

  async function start(provider: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const query = Object.fromEntries(queryOf(request));
    const { url, browserSecret } = await sendToProvider(services, deviceOf(request, routerSecret), { provider, query });
    response.setHeader('set-cookie', cookie(provider, browserSecret, oidcRequestLifeMs / 1_000));
    redirect(response, url.href);
  }

  async function callback(provider: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { returnTo, ticket } = await takeBackFromProvider(services, deviceOf(request, routerSecret), {
      provider,
      query: queryOf(request),
      browserSecret: readCookie(request.headers.cookie),
      onRefusal: (error) => {
        logger.warn({ err: error, provider }, 'a provider signed nobody in');
      },
    });
    response.setHeader('set-cookie', cookie(provider, '', 0));
    if (returnTo !== null) {
      redirect(
        response,
        `${returnTo.replace(/#.*$/s, '')}#${ticket === null ? 'error=not-signed-in' : `ticket=${ticket}`}`,
      );
      return;
    }
    if (ticket === null) throw new AppError('UNAUTHENTICATED', 'The provider signed nobody in: begin again.');
    if (request.headers.accept?.includes('application/json')) sendJson(response, 200, { ticket });
    else sendPage(response, ticket);
  }

  function cookie(provider: string, value: string, seconds: number): string {
    const path = identityPaths(provider).callback;
    return `${cookieName}=${value}; Path=${path}; Max-Age=${String(seconds)}; HttpOnly; SameSite=Lax${secure}`;
  }

  const guarded =
    (answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>): RequestListener =>
    (request, response) => {
      response.setHeader('cache-control', 'no-store');
      response.setHeader('referrer-policy', 'no-referrer');
      answer(request, response).catch((error: unknown) => {
        fail(response, error, logger);
      });
    };

  return Object.fromEntries(
    services.identityProviders.list().flatMap(({ id }) => {
      const paths = identityPaths(id);
      return [
        [paths.start, guarded((request, response) => start(id, request, response))],
        [paths.callback, guarded((request, response) => callback(id, request, response))],
      ];
    }),
  );
}

function queryOf(request: IncomingMessage): URLSearchParams {
  const query = (request.url ?? '').split('?')[1] ?? '';
  if (query.length > queryCharactersMax) throw new AppError('PAYLOAD_TOO_LARGE', 'The address is too long.');
  return new URLSearchParams(query);
}

function deviceOf(request: IncomingMessage, routerSecret: string | undefined): Device {
  return {
    userAgent: request.headers['user-agent'] ?? null,
    ipAddress: forwardedAddress(request, routerSecret),
  };
}

function readCookie(header: string | undefined): string | undefined {
  const prefix = `${cookieName}=`;
  return header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix))
    ?.slice(prefix.length);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, 'content-length': 0 });
  response.end();
}

function sendPage(response: ServerResponse, ticket: string): void {
  response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
  sendText(
    response,
    200,
    'text/html; charset=utf-8',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Signed in</title>
<body style="font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 3rem auto; padding: 0 1rem">
<h1>Almost done</h1><p>Give the app this code within two minutes:</p><p><code>${ticket}</code></p></body></html>\n`,
  );
}

function fail(response: ServerResponse, error: unknown, logger: Logger): void {
  if (error instanceof AppError) {
    if (error.retryAfterMs !== undefined) response.setHeader('retry-after', Math.ceil(error.retryAfterMs / 1_000));
    const { code, message, issues, retryAfterMs } = error;
    sendJson(response, statusByCode[code] ?? 400, {
      errors: [
        {
          message,
          extensions: { code, ...(issues && { issues }), ...(retryAfterMs !== undefined && { retryAfterMs }) },
        },
      ],
    });
    return;
  }
  logger.error({ err: error }, 'a sign-in by another provider failed');
  const away = error instanceof ProviderError;
  const [status, code] = away ? [502, 'SERVICE_UNAVAILABLE'] : [500, 'INTERNAL_SERVER_ERROR'];
  const message = away ? 'The provider cannot be reached right now.' : 'Something went wrong on our side.';
  sendJson(response, status, { errors: [{ message, extensions: { code } }] });
}

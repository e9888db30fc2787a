import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { authorityPaths, type Authority } from '@ruzlet/platform/access/authority';
import { sendJson } from '@ruzlet/platform/http/body';
import type { Logger } from '@ruzlet/platform/log';

/**
 * What verifiers in other processes ask, over plain HTTP beside the key set. Ids of ended sessions are no secret: they
 * open nothing.
 */
export function authorityRoutes(authority: Authority, logger: Logger): Record<string, RequestListener> {
  async function tellEndedSessions(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const since = Date.parse(new URL(request.url ?? '', 'http://auth').searchParams.get('since') ?? '');
    const { asOf, sessionIds } = await authority.endedSessions(Number.isNaN(since) ? null : new Date(since));
    sendJson(response, 200, { asOf: asOf.toISOString(), sessionIds });
  }

  async function exchangeApiKey(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const key = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const accessToken = request.method === 'POST' && key !== undefined ? await authority.exchangeApiKey(key) : null;
    if (accessToken === null) sendJson(response, 401, { error: 'The API key is not valid.' });
    else sendJson(response, 200, { accessToken });
  }

  const guarded =
    (answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>): RequestListener =>
    (request, response) => {
      response.setHeader('cache-control', 'no-store');
      answer(request, response).catch((error: unknown) => {
        logger.error({ err: error }, 'a verifier was not answered');
        sendJson(response, 500, { error: 'Something went wrong on our side.' });
      });
    };

  return {
    [authorityPaths.endedSessions]: guarded(tellEndedSessions),
    [authorityPaths.apiKeys]: guarded(exchangeApiKey),
  };
}

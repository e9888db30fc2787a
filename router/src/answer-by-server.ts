import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { RouterContext } from './context.js';
import type { SentRequest } from './read-request.js';
import { respond } from './respond.js';

/** Has Apollo Server answer: it negotiates content, prevents CSRF, and explains what is wrong with an operation. */
export async function answerByServer(
  server: ApolloServer<RouterContext>,
  { request, response, context }: { request: IncomingMessage; response: ServerResponse; context: RouterContext },
  sent: SentRequest,
  compression: boolean,
): Promise<void> {
  const answer = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method ?? 'GET',
      headers: headerMap(request),
      search: sent.search(),
      body: sent.body(),
    },
    context: () => Promise.resolve(context),
  });
  const status = answer.status ?? 200;
  if (answer.body.kind === 'complete') {
    const compress = compression && !sent.mayHoldSecrets();
    await respond(request, response, {
      status,
      headers: Object.fromEntries(answer.headers),
      text: answer.body.string,
      compress,
    });
    return;
  }
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.writeHead(status);
  for await (const chunk of answer.body.asyncIterator) response.write(chunk);
  response.end();
}

function headerMap(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

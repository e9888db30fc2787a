import { afterEach, describe, expect, it } from 'vitest';
import { serveRouter, type ServedRouter } from './serve.js';

const listed = 'https://app.example';

describe('browsers of other origins', () => {
  let served: ServedRouter | undefined;
  afterEach(async () => {
    await served?.close();
    served = undefined;
  });

  async function ask(corsOrigins: string[], method: 'POST' | 'OPTIONS', origin?: string): Promise<Response> {
    served ??= await serveRouter(
      { a: { typeDefs: 'type Query { word: String }', resolvers: { Query: { word: () => 'w' } } } },
      { corsOrigins },
    );
    return fetch(served.url, {
      method,
      headers: {
        ...(origin !== undefined && { origin }),
        ...(method === 'POST'
          ? { 'content-type': 'application/json' }
          : {
              'access-control-request-method': 'POST',
              'access-control-request-headers': 'authorization,content-type',
            }),
      },
      ...(method === 'POST' && { body: '{"query":"{ word }"}' }),
    });
  }

  const allowed = (response: Response) => response.headers.get('access-control-allow-origin');

  it('on the list may read answers, and send what a token and JSON need; never with cookies', async () => {
    const preflight = await ask([listed, 'https://two.example'], 'OPTIONS', listed);
    expect([preflight.status, allowed(preflight)]).toEqual([204, listed]);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
    const headers = preflight.headers.get('access-control-allow-headers') ?? '';
    for (const name of ['authorization', 'content-type', 'traceparent', 'tracestate']) expect(headers).toContain(name);
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
    const answer = await ask([listed], 'POST', listed);
    expect([allowed(answer), answer.headers.get('vary')]).toEqual([listed, 'Origin']);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('access-control-expose-headers')).toBe('x-request-id, retry-after');
    expect(await answer.json()).toEqual({ data: { word: 'w' } });
    expect(served?.calls).toHaveLength(1);
  });

  it('that are not on the list are allowed nothing, also when they look like one that is', async () => {
    for (const origin of [
      'https://evil.example',
      'http://app.example',
      `${listed}.evil.example`,
      `${listed}:444`,
      'null',
      '*',
    ]) {
      for (const method of ['OPTIONS', 'POST'] as const) {
        const response = await ask([listed], method, origin);
        expect([origin, allowed(response)]).toEqual([origin, null]);
        expect(response.headers.get('access-control-allow-headers')).toBeNull();
        // A cache must not hand one origin what is for another.
        expect(response.headers.get('vary')).toBe('Origin');
      }
    }
  });

  it('are allowed nothing where no list is given, and anybody with *, without cookies', async () => {
    expect(allowed(await ask([], 'OPTIONS', listed))).toBeNull();
    await served?.close();
    served = undefined;
    const any = await ask(['*'], 'OPTIONS', listed);
    expect([allowed(any), any.headers.get('access-control-allow-credentials')]).toEqual(['*', null]);
  });
});

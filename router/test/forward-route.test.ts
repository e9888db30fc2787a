import { createServer, request as send, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createForwardRoute } from '../src/forward-route.js';

describe('a forwarded path', () => {
  const servers: Server[] = [];
  let seen: IncomingMessage[] = [];
  let url: string;
  let upstream: Server;

  async function listen(handler: RequestListener): Promise<[Server, string]> {
    const server = createServer(handler);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return [server, `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`];
  }

  beforeAll(async () => {
    let origin: string;
    [upstream, origin] = await listen((request, response) => {
      seen.push(request);
      response.writeHead(302, { location: 'https://id.example/', 'set-cookie': ['a=1', 'b=2'], 'x-inner': 'secret' });
      response.end();
    });
    [, url] = await listen(createForwardRoute({ origin, routerSecret: 'proof', trustedProxies: 0, timeoutMs: 2_000 }));
  });
  beforeEach(() => {
    seen = [];
  });
  afterAll(() => {
    for (const server of servers) server.close();
  });

  it('is answered by the subgraph, which learns the address of the browser and nothing it could forge', async () => {
    const response = await fetch(`${url}/auth/identity/acme/start?challenge=x`, {
      redirect: 'manual',
      headers: { cookie: 'c=3', 'x-forwarded-for': '6.6.6.6', 'x-router-secret': 'forged', authorization: 'Bearer x' },
    });
    expect(response.status).toBe(302);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(response.headers.get('location')).toBe('https://id.example/');
    expect(response.headers.get('x-inner')).toBeNull();
    expect(seen[0]?.url).toBe('/auth/identity/acme/start?challenge=x');
    expect(seen[0]?.headers).toMatchObject({
      cookie: 'c=3',
      'x-forwarded-for': '127.0.0.1',
      'x-router-secret': 'proof',
    });
    expect(seen[0]?.headers.authorization).toBeUndefined();
  });

  it('leads nowhere else, and takes no body', async () => {
    const { port } = new URL(url);
    const status = await new Promise((resolve) => {
      // fetch would straighten the path itself.
      send({ port, path: '/auth/identity/../../graphql' }, (response) => {
        resolve(response.statusCode);
      }).end();
    });
    expect(status).toBe(404);
    expect((await fetch(`${url}/auth/identity/acme/start`, { method: 'POST', body: 'x' })).status).toBe(405);
    expect(seen).toEqual([]);
  });

  it('is SERVICE_UNAVAILABLE while the subgraph is away', async () => {
    upstream.closeAllConnections();
    await new Promise((resolve) => upstream.close(resolve));
    const response = await fetch(`${url}/auth/identity/acme/start`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
  });
});

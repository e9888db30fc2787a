import { expect, it } from 'vitest';
import { createMemoryCache } from '@ruzlet/platform/cache/memory-cache';
import { listen } from '@ruzlet/platform/http/run-service';
import { createLogger } from '@ruzlet/platform/log';
import { readSupergraph } from '@ruzlet/router/config';
import { createRouter } from '@ruzlet/router/create-router';
import { serveJson } from './process.js';

it('our graph keeps the list of identity providers for all, and nothing that depends on who asks', async () => {
  let asked = 0;
  const auth = await serveJson(() => {
    asked += 1;
    return {
      data: { identityProviders: [{ id: 'acme', name: 'Acme', startUrl: 'https://id.example.com/' }], me: null },
    };
  });
  const names = ['auth', 'users', 'decks', 'teaching', 'analytics'];
  const router = createRouter({
    supergraphSdl: readSupergraph(),
    subgraphUrls: Object.fromEntries(names.map((name) => [name, auth.url])),
    corsOrigins: [],
    trustedProxies: 0,
    introspection: false,
    explorer: false,
    responseCache: createMemoryCache(),
    logger: createLogger({ name: 'test', level: 'silent' }),
  });
  await router.start();
  const door = await listen(router.handler, { port: 0, host: '127.0.0.1', what: 'router' });
  try {
    const ask = async (query: string) => {
      const response = await fetch(`http://127.0.0.1:${String(door.port)}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      expect(response.status).toBe(200);
      return { kept: response.headers.get('cache-control'), text: await response.text() };
    };
    const first = await ask('{ identityProviders { id name } }');
    expect(first.kept).toBe('max-age=60, public');
    expect((await ask('{ identityProviders { id name } }')).text).toBe(first.text);
    expect(asked).toBe(1);
    expect((await ask('{ me { id } identityProviders { id } }')).kept).toBe('no-store');
  } finally {
    await door.close();
    await router.close();
    await auth.close();
  }
});

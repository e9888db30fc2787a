import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveRouter, type ServedRouter } from './serve.js';

/**
 * The audits of the GraphQL-over-HTTP specification, all levels. CSRF prevention is on: a request that a page of another
 * site could send says that it is none, as our clients do.
 */
describe('GraphQL over HTTP', () => {
  let served: ServedRouter;
  const audits = serverAudits({
    url: () => served.url,
    fetchFn: (url: string, init: { headers?: Record<string, string> } = {}) =>
      fetch(url, { ...init, headers: { ...init.headers, 'apollo-require-preflight': 'true' } }),
  });

  beforeAll(async () => {
    served = await serveRouter({ words: { typeDefs: 'type Query { word: String }' } });
  });
  afterAll(() => served.close());

  it('knows all 61 audits', () => {
    expect(audits).toHaveLength(61);
  });

  for (const { id, name, fn } of audits) {
    it(`${name} (${id})`, async () => {
      const result = await fn();
      expect(result.status, 'reason' in result ? result.reason : '').toBe('ok');
    });
  }

  it('refuses what a page of another site could send', async () => {
    const response = await fetch(`${served.url}?query={__typename}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('CSRF');
  });
});

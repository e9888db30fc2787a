import { afterEach, describe, expect, it } from 'vitest';
import type { RateLimiter } from '@ruzlet/platform/cache/cache';
import type { RateLimitSettings } from '@ruzlet/router/limits/rate-limits';
import { serveRouter, type ServedRouter } from './serve.js';

const typeDefs = 'type Query { cheap: Int dear: Int @cost(weight: 10) }';
const none: RateLimitSettings = { userRequestsPerMinute: 0, addressRequestsPerMinute: 0, costPerMinute: 0 };
const profile = { username: 'u', displayName: 'U', locale: 'en', timeZone: 'UTC' };

/** The router's rate limits, the same whatever counts them. `limiter` gives one that has counted nothing, and is ready. */
export function describeRouterRateLimits(driver: string, limiter: () => Promise<RateLimiter>): void {
  describe(`rate limits of a router that counts in ${driver}`, () => {
    const served: ServedRouter[] = [];
    afterEach(async () => {
      await Promise.all(served.splice(0).map((router) => router.close()));
    });

    async function serve(settings: Partial<RateLimitSettings>, rateLimiter: RateLimiter) {
      const router = await serveRouter(
        { a: { typeDefs, resolvers: { Query: { cheap: () => 1, dear: () => 2 } } } },
        {
          rateLimiter,
          rateLimits: { ...none, ...settings },
          trustedProxies: 1,
          verifyToken: (token) => Promise.resolve({ userId: token, sessionId: token, roles: [], scopes: [], profile }),
        },
      );
      served.push(router);
      return (query: string, from: string, token?: string) =>
        router.post({ query }, { 'x-forwarded-for': from, ...(token && { authorization: `Bearer ${token}` }) });
    }

    const refusal = { code: 'RATE_LIMITED', retryAfterMs: expect.any(Number) };

    it('hold for each user, wherever they ask from, and for nobody else', async () => {
      const ask = await serve({ userRequestsPerMinute: 3 }, await limiter());
      for (const from of ['1.1.1.1', '2.2.2.2', '3.3.3.3']) {
        expect((await ask('{ cheap }', from, 'ada')).body).toEqual({ data: { cheap: 1 } });
      }
      const { status, headers, body } = await ask('{ cheap }', '4.4.4.4', 'ada');
      expect([status, body.errors[0].extensions, body.data]).toEqual([429, refusal, undefined]);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await ask('{ cheap }', '1.1.1.1', 'bob')).status).toBe(200);
      expect((await ask('{ cheap }', '1.1.1.1')).status).toBe(200);
    });

    it('hold for each address, whoever asks from there, and before anything is read', async () => {
      const ask = await serve({ addressRequestsPerMinute: 3 }, await limiter());
      for (const token of ['ada', 'bob', undefined])
        expect((await ask('{ cheap }', '1.1.1.1', token)).status).toBe(200);
      const { status, headers, body } = await ask('{ no GraphQL', '1.1.1.1', 'eve');
      expect([status, body.errors[0].extensions]).toEqual([429, refusal]);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await ask('{ cheap }', '2.2.2.2', 'ada')).status).toBe(200);
      // Only the last address is one that the proxy wrote: what a client puts before it is not believed.
      expect((await ask('{ cheap }', '9.9.9.9, 1.1.1.1')).status).toBe(429);
    });

    it('hold for what operations cost, of each user, and of each address that is not signed in', async () => {
      const ask = await serve({ costPerMinute: 25 }, await limiter());
      for (const who of ['ada', undefined]) {
        for (let count = 0; count < 2; count += 1) expect((await ask('{ dear }', '1.1.1.1', who)).status).toBe(200);
        const { status, body } = await ask('{ dear }', '1.1.1.1', who);
        expect([status, body.errors[0].extensions]).toEqual([429, refusal]);
        // What costs nothing can still be had.
        expect((await ask('{ cheap }', '1.1.1.1', who)).status).toBe(200);
      }
      expect((await ask('{ dear }', '1.1.1.1', 'bob')).status).toBe(200);
      expect((await ask('{ dear }', '2.2.2.2')).status).toBe(200);
    });

    it('are one for two routers that count in one place, to the point, also at the same moment', async () => {
      const shared = await limiter();
      const routers = [
        await serve({ userRequestsPerMinute: 10, costPerMinute: 1_000 }, shared),
        await serve({ userRequestsPerMinute: 10, costPerMinute: 1_000 }, shared),
      ];
      const answers = await Promise.all(
        routers.flatMap((ask) => Array.from({ length: 15 }, (_, n) => ask('{ cheap }', `1.1.1.${String(n)}`, 'ada'))),
      );
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
    });
  });
}

import { newId } from '@ruzlet/platform/ids';
import { createRedisCache } from '@ruzlet/platform/cache/redis-cache';
import { createRedisRateLimiter } from '@ruzlet/platform/cache/redis-rate-limiter';
import { waitFor } from '@ruzlet/testkit/wait';
import { afterAll, describe, expect, it } from 'vitest';
import { services } from './commands.js';
import { runningTopology } from './config.js';
import { ask, must, newLearner, password } from './learner.js';

/** A reader does not notice that Redis is away (milliseconds). */
const noticeableMs = 3_000;
const { url, services: ports } = runningTopology();
const redisUrl = `redis://127.0.0.1:${String(ports.redis)}`;

const login =
  'mutation ($input: LoginInput!) { login(input: $input) { __typename ... on AuthPayload { accessToken } } }';

describe('Redis', () => {
  // Whatever fails here: the files after this one need it.
  afterAll(() => services(['up', 'redis']));

  it('makes limiters of two processes one', async () => {
    const limiters = [createRedisRateLimiter({ url: redisUrl }), createRedisRateLimiter({ url: redisUrl })];
    const settle = { name: newId(), points: 1_000_000, windowMs: 60_000 };
    await waitFor(async () => {
      const left = await Promise.all(limiters.map(async (limiter) => (await limiter.consume(settle, 'k')).remaining));
      return Math.abs((left[0] ?? 0) - (left[1] ?? 0)) === 1;
    });
    const limit = { name: newId(), points: 25, windowMs: 60_000 };
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => limiters[index % 2]!.consume(limit, 'somebody')),
    );
    expect(answers.filter(({ allowed }) => allowed)).toHaveLength(limit.points);
    await Promise.all(limiters.map((limiter) => limiter.close()));
  });

  it('forgets for every process what one deletes', async () => {
    const [one, other] = [createRedisCache({ url: redisUrl }), createRedisCache({ url: redisUrl })];
    await waitFor(async () => (await one.ready()) && (await other.ready()));
    const key = newId();
    await one.set(key, 'value', 60_000);
    expect(await other.get(key)).toBe('value');
    await other.delete(key);
    expect(await one.get(key)).toBeUndefined();
    await Promise.all([one.close(), other.close()]);
  });

  it('may go away and return: logins and reads go on, and limits hold', async () => {
    const learner = await newLearner(url, 1);
    const input = { email: learner.email, password };
    await services(['down', '--kill', 'redis']);

    for (let turn = 0; turn < 3; turn += 1) {
      const begin = performance.now();
      expect((await must(url, login, { input })).login.accessToken).toBeTypeOf('string');
      expect((await must(url, '{ me { id } }', {}, learner.token)).me.id).toBe(learner.id);
      expect(performance.now() - begin).toBeLessThan(noticeableMs);
    }
    const newcomer = await newLearner(url, 1);
    expect(newcomer.id).toBeTypeOf('string');
    // auth counts by itself meanwhile.
    expect(await loginUntilLimited(newcomer.email)).toBe(loginsMax + 1);

    await services(['up', 'redis']);
    const second = await newLearner(url, 1);
    expect((await must(url, login, { input })).login.accessToken).toBeTypeOf('string');
    // While counting moves from one place to the other, somebody may get the points of both; nobody after that.
    expect(await loginUntilLimited(second.email)).toBeLessThanOrEqual(2 * loginsMax + 1);
    const third = await newLearner(url, 1);
    expect(await loginUntilLimited(third.email)).toBe(loginsMax + 1);
  });
});

/** Of auth, per account and address (count). */
const loginsMax = 20;

/** With the right password: wrong ones are slowed down sooner, by a delay that does not live in Redis. */
async function loginUntilLimited(email: string): Promise<number> {
  for (let count = 1; count <= 3 * loginsMax; count += 1) {
    const { errors } = await ask(url, login, { input: { email, password } });
    if (errors?.[0]?.extensions.code === 'RATE_LIMITED') return count;
    expect(errors).toBeUndefined();
  }
  return Infinity;
}

import type { RouterContext } from '../context.js';
import type { OperationResult } from '../executor/execution.js';
import type { DataObject } from '../executor/merge.js';
import type { RouterMetrics } from '../metrics.js';
import type { CachePolicy } from '../operations/cache-rules.js';
import type { AnswerKey, ResponseCache } from '../operations/response-cache.js';

/** Where the answer to a request may be kept. */
export interface KeptAnswer {
  /** Tells the client for how long it may go on keeping what is found. */
  find(): Promise<OperationResult | undefined>;
  /** Tells the client that it may keep the answer. */
  tell(): void;
  /** Keeps the answer for others where the policy is public. */
  keep(data: DataObject): Promise<void>;
}

export function createKeptAnswer(
  { scope, maxAgeSeconds }: CachePolicy,
  key: AnswerKey,
  context: RouterContext,
  { responseCache, metrics }: { responseCache: ResponseCache | undefined; metrics: RouterMetrics },
): KeptAnswer {
  const shared = scope === 'public' ? responseCache : undefined;
  const cacheKey = shared?.keyOf(key);
  return {
    async find() {
      const kept = cacheKey === undefined ? undefined : await shared?.get(cacheKey);
      if (!kept) return undefined;
      metrics.cache('hit');
      context.cacheControl = cacheHeader(scope, maxAgeSeconds - kept.ageSeconds);
      return { data: kept.data };
    },
    tell() {
      context.cacheControl = cacheHeader(scope, maxAgeSeconds);
    },
    async keep(data) {
      if (cacheKey === undefined || !shared) return;
      metrics.cache('miss');
      await shared.set(cacheKey, data, maxAgeSeconds);
    },
  };
}

function cacheHeader(scope: CachePolicy['scope'], seconds: number): string {
  return `max-age=${String(Math.max(0, seconds))}, ${scope}`;
}

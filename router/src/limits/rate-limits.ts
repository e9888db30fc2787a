import type { GraphQLError } from 'graphql';
import type { RateLimit, RateLimiter, RateLimitVerdict } from '@ruzlet/platform/cache/cache';
import type { Viewer } from '@ruzlet/platform/access/viewer';
import { refusal } from './refusal.js';

/** What may be asked for within a minute; 0 is no limit. */
export interface RateLimitSettings {
  /** Requests of one signed-in user (count). */
  userRequestsPerMinute: number;
  /** Requests from one address (count): a school may stand behind one. */
  addressRequestsPerMinute: number;
  /** Estimated cost of the operations of one user, or of one address for who is not signed in. */
  costPerMinute: number;
}

export interface RateLimits {
  /** Counts a request before anything of it is read. */
  admitRequest(address: string): Promise<GraphQLError | undefined>;
  /** Counts an operation, and what it costs, before it is executed. */
  admitOperation(who: { viewer: Viewer | null; address: string }, cost: number): Promise<GraphQLError | undefined>;
}

const windowMs = 60_000;

export function createRateLimits(limiter: RateLimiter, settings: RateLimitSettings): RateLimits {
  const perAddress = limitOf('router-address', settings.addressRequestsPerMinute);
  const perUser = limitOf('router-user', settings.userRequestsPerMinute);
  const perCost = limitOf('router-cost', settings.costPerMinute);

  return {
    async admitRequest(address) {
      return perAddress && refusedBy(await limiter.consume(perAddress, address));
    },
    async admitOperation({ viewer, address }, cost) {
      const user = viewer && perUser ? limiter.consume(perUser, viewer.userId) : undefined;
      const key = viewer ? `user:${viewer.userId}` : `address:${address}`;
      // An operation dearer than a whole minute is let through once a minute, not never: the limit per operation is another.
      const points = perCost && Math.min(Math.ceil(cost), perCost.points);
      const spent = perCost && points ? limiter.consume(perCost, key, points) : undefined;
      return refusedBy(await user) ?? refusedBy(await spent);
    },
  };
}

function limitOf(name: string, points: number): RateLimit | undefined {
  return points > 0 ? { name, points, windowMs } : undefined;
}

function refusedBy(verdict: RateLimitVerdict | undefined): GraphQLError | undefined {
  if (!verdict || verdict.allowed) return undefined;
  const { retryAfterMs } = verdict;
  const seconds = String(Math.ceil(retryAfterMs / 1_000));
  return refusal('RATE_LIMITED', `Too many requests: try again in ${seconds} s.`, { status: 429, retryAfterMs });
}

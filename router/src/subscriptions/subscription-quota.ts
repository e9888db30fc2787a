import { AppError } from '@ruzlet/platform/errors';
import type { RouterContext } from '../context.js';
import type { SubscriptionLimits } from './subscription-limits.js';

/** Counts subscriptions: of the process, and of each user or address. */
export interface SubscriptionQuota {
  /** @throws AppError RATE_LIMITED or SERVICE_UNAVAILABLE when there are too many. @returns what to call at the end. */
  take(who: Pick<RouterContext, 'viewer' | 'address'>): () => void;
}

export function createSubscriptionQuota(
  limits: Pick<SubscriptionLimits, 'openMax' | 'perUserMax'>,
  onChange: (change: 1 | -1) => void,
): SubscriptionQuota {
  const counts = new Map<string, number>();
  let open = 0;

  return {
    take({ viewer, address }) {
      if (open >= limits.openMax) {
        throw new AppError('SERVICE_UNAVAILABLE', 'Too many subscriptions are open right now: try again later.');
      }
      const key = viewer ? `user:${viewer.userId}` : `address:${address}`;
      const mine = counts.get(key) ?? 0;
      if (mine >= limits.perUserMax) {
        const message = `You have ${String(mine)} subscriptions open: end one before you begin another.`;
        throw new AppError('RATE_LIMITED', message);
      }
      counts.set(key, mine + 1);
      open += 1;
      onChange(1);
      let given = false;
      return () => {
        if (given) return;
        given = true;
        open -= 1;
        onChange(-1);
        const left = (counts.get(key) ?? 1) - 1;
        if (left === 0) counts.delete(key);
        else counts.set(key, left);
      };
    },
  };
}

import type { Leases } from '@ruzlet/platform/cache/cache';
import { AppError } from '@ruzlet/platform/errors';
import type { RouterContext } from '../context.js';
import type { SubscriptionLimits } from './subscription-limits.js';

/** Counts subscriptions: of the process, whose memory they take, and of each user or address, wherever they are open. */
export interface SubscriptionQuota {
  /** @throws AppError RATE_LIMITED or SERVICE_UNAVAILABLE when there are too many. @returns what to call at the end. */
  take(who: Pick<RouterContext, 'viewer' | 'address'>): Promise<() => void>;
}

export interface SubscriptionQuotaOptions {
  limits: Pick<SubscriptionLimits, 'openMax' | 'perUserMax'>;
  /** Without them a user may have as many as the process. */
  leases: Leases | undefined;
  onChange: (change: 1 | -1) => void;
}

export function createSubscriptionQuota({ limits, leases, onChange }: SubscriptionQuotaOptions): SubscriptionQuota {
  const perUser = { name: 'subscriptions', max: limits.perUserMax };
  let open = 0;

  return {
    async take({ viewer, address }) {
      if (open >= limits.openMax) {
        throw new AppError('SERVICE_UNAVAILABLE', 'Too many subscriptions are open right now: try again later.');
      }
      // Before anything is waited for: those who come at the same moment count.
      open += 1;
      let giveBack: (() => void) | undefined = leases ? undefined : () => undefined;
      try {
        giveBack ??= await leases?.take(perUser, viewer ? `user:${viewer.userId}` : `address:${address}`);
      } finally {
        if (!giveBack) open -= 1;
      }
      if (!giveBack) {
        const message = `You have ${String(limits.perUserMax)} subscriptions open, which is the limit: end one before you begin another.`;
        throw new AppError('RATE_LIMITED', message);
      }
      const lease = giveBack;
      onChange(1);
      let given = false;
      return () => {
        if (given) return;
        given = true;
        open -= 1;
        onChange(-1);
        lease();
      };
    },
  };
}

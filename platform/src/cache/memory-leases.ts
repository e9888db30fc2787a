import type { Leases } from './cache.js';
import { checkLeaseLimit, leaseKey } from './lease-limit.js';

/** Leases of this process alone. */
export function createMemoryLeases(): Leases {
  const counts = new Map<string, number>();
  return {
    take: (limit, key) => {
      checkLeaseLimit(limit);
      const id = leaseKey(limit, key);
      const held = counts.get(id) ?? 0;
      if (held >= limit.max) return Promise.resolve(undefined);
      counts.set(id, held + 1);
      let given = false;
      return Promise.resolve(() => {
        if (given) return;
        given = true;
        const left = (counts.get(id) ?? 1) - 1;
        if (left === 0) counts.delete(id);
        else counts.set(id, left);
      });
    },
    close: () => Promise.resolve(),
  };
}

import type { LeaseLimit } from './cache.js';

export function leaseKey(limit: LeaseLimit, key: string): string {
  return `lease:${limit.name}:${key}`;
}

export function checkLeaseLimit(limit: LeaseLimit): void {
  if (Number.isSafeInteger(limit.max) && limit.max > 0) return;
  throw new RangeError(`The limit of leases ${limit.name} wants a whole number above 0, and is ${String(limit.max)}.`);
}

import { randomUUID } from 'node:crypto';
import type { Leases } from './cache.js';
import { checkLeaseLimit, leaseKey } from './lease-limit.js';
import { connectRedis, type RedisOptions } from './redis-connection.js';

/** How long a lease stands that its process does not renew (milliseconds), and how often it is renewed. */
const leaseMsDefault = 60_000;
const renewMsDefault = 15_000;
/** Keys that are renewed at the same time, and leases in one command (counts). */
const keysAtOnce = 200;
const leasesAtOnce = 1_000;

// A sorted set for each key: leases by the time at which they end, by the clock of the server, which is one for all.
const now = `local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)`;

// KEYS[1] set; ARGV lease, max, ms. Returns 1 when there was room, in one step, so that no two processes take the same place.
const takeLease = `${now}
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 0 end
redis.call('ZADD', KEYS[1], now + ARGV[3], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1`;

// KEYS[1] set; ARGV ms, leases.
const renewLeases = `${now}
for index = 2, #ARGV do redis.call('ZADD', KEYS[1], now + ARGV[1], ARGV[index]) end
redis.call('PEXPIRE', KEYS[1], ARGV[1])`;

export interface RedisLeasesOptions extends RedisOptions {
  /** How long a lease stands that is not renewed (milliseconds): those of a process that was killed. */
  leaseMs?: number;
  /** How often leases are renewed (milliseconds). */
  renewMs?: number;
}

/**
 * Leases that processes share. While Redis is away each process counts for itself; what it holds is told to Redis when it is back.
 */
export function createRedisLeases(options: RedisLeasesOptions): Leases {
  const { leaseMs = leaseMsDefault, renewMs = renewMsDefault } = options;
  const connection = connectRedis(options);
  const held = new Map<string, Set<string>>();
  const self = randomUUID();
  let last = 0;

  function forget(id: string, lease: string): void {
    const leases = held.get(id);
    leases?.delete(lease);
    if (leases?.size === 0) held.delete(id);
  }

  async function renewKey(id: string, leases: ReadonlySet<string>): Promise<void> {
    const all = [...leases];
    for (let index = 0; index < all.length; index += leasesAtOnce) {
      const some = all.slice(index, index + leasesAtOnce).filter((lease) => leases.has(lease));
      if (some.length === 0) continue;
      await connection.attempt<unknown>(
        (redis) => redis.eval(renewLeases, 1, id, leaseMs, ...some),
        () => undefined,
      );
    }
  }

  let renewing = false;
  async function renew(): Promise<void> {
    if (renewing) return;
    renewing = true;
    try {
      const ids = [...held.keys()];
      for (let index = 0; index < ids.length; index += keysAtOnce) {
        const some = ids.slice(index, index + keysAtOnce);
        await Promise.all(some.map((id) => renewKey(id, held.get(id) ?? new Set())));
      }
    } finally {
      renewing = false;
    }
  }

  const timer = setInterval(() => void renew(), renewMs);
  timer.unref();

  return {
    async take(limit, key) {
      checkLeaseLimit(limit);
      const id = leaseKey(limit, key);
      const own = held.get(id) ?? new Set<string>();
      // All of them count in Redis too: it need not be asked.
      if (own.size >= limit.max) return undefined;
      last += 1;
      const lease = `${self}:${String(last)}`;
      // Before it is granted, so that those who ask at the same moment are counted, also while Redis is away.
      held.set(id, own.add(lease));
      const granted = await connection.attempt(
        async (redis) => (await redis.eval(takeLease, 1, id, lease, limit.max, leaseMs)) === 1,
        () => true,
      );
      if (!granted) {
        forget(id, lease);
        return undefined;
      }
      let given = false;
      return () => {
        if (given) return;
        given = true;
        forget(id, lease);
        // When it is not heard, the lease ends because nobody renews it.
        void connection.attempt(
          (redis) => redis.zrem(id, lease),
          () => 0,
        );
      };
    },
    async close() {
      clearInterval(timer);
      await Promise.all(
        [...held].map(([id, leases]) =>
          connection.attempt(
            (redis) => redis.zrem(id, ...leases),
            () => 0,
          ),
        ),
      );
      held.clear();
      await connection.close();
    },
  };
}

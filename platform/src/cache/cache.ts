/**
 * The cache port: short-lived values. Two drivers: Redis, and bounded memory. A cache may forget at any time, and while
 * Redis cannot be reached it knows nothing: build on it for speed only.
 */
export interface Cache {
  get(key: string): Promise<string | undefined>;
  /** Keeps `value` for `ttlMs` milliseconds at most; none at all when that is not above 0. */
  set(key: string, value: string, ttlMs: number): Promise<void>;
  /** Sets only when the key is absent; true when it was set, and when nothing is known of the key. */
  setIfAbsent(key: string, value: string, ttlMs: number): Promise<boolean>;
  delete(...keys: string[]): Promise<void>;
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** Outcome of taking points from a rate limit. */
export interface RateLimitVerdict {
  allowed: boolean;
  remaining: number;
  /** Milliseconds until enough points are there again; 0 when allowed. */
  retryAfterMs: number;
}

/** `points` per `windowMs`, both whole and above 0. */
export interface RateLimit {
  name: string;
  points: number;
  windowMs: number;
}

/**
 * The rate-limit port. Two drivers: Redis (shared by all processes), and memory. A key's window opens with its first
 * point; an attempt that is refused takes nothing.
 */
export interface RateLimiter {
  /** Takes `cost` points (whole, 1 by default; 0 only looks). */
  consume(limit: RateLimit, key: string, cost?: number): Promise<RateLimitVerdict>;
  close(): Promise<void>;
}

/** `max` leases of one key at the same time (whole, above 0). */
export interface LeaseLimit {
  name: string;
  max: number;
}

/**
 * The lease port: bounds how many of something are open at the same time. Two drivers: Redis (shared by all processes), and
 * memory. A lease stands until it is given back; those of a process that was killed end after a while.
 */
export interface Leases {
  /** @returns what gives it back (once; more often does nothing); undefined when as many are held as may be. */
  take(limit: LeaseLimit, key: string): Promise<(() => void) | undefined>;
  /** Gives back what this process holds. */
  close(): Promise<void>;
}

import { LRUCache } from 'lru-cache';
import { systemClock, type Clock } from '../clock.js';
import type { Cache } from './cache.js';

/** Entries that are kept (count); the least recently used ones go first. */
export const memoryCacheEntriesMax = 50_000;
/** Characters of all kept keys and values together. */
export const memoryCacheCharactersMax = 32_000_000;

/** A cache in this process, for one machine and for tests. */
export function createMemoryCache(options: { clock?: Clock; entriesMax?: number; charactersMax?: number } = {}): Cache {
  const clock = options.clock ?? systemClock;
  const entries = new LRUCache<string, string>({
    max: options.entriesMax ?? memoryCacheEntriesMax,
    maxSize: options.charactersMax ?? memoryCacheCharactersMax,
    sizeCalculation: (value, key) => value.length + key.length + 1,
    perf: { now: () => clock.now().getTime() },
    ttlResolution: 0,
  });

  function set(key: string, value: string, ttlMs: number): void {
    // 0 would mean forever to the library.
    if (ttlMs > 0) entries.set(key, value, { ttl: Math.ceil(ttlMs) });
    else entries.delete(key);
  }

  return {
    get: (key) => Promise.resolve(entries.get(key)),
    set: (key, value, ttlMs) => {
      set(key, value, ttlMs);
      return Promise.resolve();
    },
    setIfAbsent: (key, value, ttlMs) => {
      if (entries.has(key)) return Promise.resolve(false);
      set(key, value, ttlMs);
      return Promise.resolve(true);
    },
    delete: (...keys) => {
      for (const key of keys) entries.delete(key);
      return Promise.resolve();
    },
    ready: () => Promise.resolve(true),
    close: () => {
      entries.clear();
      return Promise.resolve();
    },
  };
}

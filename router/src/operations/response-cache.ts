import { createHash } from 'node:crypto';
import type { Cache } from '@ruzlet/platform/cache/cache';
import type { DataObject } from '../executor/merge.js';

/** Answers longer than this are not kept (characters). */
const answerCharactersMax = 1_000_000;

export interface AnswerKey {
  source: string;
  operationName: string | null | undefined;
  variables: Readonly<Record<string, unknown>>;
  /** Tells answers apart whose viewers may have different fields. */
  variant: string;
}

/** Public answers, shared by all viewers and all routers of one supergraph. */
export interface ResponseCache {
  keyOf(key: AnswerKey): string;
  get(key: string): Promise<{ data: DataObject; ageSeconds: number } | undefined>;
  set(key: string, data: DataObject, maxAgeSeconds: number): Promise<void>;
}

/** @param supergraphId answers of another supergraph are other answers. */
export function createResponseCache(cache: Cache, supergraphId: string, now: () => number = Date.now): ResponseCache {
  return {
    keyOf({ source, operationName, variables, variant }) {
      const parts = JSON.stringify([supergraphId, variant, operationName ?? null, source, sorted(variables)]);
      return `answer:${createHash('sha256').update(parts).digest('base64url')}`;
    },
    async get(key) {
      const text = await cache.get(key);
      if (text === undefined) return undefined;
      const kept: unknown = JSON.parse(text);
      if (!isObject(kept)) return undefined;
      const { storedAt, data } = kept;
      if (typeof storedAt !== 'number' || !isObject(data)) return undefined;
      return { data, ageSeconds: Math.max(0, Math.floor((now() - storedAt) / 1_000)) };
    },
    async set(key, data, maxAgeSeconds) {
      const text = JSON.stringify({ storedAt: now(), data });
      if (text.length <= answerCharactersMax) await cache.set(key, text, maxAgeSeconds * 1_000);
    },
  };
}

function isObject(value: unknown): value is DataObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same value with the keys of its objects in order: how a client orders variables does not matter. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

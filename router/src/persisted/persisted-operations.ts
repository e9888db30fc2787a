import type { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Cache } from '@ruzlet/platform/cache/cache';
import { refusal } from '../limits/refusal.js';
import { sha256, type RegisteredOperations } from './manifest.js';

export interface PersistedOperationsOptions {
  /** Clients may send the hash of an operation that they have sent in full before. */
  automatic: boolean;
  registered: RegisteredOperations | undefined;
  /** Refuses every operation that is not registered. */
  registeredOnly: boolean;
  /** Shared by routers, so that what one was told the others know. */
  cache: Cache | undefined;
}

/** The operation that a request means, as text; or why there is none. */
export type Resolved =
  | {
      source: string;
      error?: undefined;
      /** To be called when the text turned out to be good. */ remember?: () => void;
    }
  | { error: GraphQLError };

export interface PersistedOperations {
  /**
   * @param extensions of the request, as they were sent.
   * @returns undefined when the request is to be taken as it is.
   */
  resolve(source: string | undefined, extensions: unknown): Promise<Resolved | undefined>;
}

const persistedQuery = z.object({
  persistedQuery: z.object({ version: z.literal(1), sha256Hash: z.string().min(1).max(200) }),
});

/** Texts remembered in this process (characters of all). */
const rememberedCharactersMax = 8_000_000;
/** Longer texts are not remembered: hashes are for what is sent often. */
const textCharactersMax = 100_000;
/** How long a shared cache keeps a text (milliseconds): as long as clients keep using it, it is told again. */
const keptMs = 7 * 24 * 60 * 60 * 1_000;

/**
 * Automatic persisted queries, and the list of registered operations. A text that is sent with its hash is remembered
 * once it has passed the limits, so that nobody fills the memory with what is refused anyway.
 */
export function createPersistedOperations(options: PersistedOperationsOptions): PersistedOperations {
  const { automatic, registered, registeredOnly, cache } = options;
  const texts = new LRUCache<string, string>({
    maxSize: rememberedCharactersMax,
    sizeCalculation: (text, hash) => text.length + hash.length,
  });
  const allowed = registeredOnly ? new Set(registered?.values()) : undefined;

  async function recall(hash: string): Promise<string | undefined> {
    const known = registered?.get(hash) ?? (automatic && !registeredOnly ? texts.get(hash) : undefined);
    if (known !== undefined || !automatic || registeredOnly) return known;
    const shared = await cache?.get(`operation:${hash}`);
    // Whoever can write to the cache must not be able to put another text under a hash.
    if (shared === undefined || sha256(shared) !== hash) return undefined;
    texts.set(hash, shared);
    return shared;
  }

  function remember(hash: string, source: string): void {
    if (source.length > textCharactersMax || texts.has(hash)) return;
    texts.set(hash, source);
    void cache?.set(`operation:${hash}`, source, keptMs);
  }

  function allowedOnly(source: string): Resolved {
    if (!allowed || allowed.has(source)) return { source };
    const message = 'Only registered operations are served here, and this one is not registered.';
    return { error: refusal('QUERY_NOT_IN_SAFE_LIST', message, { status: 403 }) };
  }

  return {
    async resolve(source, extensions) {
      const sent = extensions === undefined ? undefined : persistedQuery.safeParse(extensions).data?.persistedQuery;
      if (!sent) return source === undefined || !allowed ? undefined : allowedOnly(source);
      const hash = sent.sha256Hash;
      if (source === undefined) {
        const known = await recall(hash);
        if (known !== undefined) return { source: known };
        return automatic && !registeredOnly
          ? { error: refusal('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound', { status: 200 }) }
          : {
              error: refusal('PERSISTED_QUERY_NOT_IN_LIST', 'No operation is registered under this id.', {
                status: 404,
              }),
            };
      }
      if (registered?.get(hash) !== source && sha256(source) !== hash) {
        return { error: refusal('BAD_REQUEST', 'The sha256Hash is not that of the query.', { status: 400 }) };
      }
      if (allowed) return allowedOnly(source);
      if (!automatic) return { source };
      return {
        source,
        remember: () => {
          remember(hash, source);
        },
      };
    },
  };
}

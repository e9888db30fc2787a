import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Operations that were registered before, by id. */
export type RegisteredOperations = ReadonlyMap<string, string>;

/** Apollo's persisted query manifest, which Ruzlet's SDK and other clients generate. */
const apolloManifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1), body: z.string().min(1) })),
});

/** Relay's: ids to texts. */
const plainManifest = z.record(z.string().min(1), z.string().min(1));

/** A manifest that cannot be read, in words for the person at the terminal. */
export class ManifestError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads a manifest of registered operations.
 *
 * @throws ManifestError when it is none.
 */
export function readManifest(text: string): RegisteredOperations {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ManifestError('The manifest of persisted operations is not JSON.');
  }
  const apollo = apolloManifest.safeParse(json);
  if (apollo.success) return new Map(apollo.data.operations.map(({ id, body }) => [id, body]));
  const plain = plainManifest.safeParse(json);
  if (plain.success) return new Map(Object.entries(plain.data));
  throw new ManifestError(
    'The manifest of persisted operations is neither an apollo-persisted-query-manifest nor a map from ids to texts.',
  );
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

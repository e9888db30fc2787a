/**
 * How operations are sent: in full; by hash, and in full when the server does not know it yet; or by hash alone, to a
 * server that serves registered operations only (`generated/persisted-operations.json` is what it is given).
 */
export type Persisting = 'off' | 'automatic' | 'registered';

/** The code of a server that has not seen the operation in full yet. */
export const unknownHashCode = 'PERSISTED_QUERY_NOT_FOUND';

const known = new Map<string, Promise<string | undefined>>();
/** Hashes that are remembered (count): applications have some hundred operations. */
const knownMax = 2_000;

/**
 * The SHA-256 of an operation's text, in hexadecimal, worked out once; undefined where there is no Web Crypto (a page
 * without TLS).
 */
export function hashOf(text: string): Promise<string | undefined> {
  let hash = known.get(text);
  if (!hash) {
    hash = sha256(text);
    if (known.size >= knownMax) known.clear();
    known.set(text, hash);
  }
  return hash;
}

/** Browsers leave it out on pages without TLS, whatever its type says. */
function webCrypto(): SubtleCrypto | undefined {
  return globalThis.crypto.subtle;
}

async function sha256(text: string): Promise<string | undefined> {
  const digest = await webCrypto()?.digest('SHA-256', new TextEncoder().encode(text));
  return digest && Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

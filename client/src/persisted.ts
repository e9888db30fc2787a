import { print, type DocumentNode } from 'graphql';

/**
 * How operations are sent: in full; by hash, and in full when the server does not know it yet; or by hash alone, to a
 * server that serves registered operations only (`generated/persisted-operations.json` is what it is given).
 */
export type Persisting = 'off' | 'automatic' | 'registered';

/** The code of a server that has not seen the operation in full yet. */
export const unknownHashCode = 'PERSISTED_QUERY_NOT_FOUND';

export interface OperationText {
  text: string;
  /** SHA-256 of the text, in hexadecimal; undefined where there is no Web Crypto (a page without TLS). */
  hash: Promise<string | undefined>;
}

const known = new WeakMap<DocumentNode, OperationText>();

/** The text of a document and its hash, worked out once for each document. */
export function textOf(document: DocumentNode): OperationText {
  let found = known.get(document);
  if (!found) {
    const text = print(document);
    found = { text, hash: sha256(text) };
    known.set(document, found);
  }
  return found;
}

/** Browsers leave it out on pages without TLS, whatever its type says. */
function webCrypto(): SubtleCrypto | undefined {
  return globalThis.crypto.subtle;
}

async function sha256(text: string): Promise<string | undefined> {
  const digest = await webCrypto()?.digest('SHA-256', new TextEncoder().encode(text));
  return digest && Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

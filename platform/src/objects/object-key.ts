/** Characters of a key. */
export const objectKeyCharactersMax = 512;

// Plain enough for every S3 server, every file system and a URL path without escaping.
const keyPattern = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;
const prefixPattern = /^[A-Za-z0-9._/-]*$/;

/**
 * Checks that a key is one: parts of letters, digits, `.`, `_` and `-`, each starting with a letter or digit, with
 * slashes between them. Keys are made by services, never by users, so a bad one is a fault of ours.
 */
export function assertObjectKey(key: string): void {
  if (!isObjectKey(key)) throw new RangeError(`"${key.slice(0, 100)}" is not an object key.`);
}

export function isObjectKey(key: string): boolean {
  return key.length <= objectKeyCharactersMax && keyPattern.test(key);
}

export function assertObjectPrefix(prefix: string): void {
  if (prefix.length > objectKeyCharactersMax || !prefixPattern.test(prefix) || prefix.split('/').includes('..')) {
    throw new RangeError(`"${prefix.slice(0, 100)}" is not a prefix of object keys.`);
  }
}

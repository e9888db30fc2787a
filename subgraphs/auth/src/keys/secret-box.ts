import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Seals what the database keeps but must not know: private signing keys, TOTP secrets, and what
 * a sign-in at another provider is checked by. AES-256-GCM; the key is
 * derived by HKDF (RFC 5869) from KEY_ENCRYPTION_SECRET, another one for each purpose.
 */

const nonceBytes = 12;
const tagBytes = 16;
const keyBytes = 32;

export class UnsealError extends Error {
  override readonly name = 'UnsealError';
}

export interface SecretBox {
  /** @param owner what the sealed text belongs to: it opens for nobody else, so rows cannot be swapped. */
  seal(plain: Uint8Array, owner: string): Buffer;
  /** @throws UnsealError when the secret, the owner or the bytes are not those of the sealing. */
  open(sealed: Buffer, owner: string): Buffer;
}

export function createSecretBox(
  secret: string,
  purpose: 'signing-key' | 'totp-secret' | 'oidc-request' | 'erasure',
): SecretBox {
  const key = Buffer.from(hkdfSync('sha256', secret, 'ruzlet.auth', purpose, keyBytes));
  return {
    seal(plain, owner) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, owner) {
      try {
        const nonce = sealed.subarray(0, nonceBytes);
        const tag = sealed.subarray(sealed.length - tagBytes);
        const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
          .setAAD(Buffer.from(owner))
          .setAuthTag(tag);
        return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
      } catch (error) {
        throw new UnsealError(
          `A sealed ${purpose} cannot be opened: KEY_ENCRYPTION_SECRET is not the one it was sealed with.`,
          {
            cause: error,
          },
        );
      }
    },
  };
}

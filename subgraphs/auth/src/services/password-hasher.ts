import { randomBytes } from 'node:crypto';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { normalizePassword } from '../domain/passwords.js';

export interface Argon2Parameters {
  /** Memory of one hash (KiB). */
  memoryKib: number;
  /** Passes (count). */
  iterations: number;
  /** Lanes (count). */
  parallelism: number;
}

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /**
   * True when the password has this hash. Without a hash, does the same work and answers false, so that the time does
   * not tell whether an account exists.
   */
  verify(passwordHash: string | undefined, password: string): Promise<boolean>;
  /** True when the hash was made with other parameters than those of today. */
  needsRehash(passwordHash: string): boolean;
}

/** argon2id (RFC 9106), which is what the library makes by default. */
export async function createPasswordHasher(parameters: Argon2Parameters): Promise<PasswordHasher> {
  const options = {
    memoryCost: parameters.memoryKib,
    timeCost: parameters.iterations,
    parallelism: parameters.parallelism,
  };
  const nobodysHash = await hash(randomBytes(16).toString('hex'), options);

  return {
    hash: (password) => hash(normalizePassword(password), options),
    async verify(passwordHash, password) {
      const right = await verify(passwordHash ?? nobodysHash, normalizePassword(password));
      return right && passwordHash !== undefined;
    },
    needsRehash(passwordHash) {
      const used = parseOptions(passwordHash);
      return (
        !passwordHash.startsWith('$argon2id$') ||
        used.memoryCost !== options.memoryCost ||
        used.timeCost !== options.timeCost ||
        used.parallelism !== options.parallelism
      );
    },
  };
}

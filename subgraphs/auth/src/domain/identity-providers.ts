/** A provider of identities as it is configured, and what it may say of somebody. */

/** The id of a provider stands in addresses. */
export const providerIdPattern = /^[a-z][a-z\d-]{0,31}$/;

/** What a provider says of somebody. */
export interface Identity {
  issuer: string;
  /** Who it is at the issuer, for ever. */
  subject: string;
  email: string | null;
  /** True when the provider says that the address has been shown to be theirs. */
  emailVerified: boolean;
  /** A name to take as username, if it does and is free. */
  username: string | null;
  displayName: string | null;
  locale: string | null;
  timeZone: string | null;
}

export type IdentityPurpose = 'SIGN_IN' | 'LINK';

/** What the client keeps and shows in the end (RFC 7636, section 4.1), and what it sends the browser away with. */
export const clientVerifierPattern = /^[\w.~-]{43,128}$/;
export const clientChallengePattern = /^[\w-]{43}$/;

const usernameCharacters = { min: 3, max: 32 };

/**
 * Usernames for a new account, the dearest first: what the provider calls them, then the part of the address before the
 * `@`, each also with digits behind.
 *
 * @param digits different ones at each call: chance is the caller's.
 */
export function usernameCandidates(
  { username, email }: Pick<Identity, 'username' | 'email'>,
  digits: string[],
): string[] {
  const names = [username, email?.split('@')[0]]
    .map((name) => (name ?? '').split('@')[0] ?? '')
    .map((name) =>
      name
        .normalize('NFC')
        .replaceAll(/[^\p{L}\p{M}\p{N}._-]/gu, '')
        .replace(/^[^\p{L}\p{N}]+/u, ''),
    )
    .filter((name) => Array.from(name).length >= usernameCharacters.min);
  const bases = [...new Set([...names, 'user'])];
  const short = (name: string, room: number) =>
    Array.from(name)
      .slice(0, usernameCharacters.max - room)
      .join('');
  return [
    ...names.map((name) => short(name, 0)),
    ...bases.flatMap((base) => digits.map((tail) => `${short(base, tail.length)}${tail}`)),
  ];
}

/** Where browsers start a sign-in by a provider, and where it sends them back to: paths below the public address. */
export function identityPaths(provider: string): { start: string; callback: string } {
  return { start: `/auth/identity/${provider}/start`, callback: `/auth/identity/${provider}/callback` };
}

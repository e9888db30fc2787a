import { createHash } from 'node:crypto';
import { z } from 'zod';
import { unauthenticated } from '@ruzlet/platform/errors';
import { parseInput } from '@ruzlet/platform/validation';
import { clientVerifierPattern, type IdentityPurpose } from '../domain/identity-providers.js';
import { takeOidcTicket, type OidcTicketRow } from '../storage/identities.js';
import { spend } from './auth-limits.js';
import type { AuthServices, Device } from './auth-services.js';
import { hashSecret } from './refresh-token.js';

const redemption = z.object({
  ticket: z.string().max(100),
  verifier: z.string().regex(clientVerifierPattern, 'must be 43 to 128 letters, digits, "-", ".", "_" or "~"'),
});

/**
 * What a provider said, for the client that sent the browser away: nobody can hand somebody else a ticket of theirs.
 *
 * @throws AppError UNAUTHENTICATED for a ticket that is no good, BAD_USER_INPUT, RATE_LIMITED.
 */
export async function redeemTicket(
  { db, clock, rateLimiter, limits }: AuthServices,
  device: Device,
  { purpose, rawInput }: { purpose: IdentityPurpose; rawInput: unknown },
): Promise<OidcTicketRow> {
  const { ticket, verifier } = parseInput(redemption, rawInput);
  await spend(rateLimiter, [{ limit: limits.identityPerAddress, key: device.ipAddress ?? 'unknown' }]);
  const taken = await takeOidcTicket(db, hashSecret(ticket), clock.now());
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  if (taken?.purpose !== purpose || taken.clientChallenge !== challenge) {
    throw unauthenticated('This ticket is not valid any more: begin the sign-in again.');
  }
  return taken;
}

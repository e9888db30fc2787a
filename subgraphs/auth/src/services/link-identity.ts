import type { Viewer } from '@ruzlet/platform/access/viewer';
import { AppError, conflict, notFound, unauthenticated } from '@ruzlet/platform/errors';
import { isUuid, newId } from '@ruzlet/platform/ids';
import type { Db } from '@ruzlet/platform/postgres/database';
import { lockAccount } from '../storage/accounts.js';
import {
  countIdentities,
  deleteIdentity,
  findIdentity,
  identitiesPerAccountMax,
  insertIdentity,
  type OidcTicketRow,
} from '../storage/identities.js';
import type { AuthServices, Device } from './auth-services.js';
import { requireLiveSession } from './live-session.js';
import { requireRecentSignIn } from './recent-sign-in.js';
import { redeemTicket } from './redeem-ticket.js';
import { recordSecurityEvent } from './security-events.js';

const accountGone = () => unauthenticated('This account does not exist any more.');

/** Links what a provider said to an account, within the caller's transaction, which has locked the account. */
export async function keepIdentity(
  tx: Db,
  services: Pick<AuthServices, 'device'>,
  { accountId, said, now, used }: { accountId: string; said: OidcTicketRow; now: Date; used: boolean },
): Promise<void> {
  const { provider, issuer, subject, email } = said;
  if ((await countIdentities(tx, accountId)) >= identitiesPerAccountMax) {
    throw conflict(`An account has at most ${String(identitiesPerAccountMax)} identities: unlink one first.`);
  }
  const lastUsedAt = used ? now : null;
  const identity = {
    id: newId(now),
    accountId,
    provider,
    issuer,
    subject,
    email: email ?? '',
    createdAt: now,
    lastUsedAt,
  };
  if (!(await insertIdentity(tx, identity))) throw conflict('This identity is linked to an account already.');
  await recordSecurityEvent(tx, services, { accountId, kind: 'IDENTITY_LINKED', now, detail: provider });
}

/**
 * Links an identity of a provider to the viewer's account; linking it again changes nothing.
 *
 * @throws AppError UNAUTHENTICATED, CONFLICT when another account has it, FORBIDDEN when an address is not verified.
 */
export async function linkIdentity(
  services: AuthServices,
  device: Device,
  { viewer, rawInput }: { viewer: Viewer | null; rawInput: unknown },
): Promise<void> {
  const { db, clock } = services;
  const { userId } = await requireLiveSession(services, viewer);
  const said = await redeemTicket(services, device, { purpose: 'LINK', rawInput });
  const now = clock.now();
  await db.transaction(async (tx) => {
    const account = await lockAccount(tx, userId);
    if (!account) throw accountGone();
    if (account.emailVerifiedAt === null) throw new AppError('FORBIDDEN', 'Verify your e-mail address here first.');
    if (said.email === null || !said.emailVerified) {
      throw new AppError('FORBIDDEN', 'The provider has not verified your e-mail address: do that there first.');
    }
    const known = await findIdentity(tx, said.issuer, said.subject);
    if (known?.accountId === userId) return;
    await keepIdentity(tx, services, { accountId: userId, said, now, used: false });
  });
}

/** Unlinks one of the viewer's identities. @throws AppError NOT_FOUND, FORBIDDEN when the password is needed. */
export async function unlinkIdentity(
  services: AuthServices,
  viewer: Viewer | null,
  { id, password }: { id: string; password?: string | null | undefined },
): Promise<void> {
  const { userId } = await requireRecentSignIn(services, viewer, password);
  const now = services.clock.now();
  await services.db.transaction(async (tx) => {
    const detail = isUuid(id) ? await deleteIdentity(tx, id, userId) : undefined;
    if (detail === undefined) throw notFound('identity');
    await recordSecurityEvent(tx, services, { accountId: userId, kind: 'IDENTITY_UNLINKED', now, detail });
  });
}

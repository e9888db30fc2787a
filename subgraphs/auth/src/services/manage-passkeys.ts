import type { Viewer } from '@ruzlet/platform/access/viewer';
import { notFound, unauthenticated } from '@ruzlet/platform/errors';
import { isUuid } from '@ruzlet/platform/ids';
import { parseInput } from '@ruzlet/platform/validation';
import { lockAccount } from '../storage/accounts.js';
import { deletePasskey, renamePasskeyRow } from '../storage/passkeys.js';
import { displayNameField } from './account-fields.js';
import type { AuthServices } from './auth-services.js';
import { requireLiveSession } from './live-session.js';
import { requireRecentSignIn } from './recent-sign-in.js';
import { dropIdleRecoveryCodes } from './recovery-codes.js';
import { recordSecurityEvent } from './security-events.js';

/** Gives one of the viewer's passkeys another name. @throws AppError NOT_FOUND, BAD_USER_INPUT. */
export async function renamePasskey(
  services: AuthServices,
  viewer: Viewer | null,
  { id, name }: { id: string; name: string },
): Promise<void> {
  const { userId } = await requireLiveSession(services, viewer);
  const wanted = parseInput(displayNameField, name, ['name']);
  if (!isUuid(id) || !(await renamePasskeyRow(services.db, id, userId, wanted))) throw notFound('passkey');
}

/** Removes one of the viewer's passkeys. @throws AppError NOT_FOUND, FORBIDDEN when the password is needed. */
export async function removePasskey(
  services: AuthServices,
  viewer: Viewer | null,
  { id, password }: { id: string; password?: string | null | undefined },
): Promise<void> {
  const { userId } = await requireRecentSignIn(services, viewer, password);
  const now = services.clock.now();
  await services.db.transaction(async (tx) => {
    if (!(await lockAccount(tx, userId))) throw unauthenticated('This account does not exist any more.');
    const detail = isUuid(id) ? await deletePasskey(tx, id, userId) : undefined;
    if (detail === undefined) throw notFound('passkey');
    await dropIdleRecoveryCodes(tx, userId);
    await recordSecurityEvent(tx, services, { accountId: userId, kind: 'PASSKEY_REMOVED', now, detail });
  });
}

import type { Viewer } from '@ruzlet/platform/access/viewer';
import { conflict, forbidden, notFound } from '@ruzlet/platform/errors';
import { isUuid } from '@ruzlet/platform/ids';
import { normalizeRoles, type Role } from '../domain/roles.js';
import {
  countOtherAdministrators,
  findAccountsByIds,
  lockAccount,
  lockAdministrators,
  updateRoles,
  type AccountRow,
} from '../storage/accounts.js';
import type { AuthServices } from './auth-services.js';
import { requireLiveSession } from './live-session.js';
import { recordSecurityEvent } from './security-events.js';

/**
 * Sets the roles of an account. The administrator's own role is read from the database: a token may be older than a
 * change of roles.
 *
 * @throws AppError FORBIDDEN, NOT_FOUND, CONFLICT when it would take the last administrator away.
 */
export async function setUserRoles(
  services: AuthServices,
  viewer: Viewer | null,
  userId: string,
  wanted: readonly Role[],
): Promise<AccountRow> {
  const asking = await requireLiveSession(services, viewer);
  return services.db.transaction(async (tx) => {
    await lockAdministrators(tx);
    const [administrator] = await findAccountsByIds(tx, [asking.userId]);
    if (!administrator?.roles.includes('ADMIN')) throw forbidden('Only an administrator may set roles.');
    const account = isUuid(userId) ? await lockAccount(tx, userId) : undefined;
    if (!account) throw notFound('user');
    const roles = normalizeRoles(wanted);
    const losesAdmin = account.roles.includes('ADMIN') && !roles.includes('ADMIN');
    if (losesAdmin && (await countOtherAdministrators(tx, account.id)) === 0) {
      throw conflict('This is the last administrator: make somebody else one first.');
    }
    const updated = await updateRoles(tx, account.id, roles);
    if (!updated) throw notFound('user');
    await recordSecurityEvent(tx, services, {
      accountId: account.id,
      kind: 'ROLES_CHANGED',
      now: services.clock.now(),
      detail: roles.join(' '),
    });
    return updated;
  });
}

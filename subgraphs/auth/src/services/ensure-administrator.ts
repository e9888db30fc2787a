import type { Logger } from '@ruzlet/platform/log';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import { emailKey } from '../domain/identifiers.js';
import { normalizeRoles } from '../domain/roles.js';
import {
  countOtherAdministrators,
  findAccountByEmailKey,
  insertAccount,
  lockAdministrators,
  updateRoles,
} from '../storage/accounts.js';
import type { AuthServices } from './auth-services.js';
import { newAccount, registration } from './register.js';
import { userRegistered } from './user-events.js';

export interface AdministratorSettings {
  email: string;
  username: string;
  password: string;
}

/**
 * Makes the first administrator at start, before anybody can ask: an account with this address and password, or the role
 * for the account that has them already. Does nothing when there is an administrator.
 *
 * An account with the address but another password is left alone, since the address alone proves nothing.
 */
export async function ensureAdministrator(
  services: AuthServices,
  settings: AdministratorSettings,
  logger: Logger,
): Promise<void> {
  const { db, clock, hasher } = services;
  if ((await countOtherAdministrators(db, null)) > 0) return;
  const input = parseInput(registration, { ...settings, displayName: settings.username }, ['ADMIN']);
  const draft = await newAccount(services, input, { roles: ['ADMIN'], now: clock.now() });
  await db.transaction(async (tx) => {
    await lockAdministrators(tx);
    if ((await countOtherAdministrators(tx, null)) > 0) return;
    const existing = await findAccountByEmailKey(tx, emailKey(settings.email));
    if (!existing) {
      if (await insertAccount(tx, draft)) await appendEvents(tx, [userRegistered(draft)]);
      else logger.warn('the first administrator was not made: ADMIN_USERNAME is taken');
      return;
    }
    if (await hasher.verify(existing.passwordHash, settings.password)) {
      await updateRoles(tx, existing.id, normalizeRoles([...existing.roles, 'ADMIN']));
      return;
    }
    logger.warn(
      'the first administrator was not made: ADMIN_EMAIL has an account with another password than ADMIN_PASSWORD',
    );
  });
}

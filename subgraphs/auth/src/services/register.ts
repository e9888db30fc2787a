import { z } from 'zod';
import { AppError, badInput } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import type { Db } from '@ruzlet/platform/postgres/database';
import { parseInput } from '@ruzlet/platform/validation';
import { emailKey, isReservedUsername, usernameKey } from '../domain/identifiers.js';
import { passwordFault } from '../domain/passwords.js';
import { normalizeRoles, type Role } from '../domain/roles.js';
import {
  countOtherAdministrators,
  findAccountByEmailKey,
  findAccountByUsernameKey,
  insertAccount,
  lockAdministrators,
  type AccountRow,
} from '../storage/accounts.js';
import { isUsernameRetired } from '../storage/retired-usernames.js';
import {
  displayNameField,
  emailField,
  localeField,
  passwordField,
  timeZoneField,
  usernameField,
} from './account-fields.js';
import { spend } from './auth-limits.js';
import type { AuthServices, Device } from './auth-services.js';
import { issueTokens, type SignedIn } from './issue-tokens.js';
import { requestMail } from './request-mail.js';
import { recordSecurityEvent } from './security-events.js';
import { startSession } from './start-session.js';
import { userRegistered } from './user-events.js';

/** What a new account must be. */
export const registration = z
  .object({
    email: emailField,
    username: usernameField,
    password: passwordField,
    displayName: displayNameField.nullish(),
    locale: localeField.nullish(),
    timeZone: timeZoneField.nullish(),
  })
  .superRefine((input, context) => {
    const message = passwordFault(input.password, input);
    if (message !== undefined) context.addIssue({ code: 'custom', path: ['password'], message });
  });

export type Registration = z.output<typeof registration>;

/** A row for a new account; the password is hashed here. */
export async function newAccount(
  { hasher }: Pick<AuthServices, 'hasher'>,
  input: Registration,
  { roles, now }: { roles: Role[]; now: Date },
): Promise<AccountRow> {
  return {
    id: newId(now),
    email: input.email,
    emailKey: emailKey(input.email),
    emailVerifiedAt: null,
    username: input.username,
    usernameKey: usernameKey(input.username),
    passwordHash: await hasher.hash(input.password),
    passwordChangedAt: now,
    roles: normalizeRoles(roles),
    displayName: input.displayName ?? input.username,
    locale: input.locale ?? 'en',
    timeZone: input.timeZone ?? 'UTC',
    createdAt: now,
  };
}

/**
 * Makes an account, signs it in and says so with `ruzlet.user.registered.v1`; a mail asks to verify the address.
 *
 * @throws AppError CONFLICT when address or username is taken, BAD_USER_INPUT, RATE_LIMITED.
 */
export async function register(services: AuthServices, device: Device, rawInput: unknown): Promise<SignedIn> {
  const { db, clock, rateLimiter, limits } = services;
  await spend(rateLimiter, [{ limit: limits.registerPerAddress, key: device.ipAddress ?? 'unknown' }]);
  const input = parseInput(registration, rawInput);
  demandFreeForAll(services, input);
  // Looked up before the costly hash; the unique keys decide, in the insert.
  const now = clock.now();
  await refuseTaken(db, input, now);

  const draft = await newAccount(services, input, { roles: [], now });
  const { account, session } = await db.transaction(async (tx) => {
    const account = { ...draft, roles: await firstRoles(tx, services, draft) };
    if (!(await insertAccount(tx, account))) await refuseTaken(tx, input, now);
    // After the insert: whoever gave the name up meanwhile keeps it.
    if (await isUsernameRetired(tx, account.usernameKey, now, null)) await refuseTaken(tx, input, now);
    const session = await startSession(tx, services, { accountId: account.id, device, now }, [userRegistered(account)]);
    await recordSecurityEvent(tx, services, { accountId: account.id, kind: 'REGISTERED', now });
    if (services.postman) await requestMail(tx, 'VERIFY_EMAIL', account.emailKey, now);
    return { account, session };
  });
  services.postman?.wake();
  return issueTokens(services, account, session);
}

/** @throws AppError BAD_USER_INPUT for a name by which somebody would speak for the installation, unless they run it. */
function demandFreeForAll({ adminEmail }: AuthServices, { email, username }: Registration): void {
  const runsIt = adminEmail !== null && emailKey(adminEmail) === emailKey(email);
  if (!runsIt && isReservedUsername(username)) {
    throw badInput([{ path: ['input', 'username'], message: 'is reserved for administrators: choose another' }]);
  }
}

/** What a new account may do: everything, when it is the first with the administrator's address. */
export async function firstRoles(tx: Db, { adminEmail }: AuthServices, account: AccountRow): Promise<Role[]> {
  if (adminEmail === null || emailKey(adminEmail) !== account.emailKey) return account.roles;
  await lockAdministrators(tx);
  return (await countOtherAdministrators(tx, null)) === 0 ? normalizeRoles(['ADMIN']) : account.roles;
}

/** @throws AppError CONFLICT when somebody has the address or the username. */
export async function refuseTaken(db: Db, input: Pick<Registration, 'email' | 'username'>, now: Date): Promise<void> {
  const [byEmail, byUsername] = [
    await findAccountByEmailKey(db, emailKey(input.email)),
    (await findAccountByUsernameKey(db, usernameKey(input.username))) ??
      (await isUsernameRetired(db, usernameKey(input.username), now, null)),
  ];
  const issues = [
    ...(byEmail ? [{ path: ['input', 'email'], message: 'is registered already' }] : []),
    ...(byUsername ? [{ path: ['input', 'username'], message: 'is taken, or looks like one that is' }] : []),
  ];
  if (issues.length === 0) return;
  const message = byEmail
    ? 'This e-mail address is registered already: sign in.'
    : 'This username is taken, or looks like one that is: choose another.';
  throw new AppError('CONFLICT', message, { issues });
}

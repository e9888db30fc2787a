import { randomBytes, randomInt } from 'node:crypto';
import { AppError, conflict, unauthenticated } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import type { Db } from '@ruzlet/platform/postgres/database';
import { emailKey, isReservedUsername, usernameKey } from '../domain/identifiers.js';
import { usernameCandidates } from '../domain/identity-providers.js';
import {
  findAccountByEmailKey,
  findTakenUsernameKeys,
  insertAccount,
  lockAccount,
  type AccountRow,
} from '../storage/accounts.js';
import { findIdentity, touchIdentity, type OidcTicketRow } from '../storage/identities.js';
import { isUsernameRetired } from '../storage/retired-usernames.js';
import { displayNameField, emailField, localeField, timeZoneField, usernameField } from './account-fields.js';
import type { AuthServices, Device } from './auth-services.js';
import { finishLogin, passFirstFactor, type LoginOutcome } from './finish-login.js';
import { keepIdentity } from './link-identity.js';
import { redeemTicket } from './redeem-ticket.js';
import { firstRoles, newAccount, refuseTaken } from './register.js';
import { recordSecurityEvent } from './security-events.js';
import { userRegistered } from './user-events.js';

/** Digits behind a username that is taken (count), and how many are tried. */
const tailDigits = 4;
const tailsCount = 5;

/**
 * Signs in by an identity of a provider: into the account that it is linked to, else into the one with its address when
 * both sides have verified that, else into a new one. A second factor of the account is asked for all the same.
 *
 * @throws AppError UNAUTHENTICATED for a ticket that is no good, CONFLICT, BAD_USER_INPUT, RATE_LIMITED.
 */
export async function loginWithIdentity(
  services: AuthServices,
  device: Device,
  rawInput: unknown,
): Promise<LoginOutcome> {
  const { db, clock } = services;
  const said = await redeemTicket(services, device, { purpose: 'SIGN_IN', rawInput });
  const now = clock.now();
  const known = await findIdentity(db, said.issuer, said.subject);
  const accountId = known?.accountId ?? (await accountOfAddress(db, said))?.id;
  const draft = accountId === undefined ? await draftAccount(services, said, now) : undefined;
  const outcome = await db.transaction(async (tx) => {
    const account = draft ? await addAccount(tx, services, draft, now) : await lockExisting(tx, accountId);
    if (!account) throw unauthenticated('This account does not exist any more.');
    if (known) await touchIdentity(tx, known.id, said.email, now);
    else await keepIdentity(tx, services, { accountId: account.id, said, now, used: true });
    return passFirstFactor(tx, services, { account, device, now, detail: said.provider });
  });
  return finishLogin(services, outcome);
}

async function lockExisting(tx: Db, accountId: string | undefined): Promise<AccountRow | undefined> {
  return accountId === undefined ? undefined : lockAccount(tx, accountId);
}

/** The account that has the address, which both sides have verified. */
async function accountOfAddress(db: Db, said: OidcTicketRow): Promise<AccountRow | undefined> {
  const email = verifiedAddress(said);
  const account = await findAccountByEmailKey(db, emailKey(email));
  if (account?.emailVerifiedAt === null) {
    throw conflict(
      'There is an account with this address, which it has not verified: sign in with its password, verify the address, then link.',
    );
  }
  return account;
}

/** Whoever claims an address that is not shown to be theirs would else get, or block, the account of another. */
function verifiedAddress({ email, emailVerified }: OidcTicketRow): string {
  const parsed = emailField.safeParse(email ?? '');
  if (!parsed.success)
    throw new AppError('BAD_USER_INPUT', 'The provider told no e-mail address: register here first, then link.');
  if (!emailVerified) {
    throw new AppError(
      'BAD_USER_INPUT',
      'The provider has not verified your e-mail address: do that there, or register here and then link.',
    );
  }
  return parsed.data;
}

/** An account for somebody whom a provider vouches for. Its password is nobody's until one is set by mail. */
async function draftAccount(services: AuthServices, said: OidcTicketRow, now: Date): Promise<AccountRow> {
  const email = verifiedAddress(said);
  const username = await freeUsername(services.db, said, now);
  const account = await newAccount(
    services,
    {
      email,
      username,
      password: randomBytes(32).toString('base64url'),
      displayName: displayNameField.safeParse(said.displayName).data ?? username,
      locale: localeField.safeParse(said.locale).data,
      timeZone: timeZoneField.safeParse(said.timeZone).data,
    },
    { roles: [], now },
  );
  return { ...account, emailVerifiedAt: now };
}

async function addAccount(tx: Db, services: AuthServices, draft: AccountRow, now: Date): Promise<AccountRow> {
  const account = { ...draft, roles: await firstRoles(tx, services, draft) };
  // Retired after the insert: whoever gave the name up meanwhile keeps it.
  if (!(await insertAccount(tx, account)) || (await isUsernameRetired(tx, account.usernameKey, now, null))) {
    await refuseTaken(tx, account, now);
    throw conflict('Somebody registers with the same name right now: begin again.');
  }
  await appendEvents(tx, [userRegistered(account)]);
  await recordSecurityEvent(tx, services, { accountId: account.id, kind: 'REGISTERED', now });
  return account;
}

/** The dearest username that is free, and kept for nobody who had it; taken ones are asked for together. */
async function freeUsername(db: Db, said: OidcTicketRow, now: Date): Promise<string> {
  const tails = Array.from({ length: tailsCount }, () => String(randomInt(10 ** tailDigits)).padStart(tailDigits, '0'));
  const wanted = [...usernameCandidates(said, tails), `user-${newId().slice(-12)}`].flatMap((name) => {
    const { data } = usernameField.safeParse(name);
    return data === undefined || isReservedUsername(data) ? [] : [data];
  });
  const taken = await findTakenUsernameKeys(db, wanted.map(usernameKey), now);
  const free = wanted.find((name) => !taken.has(usernameKey(name)));
  if (free === undefined) throw conflict('No username is free: begin again.');
  return free;
}

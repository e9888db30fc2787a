import type postgres from 'postgres';
import { z } from 'zod';
import type { Viewer } from '@ruzlet/platform/access/viewer';
import { AppError, badInput, unauthenticated } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { columnsNamed } from '@ruzlet/platform/subject-data/subject-rows';
import { parseInput } from '@ruzlet/platform/validation';
import { askAgainAfterMs } from '../domain/data-domains.js';
import {
  countAccountRows,
  deleteAccountRow,
  findAccountsByIds,
  lockAccount,
  type AccountRow,
} from '../storage/accounts.js';
import { findLiveApiKeys } from '../storage/api-keys.js';
import { findExportsOf } from '../storage/data-exports.js';
import { insertEndedAccess, insertErasure } from '../storage/erasures.js';
import { deleteMailRequestsOf, takeMailToken } from '../storage/mail.js';
import { findSessionIds } from '../storage/sessions.js';
import { passwordField } from './account-fields.js';
import { spend } from './auth-limits.js';
import type { AuthServices } from './auth-services.js';
import { sealSubject } from './erasure-subject.js';
import { requireLiveSession } from './live-session.js';
import { hashSecret } from './refresh-token.js';
import { deletionRequested } from './user-events.js';

const confirmation = z.object({
  password: passwordField.nullish(),
  token: z.string().max(200).nullish(),
  receiptId: z.uuid('must be a UUID').nullish(),
});

/** Exports whose files are deleted with the account (count): no account has more. */
const exportsMax = 10_000;

/**
 * Deletes the viewer's account at once: sessions and keys end, address and username are free, and every domain is told to erase. There
 * is no grace: whoever hesitates has not confirmed yet.
 *
 * @throws AppError UNAUTHENTICATED, BAD_USER_INPUT for a wrong password or token, CONFLICT for a receipt that is taken, RATE_LIMITED.
 */
export async function deleteAccount(
  services: AuthServices & { sql: postgres.Sql },
  viewer: Viewer | null,
  rawInput: unknown,
): Promise<true> {
  const { db, clock, rateLimiter, limits, sql } = services;
  const { userId } = await requireLiveSession(services, viewer);
  const { password, token, receiptId } = parseInput(confirmation, rawInput, []);
  await spend(rateLimiter, [{ limit: limits.passwordPerAccount, key: userId }]);
  const [account] = await findAccountsByIds(db, [userId]);
  if (!account) throw unauthenticated('This account does not exist any more.');
  await confirmByPassword(services, account, { password, token });

  const columns = await columnsNamed(sql, ['account_id']);
  const now = clock.now();
  await db.transaction(async (tx) => {
    const locked = await lockAccount(tx, userId);
    if (!locked) throw unauthenticated('This account does not exist any more.');
    if (locked.passwordChangedAt.getTime() !== account.passwordChangedAt.getTime()) {
      throw badInput([{ path: ['password'], message: 'has been changed meanwhile' }]);
    }
    if (!hasText(password)) {
      const taken = await takeMailToken(tx, hashSecret(token ?? ''), 'DELETE_ACCOUNT', now);
      if (taken?.accountId !== userId)
        throw badInput([{ path: ['token'], message: 'is not valid any more: ask for another mail' }]);
    }
    const askAgainAt = new Date(now.getTime() + askAgainAfterMs(1));
    const erasure = {
      receiptId: receiptId ?? newId(now),
      requestedAt: now,
      round: 1,
      nextLookAt: askAgainAt,
      nextAskAt: askAgainAt,
      erasedAt: null,
      toldAt: null,
      finishedAt: null,
    };
    const subject = {
      userId,
      email: account.email,
      username: account.username,
      exportIds: (await findExportsOf(tx, userId, exportsMax)).map(({ id }) => id),
      erased: await countAccountRows(tx, columns, userId),
    };
    const sealedSubject = sealSubject(services, erasure.receiptId, subject);
    if (!(await insertErasure(tx, { ...erasure, sealedSubject }))) {
      throw new AppError('CONFLICT', 'There is a receipt with this id already: make another one.');
    }
    const keys = await findLiveApiKeys(tx, userId, now);
    await insertEndedAccess(tx, [...(await findSessionIds(tx, userId)), ...keys.map(({ id }) => id)], now);
    await deleteMailRequestsOf(tx, account.emailKey);
    await deleteAccountRow(tx, userId);
    await appendEvents(tx, [deletionRequested({ userId, receiptId: erasure.receiptId, round: 1 }, now)]);
  });
  services.coordinator.wake();
  return true;
}

async function confirmByPassword(
  { hasher }: AuthServices,
  account: AccountRow,
  { password, token }: { password?: string | null | undefined; token?: string | null | undefined },
): Promise<void> {
  if (!hasText(password)) {
    if (!hasText(token)) throw badInput([{ path: ['password'], message: 'or the token of a mail is needed' }]);
    return;
  }
  if (!(await hasher.verify(account.passwordHash, password)))
    throw badInput([{ path: ['password'], message: 'is wrong' }]);
}

const hasText = (value: string | null | undefined): value is string => typeof value === 'string';

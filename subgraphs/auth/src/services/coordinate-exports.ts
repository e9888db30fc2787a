import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { deleteObjectsBelow } from '@ruzlet/platform/subject-data/erase-objects';
import { exportPartPrefix, exportPrefix } from '@ruzlet/platform/subject-data/export-part';
import { askAgainAfterMs, dataDomains, exportLifeMs } from '../domain/data-domains.js';
import { exportReadyMail } from '../domain/mails.js';
import { findAccountsByIds } from '../storage/accounts.js';
import {
  claimLateExport,
  claimUntoldExport,
  claimWholeExport,
  findExport,
  findOverdueExports,
  findParts,
  updateExport,
} from '../storage/data-exports.js';
import { claimLeftover, deleteLeftover, insertLeftovers } from '../storage/export-leftovers.js';
import { assembleExport } from './assemble-export.js';
import type { CoordinatorDeps } from './coordinator-deps.js';
import { exportRequested } from './user-events.js';

/** How long one process works on an export before another takes it up (milliseconds). */
const leaseMs = 15 * 60_000;
/** After which deleting files that the store did not delete is tried again (milliseconds). */
const leftoverLeaseMs = 60_000;
const overdueRowsMax = 100;

/** Puts together exports of which all parts are there. @returns true when there was one. */
export async function assembleNext({ db, clock, objects }: CoordinatorDeps): Promise<boolean> {
  const row = await claimWholeExport(db, clock.now(), leaseMs);
  if (!row) return false;
  const parts = await findParts(db, row.id);
  const keys = parts.flatMap(({ manifestKey }) => manifestKey ?? []);
  const sizeBytes = await assembleExport(objects, row.id, keys, clock.now());
  const now = clock.now();
  await db.transaction(async (tx) => {
    const finished = await updateExport(tx, row, {
      state: 'READY',
      readyAt: now,
      sizeBytes,
      expiresAt: new Date(now.getTime() + exportLifeMs),
      nextAttemptAt: now,
    });
    if (finished) {
      await insertLeftovers(
        tx,
        dataDomains.map((domain) => exportPartPrefix(row.id, domain)),
        now,
      );
    } else if ((await findExport(tx, row.id, row.accountId))?.state !== 'READY') {
      // It was given up meanwhile, or went with its account: nobody else would look for the archive.
      await insertLeftovers(tx, [exportPrefix(row.id)], now);
    }
  });
  return true;
}

/** Asks again for parts that have not come. */
export async function askForLateParts({ db, clock }: CoordinatorDeps): Promise<boolean> {
  const now = clock.now();
  const row = await claimLateExport(db, now, leaseMs);
  if (!row) return false;
  await db.transaction(async (tx) => {
    const missing = (await findParts(tx, row.id)).some(({ manifestKey }) => manifestKey === null);
    if (missing) await appendEvents(tx, [exportRequested(row, now)]);
    await updateExport(tx, row, { nextAskAt: new Date(now.getTime() + askAgainAfterMs(row.asked)) });
  });
  return true;
}

/** Mails that an export is ready; once, and again only when the mail server refused. */
export async function tellOfExport({ db, clock, mailer, publicUrl }: CoordinatorDeps): Promise<boolean> {
  const row = await claimUntoldExport(db, clock.now(), leaseMs);
  if (!row) return false;
  const [account] = await findAccountsByIds(db, [row.accountId]);
  if (account && mailer)
    await mailer.send({
      to: account.email,
      ...exportReadyMail({ username: account.username, expiresAt: row.expiresAt, publicUrl }),
    });
  await updateExport(db, row, { toldAt: clock.now() });
  return true;
}

/** Ends exports whose time is over. */
export async function endOverdueExports({ db, clock }: CoordinatorDeps): Promise<boolean> {
  const now = clock.now();
  const overdue = await findOverdueExports(db, now, overdueRowsMax);
  for (const row of overdue) {
    await db.transaction(async (tx) => {
      const ended = await updateExport(tx, row, { state: row.state === 'READY' ? 'EXPIRED' : 'FAILED' });
      if (ended) await insertLeftovers(tx, [exportPrefix(row.id)], now);
    });
  }
  return overdue.length === overdueRowsMax;
}

/** Deletes files of exports that nobody needs any more. @returns true when there were some. */
export async function deleteLeftovers({ db, clock, objects }: CoordinatorDeps): Promise<boolean> {
  const leftover = await claimLeftover(db, clock.now(), leftoverLeaseMs);
  if (!leftover) return false;
  await deleteObjectsBelow(objects, leftover.prefix);
  await deleteLeftover(db, leftover.id);
  return true;
}

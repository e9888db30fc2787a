import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { deleteObjectsBelow } from '@ruzlet/platform/subject-data/erase-objects';
import { exportPrefix } from '@ruzlet/platform/subject-data/export-part';
import { askAgainAfterMs, exportLifeMs } from '../domain/data-domains.js';
import { exportReadyMail } from '../domain/mails.js';
import { findAccountsByIds } from '../storage/accounts.js';
import {
  claimLateExport,
  claimUntoldExport,
  claimWholeExport,
  findOverdueExports,
  findParts,
  updateExport,
} from '../storage/data-exports.js';
import { assembleExport } from './assemble-export.js';
import type { CoordinatorDeps } from './coordinator-deps.js';
import { exportRequested } from './user-events.js';

/** How long one process works on an export before another takes it up (milliseconds). */
const leaseMs = 15 * 60_000;
const overdueRowsMax = 100;

/** Puts together exports of which all parts are there. @returns true when there was one. */
export async function assembleNext({ db, clock, objects }: CoordinatorDeps): Promise<boolean> {
  const row = await claimWholeExport(db, clock.now(), leaseMs);
  if (!row) return false;
  const parts = await findParts(db, row.id);
  const keys = parts.flatMap(({ manifestKey }) => manifestKey ?? []);
  const sizeBytes = await assembleExport(objects, row.id, keys, clock.now());
  const now = clock.now();
  await updateExport(db, row.id, {
    state: 'READY',
    readyAt: now,
    sizeBytes,
    expiresAt: new Date(now.getTime() + exportLifeMs),
    nextAttemptAt: now,
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
    await updateExport(tx, row.id, { nextAskAt: new Date(now.getTime() + askAgainAfterMs(row.asked)) });
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
  await updateExport(db, row.id, { toldAt: clock.now() });
  return true;
}

/** Deletes the files of exports whose time is over. */
export async function dropOverdueExports({ db, clock, objects }: CoordinatorDeps): Promise<void> {
  for (const { id, state } of await findOverdueExports(db, clock.now(), overdueRowsMax)) {
    await deleteObjectsBelow(objects, exportPrefix(id));
    await updateExport(db, id, { state: state === 'READY' ? 'EXPIRED' : 'FAILED' });
  }
}

import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { deleteObjectsBelow } from '@ruzlet/platform/subject-data/erase-objects';
import { exportPrefix } from '@ruzlet/platform/subject-data/export-part';
import { askAgainAfterMs, dataDomains } from '../domain/data-domains.js';
import { accountDeletedMail } from '../domain/mails.js';
import {
  claimErasure,
  findErasureParts,
  lockErasure,
  putErasurePart,
  updateErasure,
  type ErasureRow,
} from '../storage/erasures.js';
import type { CoordinatorDeps } from './coordinator-deps.js';
import { openSubject, type ErasureSubject } from './erasure-subject.js';
import { deletionRequested } from './user-events.js';

/** How long one process works on an erasure before another takes it up (milliseconds). */
const leaseMs = 5 * 60_000;
/** After the last access token of the account has expired (milliseconds). */
const marginMs = 60_000;

/**
 * Looks after a deletion whose turn it is: deletes what auth itself keeps of it, asks domains again that have not reported, tells the
 * user when all have, asks all of them to look once more when no access token can be good, and forgets whom it was about.
 *
 * @returns true when there was one.
 */
export async function lookAfterErasure(deps: CoordinatorDeps): Promise<boolean> {
  const { db, clock } = deps;
  const row = await claimErasure(db, clock.now(), leaseMs);
  if (!row?.sealedSubject) return false;
  const subject = openSubject(deps, row.receiptId, row.sealedSubject);
  await reportOwnPart(deps, row, subject);
  const reported = (await findErasureParts(db, row.receiptId)).filter(({ round }) => round === row.round);
  const missing = dataDomains.length - reported.length;
  if (missing > 0) await askAgain(deps, row, subject);
  else if (row.erasedAt === null) await finishFirstRound(deps, row);
  else if (row.toldAt === null) await tell(deps, row, subject);
  else if (row.round === 1) await beginSecondRound(deps, row, subject);
  else await updateErasure(db, row.receiptId, { finishedAt: clock.now(), sealedSubject: null });
  return true;
}

/** The rows went with the account; the files of exports go here. */
async function reportOwnPart(
  { db, clock, objects }: CoordinatorDeps,
  { receiptId, round }: ErasureRow,
  subject: ErasureSubject,
): Promise<void> {
  let files = 0;
  for (const id of subject.exportIds) files += await deleteObjectsBelow(objects, exportPrefix(id));
  const erased = round === 1 ? subject.erased : [];
  await putErasurePart(db, {
    receiptId,
    domain: 'auth',
    round,
    erased,
    anonymised: [],
    objects: files,
    reportedAt: clock.now(),
  });
}

/** Asks those that have not reported, when it is time: a look for another reason neither asks nor puts the next asking off. */
async function askAgain(
  { db, clock }: CoordinatorDeps,
  { receiptId }: ErasureRow,
  { userId }: ErasureSubject,
): Promise<void> {
  const now = clock.now();
  await db.transaction(async (tx) => {
    const row = await lockErasure(tx, receiptId);
    if (!row) return;
    const { round } = row;
    // A report that came meanwhile asked for another look, which is not put off.
    const reported = (await findErasureParts(tx, receiptId)).filter((part) => part.round === round);
    if (reported.length === dataDomains.length) {
      await updateErasure(tx, receiptId, { nextLookAt: now });
      return;
    }
    let { asked, nextAskAt } = row;
    if (nextAskAt <= now) {
      await appendEvents(tx, [deletionRequested({ userId, receiptId, round }, now)]);
      asked += 1;
      nextAskAt = new Date(now.getTime() + askAgainAfterMs(asked));
    }
    await updateErasure(tx, receiptId, { asked, nextAskAt, nextLookAt: nextAskAt });
  });
}

async function finishFirstRound({ db, clock }: CoordinatorDeps, { receiptId }: ErasureRow): Promise<void> {
  const now = clock.now();
  await updateErasure(db, receiptId, { erasedAt: now, nextLookAt: now });
}

async function tell(
  { db, clock, mailer, tokenLifeMs }: CoordinatorDeps,
  row: ErasureRow,
  subject: ErasureSubject,
): Promise<void> {
  const { receiptId, requestedAt } = row;
  if (mailer)
    await mailer.send({ to: subject.email, ...accountDeletedMail({ username: subject.username, receiptId }) });
  const lookAgainAt = Math.max(clock.now().getTime(), requestedAt.getTime() + tokenLifeMs + marginMs);
  await updateErasure(db, receiptId, { toldAt: clock.now(), nextLookAt: new Date(lookAgainAt) });
}

async function beginSecondRound(
  { db, clock }: CoordinatorDeps,
  { receiptId }: ErasureRow,
  { userId }: ErasureSubject,
): Promise<void> {
  const now = clock.now();
  const nextAskAt = new Date(now.getTime() + askAgainAfterMs(1));
  await db.transaction(async (tx) => {
    await appendEvents(tx, [deletionRequested({ userId, receiptId, round: 2 }, now)]);
    await updateErasure(tx, receiptId, { round: 2, asked: 1, nextAskAt, nextLookAt: nextAskAt });
  });
}

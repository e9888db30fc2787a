import type { Viewer } from '@ruzlet/platform/access/viewer';
import { isUuid, newId } from '@ruzlet/platform/ids';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { dataDomains, exportKey, exportPatienceMs, exportUrlLifeMs, askAgainAfterMs } from '../domain/data-domains.js';
import { lockAccount } from '../storage/accounts.js';
import { findExport, findExportsOf, findParts, insertExport, type DataExportRow } from '../storage/data-exports.js';
import { spend } from './auth-limits.js';
import type { AuthServices } from './auth-services.js';
import { requireLiveSession } from './live-session.js';
import { recordSecurityEvent } from './security-events.js';
import { exportRequested } from './user-events.js';

/** Exports that a list shows (count). */
const listedExportsMax = 20;
const fileName = 'ruzlet-export.zip';

export type DataExport = DataExportRow;

/**
 * Asks every domain for its part of the viewer's data. While one is being gathered, it is that one.
 *
 * @throws AppError UNAUTHENTICATED, RATE_LIMITED.
 */
export async function requestDataExport(services: AuthServices, viewer: Viewer | null): Promise<DataExport> {
  const { db, clock, rateLimiter, limits } = services;
  const { userId } = await requireLiveSession(services, viewer);
  const running = (await findExportsOf(db, userId, 1)).find(({ state }) => state === 'GATHERING');
  if (running) return running;
  await spend(rateLimiter, [{ limit: limits.exportPerAccount, key: userId }]);
  const now = clock.now();
  const row: DataExportRow = {
    id: newId(now),
    accountId: userId,
    state: 'GATHERING',
    requestedAt: now,
    readyAt: null,
    expiresAt: new Date(now.getTime() + exportPatienceMs),
    sizeBytes: null,
    asked: 1,
    nextAskAt: new Date(now.getTime() + askAgainAfterMs(1)),
    nextAttemptAt: now,
    toldAt: null,
  };
  return db.transaction(async (tx) => {
    // Two requests at once take turns: the second finds the export of the first.
    await lockAccount(tx, userId);
    const other = (await findExportsOf(tx, userId, 1)).find(({ state }) => state === 'GATHERING');
    if (other) return other;
    await insertExport(tx, row, dataDomains);
    await recordSecurityEvent(tx, services, { accountId: userId, kind: 'DATA_EXPORT_REQUESTED', now });
    await appendEvents(tx, [exportRequested(row, now)]);
    return row;
  });
}

/** One of the viewer's exports; null when there is no such. */
export async function findDataExport(
  services: AuthServices,
  viewer: Viewer | null,
  id: string,
): Promise<DataExport | null> {
  const { userId } = await requireLiveSession(services, viewer);
  if (!isUuid(id)) return null;
  return (await findExport(services.db, id, userId)) ?? null;
}

/** The viewer's exports, the newest first. */
export async function listDataExports({ db }: Pick<AuthServices, 'db'>, accountId: string): Promise<DataExport[]> {
  return findExportsOf(db, accountId, listedExportsMax);
}

/** Domains whose part is not there yet. */
export async function waitingFor({ db }: Pick<AuthServices, 'db'>, one: DataExport): Promise<string[]> {
  if (one.state !== 'GATHERING') return [];
  return (await findParts(db, one.id)).filter(({ manifestKey }) => manifestKey === null).map(({ domain }) => domain);
}

/** Where a finished export can be fetched; null until then, and afterwards. */
export async function exportUrl(
  { objects, clock }: Pick<AuthServices, 'objects' | 'clock'>,
  one: DataExport,
): Promise<string | null> {
  if (one.state !== 'READY' || one.expiresAt <= clock.now()) return null;
  const ttlMs = Math.min(exportUrlLifeMs, one.expiresAt.getTime() - clock.now().getTime());
  return (await objects.presignGet(exportKey(one.id), { ttlMs, fileName })).url;
}

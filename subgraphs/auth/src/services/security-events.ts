import { isUuid, newId } from '@ruzlet/platform/ids';
import { decodeCursor, encodeCursor, pageArgs, toConnection, type Connection } from '@ruzlet/platform/pagination';
import { badInput } from '@ruzlet/platform/errors';
import type { Db } from '@ruzlet/platform/postgres/database';
import type { SecurityEventKind } from '../domain/security-events.js';
import { findSecurityEvents, insertSecurityEvent, type SecurityEventRow } from '../storage/security-events.js';
import type { AuthServices } from './auth-services.js';
import { recordedDevice } from './start-session.js';

/** Writes to the audit log, within the transaction of what it tells. */
export async function recordSecurityEvent(
  tx: Db,
  { device }: Pick<AuthServices, 'device'>,
  event: { accountId: string | null; kind: SecurityEventKind; now: Date; detail?: string },
): Promise<void> {
  const { accountId, kind, now, detail = null } = event;
  await insertSecurityEvent(tx, { id: newId(now), accountId, kind, at: now, detail, ...recordedDevice(device) });
}

/** A page of an account's audit log, the newest first. @throws AppError BAD_USER_INPUT for bad paging arguments. */
export async function listSecurityEvents(
  { db }: Pick<AuthServices, 'db'>,
  accountId: string,
  args: { first?: number | null | undefined; after?: string | null | undefined },
): Promise<Connection<SecurityEventRow>> {
  const { first, after } = pageArgs(args);
  const beforeId = after === null ? null : String(decodeCursor(after, 1)[0]);
  if (beforeId !== null && !isUuid(beforeId))
    throw badInput([{ path: ['after'], message: 'is not a cursor of this list' }]);
  const rows = await findSecurityEvents(db, accountId, { beforeId, rowsMax: first + 1 });
  return toConnection(rows, first, ({ id }) => encodeCursor([id]), after !== null);
}

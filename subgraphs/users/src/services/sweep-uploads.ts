import { avatarKeys, uploadKey } from '../domain/avatar.js';
import { deleteUploads, findExpiredUploads } from '../storage/avatar-uploads.js';
import { findProfilesByIds } from '../storage/profiles.js';
import type { UserServices } from './user-services.js';

/** Uploads of one sweep (count). */
const sweepRowsMax = 200;
/** An upload that has expired may still be on its way (milliseconds). */
const marginMs = 10 * 60_000;

/** Removes uploads that were not confirmed in time, and what a confirmation left that broke off. @returns how many. */
export async function sweepUploads({
  db,
  clock,
  objects,
}: Pick<UserServices, 'db' | 'clock' | 'objects'>): Promise<number> {
  const expired = await findExpiredUploads(db, new Date(clock.now().getTime() - marginMs), sweepRowsMax);
  if (expired.length === 0) return 0;
  const owners = await findProfilesByIds(db, [...new Set(expired.map(({ userId }) => userId))]);
  const inUse = new Set(owners.map(({ avatarId }) => avatarId));
  await objects.delete(
    expired.flatMap(({ id, userId }) => [uploadKey(id), ...(inUse.has(id) ? [] : avatarKeys(userId, id))]),
  );
  await deleteUploads(
    db,
    expired.map(({ id }) => id),
  );
  return expired.length;
}

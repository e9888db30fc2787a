import type postgres from 'postgres';
import { dataErased, type DataRequest } from '@ruzlet/contracts/personal-data';
import type { Db } from '@ruzlet/platform/postgres/database';
import type { EncodedEvent } from '@ruzlet/platform/outbox/events';
import { deleteObjectsBelow } from '@ruzlet/platform/subject-data/erase-objects';
import { columnsNamed, eraseRows } from '@ruzlet/platform/subject-data/subject-rows';
import { avatarPrefix, uploadKey } from '../domain/avatar.js';
import { findUploadsOf } from '../storage/avatar-uploads.js';
import { deleteProfile } from '../storage/profiles.js';
import type { UserServices } from './user-services.js';

/** Erases a profile with its pictures, uploads and former names. Nothing of it stays. */
export async function eraseUser(
  { db, clock, objects, sql }: Pick<UserServices, 'db' | 'clock' | 'objects'> & { sql: postgres.Sql },
  request: DataRequest,
): Promise<(tx: Db) => Promise<EncodedEvent[]>> {
  const userId = request.subjectId;
  const uploads = await findUploadsOf(db, userId);
  await objects.delete(uploads.map(({ id }) => uploadKey(id)));
  const pictures = await deleteObjectsBelow(objects, avatarPrefix(userId));
  const columns = await columnsNamed(sql, ['user_id']);
  return async (tx) => {
    const erased = await eraseRows(tx, columns, userId);
    if (await deleteProfile(tx, userId)) erased.push({ kind: 'profiles', count: 1 });
    const result = { erased, anonymised: [], objects: pictures + uploads.length };
    return [dataErased('users', request, result, clock.now())];
  };
}

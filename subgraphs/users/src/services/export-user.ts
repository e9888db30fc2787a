import type postgres from 'postgres';
import { dataExported, type DataRequest } from '@ruzlet/contracts/personal-data';
import type { EncodedEvent } from '@ruzlet/platform/outbox/events';
import { writeExportPart } from '@ruzlet/platform/subject-data/export-part';
import { columnsNamed, subjectSources } from '@ruzlet/platform/subject-data/subject-rows';
import { avatarKey } from '../domain/avatar.js';
import { findProfilesByIds } from '../storage/profiles.js';
import type { UserServices } from './user-services.js';

/** Writes what this subgraph has of a user: profile, preferences, former names, the picture. */
export async function exportUser(
  { db, clock, objects, sql }: Pick<UserServices, 'db' | 'clock' | 'objects'> & { sql: postgres.Sql },
  request: DataRequest,
): Promise<() => Promise<EncodedEvent[]>> {
  const { requestId: exportId, subjectId } = request;
  const [profile] = await findProfilesByIds(db, [subjectId]);
  const columns = [{ table: 'profiles', column: 'id' }, ...(await columnsNamed(sql, ['user_id']))];
  const sources = await subjectSources(sql, { columns, subjectId });
  const media =
    typeof profile?.avatarId !== 'string'
      ? []
      : [{ name: 'users/avatar.webp', key: avatarKey(subjectId, profile.avatarId, 'LARGE') }];
  const part = await writeExportPart(objects, { exportId, domain: 'users', sources, media });
  return () => Promise.resolve([dataExported('users', request, part, clock.now())]);
}

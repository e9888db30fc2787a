import type postgres from 'postgres';
import { dataExported, type DataRequest } from '@ruzlet/contracts/personal-data';
import type { EncodedEvent } from '@ruzlet/platform/outbox/events';
import { writeExportPart } from '@ruzlet/platform/subject-data/export-part';
import { columnsNamed, subjectSources } from '@ruzlet/platform/subject-data/subject-rows';
import type { AuthServices } from './auth-services.js';

/** What opens the account stays here: whoever finds the archive must not get in with it. */
const secrets = ['password_hash'];

/** Writes what auth has of a user: account, sessions, keys without their secrets, the audit log. */
export async function exportUser(
  { clock, objects, sql }: Pick<AuthServices, 'clock' | 'objects'> & { sql: postgres.Sql },
  request: DataRequest,
): Promise<() => Promise<EncodedEvent[]>> {
  const { requestId: exportId, subjectId } = request;
  const columns = [{ table: 'accounts', column: 'id' }, ...(await columnsNamed(sql, ['account_id']))];
  const sources = await subjectSources(sql, { columns, subjectId, without: secrets });
  const part = await writeExportPart(objects, { exportId, domain: 'auth', sources });
  return () => Promise.resolve([dataExported('auth', request, part, clock.now())]);
}

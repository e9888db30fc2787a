import type { ClickHouseClient } from '@clickhouse/client';
import type postgres from 'postgres';
import { dataExported, type DataRequest } from '@ruzlet/contracts/personal-data';
import type { Clock } from '@ruzlet/platform/clock';
import type { ObjectStore } from '@ruzlet/platform/objects/objects';
import type { EncodedEvent } from '@ruzlet/platform/outbox/events';
import { writeExportPart } from '@ruzlet/platform/subject-data/export-part';
import { columnsNamed, subjectSources } from '@ruzlet/platform/subject-data/subject-rows';
import { learnerSources } from '../storage/learner-rows.js';

/** Writes what analytics has of a user: the raw events and every figure that is made of them. */
export async function exportUser(
  { reader, sql, clock, objects }: { reader: ClickHouseClient; sql: postgres.Sql; clock: Clock; objects: ObjectStore },
  request: DataRequest,
): Promise<() => Promise<EncodedEvent[]>> {
  const { requestId: exportId, subjectId } = request;
  const columns = await columnsNamed(sql, ['user_id']);
  const sources = [
    ...(await subjectSources(sql, { columns, subjectId })).map((source) => ({
      ...source,
      name: `copies/${source.name}`,
    })),
    ...(await learnerSources(reader, subjectId)),
  ];
  const part = await writeExportPart(objects, { exportId, domain: 'analytics', sources });
  return () => Promise.resolve([dataExported('analytics', request, part, clock.now())]);
}

import type postgres from 'postgres';
import { dataExported, type DataRequest } from '@ruzlet/contracts/personal-data';
import type { Clock } from '@ruzlet/platform/clock';
import type { ObjectStore } from '@ruzlet/platform/objects/objects';
import type { EncodedEvent } from '@ruzlet/platform/outbox/events';
import { writeExportPart } from '@ruzlet/platform/subject-data/export-part';
import { columnsNamed, readRows, subjectSources } from '@ruzlet/platform/subject-data/subject-rows';

const ownDecks = 'deck_id in (select id from decks where owner_id = $1)';
const ownFolders = 'folder_id in (select id from folders where owner_id = $1)';

/**
 * Writes what this subgraph has of a user: decks with their cards, folders, what they know of which card, every review, tests, sessions and
 * games. Every table that names the user is in it, those of later migrations too.
 */
export async function exportUser(
  { sql, clock, objects }: { sql: postgres.Sql; clock: Clock; objects: ObjectStore },
  request: DataRequest,
): Promise<() => Promise<EncodedEvent[]>> {
  const { requestId: exportId, subjectId } = request;
  const columns = await columnsNamed(sql, ['user_id', 'owner_id']);
  const sources = [
    ...(await subjectSources(sql, { columns, subjectId })),
    { name: 'cards', rows: readRows(sql, { table: 'cards', where: ownDecks, subjectId }) },
    { name: 'folder_decks', rows: readRows(sql, { table: 'folder_decks', where: ownFolders, subjectId }) },
  ];
  const part = await writeExportPart(objects, { exportId, domain: 'decks', sources });
  return () => Promise.resolve([dataExported('decks', request, part, clock.now())]);
}

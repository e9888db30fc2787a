import { Readable } from 'node:stream';
import { z } from 'zod';
import type { ObjectStore } from '../objects/objects.js';

/** One file of a part: its name in the archive, and where it lies. */
const partFile = z.object({ name: z.string().min(1).max(500), key: z.string().min(1).max(512) });
export type PartFile = z.output<typeof partFile>;

const manifestSchema = z.object({ files: z.array(partFile).max(200_000) });

/** What becomes a JSON file of a part: a list of rows, or one document. */
export interface JsonSource {
  /** Without ending: `decks/cards`. */
  name: string;
  rows: AsyncIterable<readonly unknown[]>;
}

/** Where the parts of an export lie. */
export const exportPrefix = (exportId: string) => `exports/${exportId}/`;

/** Where the part of a domain lies. */
export const exportPartPrefix = (exportId: string, domain: string) => `${exportPrefix(exportId)}${domain}/`;

/**
 * Writes a domain's part of an export: a JSON file for each source that has rows, written while it is read, and a list of these and of
 * files that lie in the store already. Can be repeated: the same keys are written again.
 */
export async function writeExportPart(
  objects: ObjectStore,
  options: { exportId: string; domain: string; sources: JsonSource[]; media?: PartFile[] },
): Promise<{ manifestKey: string; files: number }> {
  const prefix = exportPartPrefix(options.exportId, options.domain);
  const files: PartFile[] = [];
  for (const [index, { name, rows }] of options.sources.entries()) {
    const key = `${prefix}${String(index)}.json`;
    await objects.putStream(key, Readable.from(jsonArray(rows)), 'application/json');
    files.push({ name: `${options.domain}/${name}.json`, key });
  }
  files.push(...(options.media ?? []));
  const manifestKey = `${prefix}manifest.json`;
  await objects.put(manifestKey, Buffer.from(JSON.stringify(manifestSchema.parse({ files }))), 'application/json');
  return { manifestKey, files: files.length };
}

/** The files of a part. @throws Error when the list is gone or is none. */
export async function readExportPart(objects: Pick<ObjectStore, 'get'>, manifestKey: string): Promise<PartFile[]> {
  const bytes = await objects.get(manifestKey);
  if (!bytes) throw new Error(`The part of an export has gone from ${manifestKey}.`);
  return manifestSchema.parse(JSON.parse(bytes.toString('utf8'))).files;
}

async function* jsonArray(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<Buffer> {
  let separator = '[\n';
  for await (const rows of pages) {
    if (rows.length === 0) continue;
    yield Buffer.from(separator + rows.map((row) => JSON.stringify(row)).join(',\n'));
    separator = ',\n';
  }
  yield Buffer.from(separator === '[\n' ? '[]\n' : '\n]\n');
}

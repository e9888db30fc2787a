import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ObjectStore } from '@ruzlet/platform/objects/objects';
import { exportPrefix, readExportPart, type PartFile } from '@ruzlet/platform/subject-data/export-part';
import { exportKey } from '../domain/data-domains.js';

/** What is compressed already is stored as it is. */
const compressed = /\.(webp|png|jpe?g|gif|avif|mp3|mp4|ogg|opus|m4a|webm|zip|apkg)$/i;

const readme = `This archive holds what this installation of Ruzlet has of you.

auth/       the account: address, sessions, API keys and passkeys without their secrets, the log of security events
users/      profile, preferences, former usernames, picture
decks/      decks, cards, folders, what you know of each card, every review, tests, sessions, games
teaching/   memberships of courses, completed lessons, and what you wrote in courses
analytics/  the events and figures that your statistics are made of

Each JSON file is a list of rows. Times are UTC. A file that is absent had no rows.
`;

/**
 * One archive of all parts, written while they are read: its size is bounded by no memory.
 *
 * @returns its size (bytes).
 * @throws Error when a part has gone; an archive that is there already stays.
 */
export async function assembleExport(
  objects: ObjectStore,
  exportId: string,
  manifestKeys: string[],
  at: Date,
): Promise<number> {
  const files: PartFile[] = [];
  for (const key of manifestKeys) files.push(...(await readExportPart(objects, key)));
  const zip = new ZipFile();
  const output = new PassThrough();
  zip.outputStream.on('error', (error: Error) => output.destroy(error));
  zip.on('error', (error: Error) => output.destroy(error));
  zip.outputStream.pipe(output);
  zip.addBuffer(Buffer.from(readme), 'README.txt', { mtime: at });
  for (const { name, key } of files) {
    const options = { mtime: at, compress: !compressed.test(name) };
    zip.addReadStreamLazy(name, options, (done) => {
      openFile(objects, exportId, key).then(
        (stream) => {
          done(null, stream);
        },
        (error: unknown) => {
          done(error instanceof Error ? error : new Error(String(error)), Readable.from([]));
        },
      );
    });
  }
  zip.end();
  return objects.putStream(exportKey(exportId), output, 'application/zip');
}

/** Media that were deleted since their domain listed them are empty in the archive; what was written for it cannot be absent. */
async function openFile(objects: ObjectStore, exportId: string, key: string): Promise<Readable> {
  const stream = await objects.getStream(key);
  if (!stream && key.startsWith(exportPrefix(exportId))) throw new Error(`The file ${key} of an export has gone.`);
  return stream ?? Readable.from([]);
}

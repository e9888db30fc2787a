import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ObjectStore } from '@ruzlet/platform/objects/objects';
import { exportPrefix, readExportPart, type PartFile } from '@ruzlet/platform/subject-data/export-part';
import { exportKey } from '../domain/data-domains.js';

/** What is compressed already is stored as it is. */
const compressed = /\.(webp|png|jpe?g|gif|avif|mp3|mp4|ogg|opus|m4a|webm|zip|apkg)$/i;
const keysMax = 1_000;

const readme = `This archive holds what this installation of Ruzlet has of you.

auth/       the account: address, sessions, API keys and passkeys without their secrets, the log of security events
users/      profile, preferences, former usernames, picture
decks/      decks, cards, folders, what you know of each card, every review, tests, sessions, games
teaching/   memberships of courses, completed lessons, and what you wrote in courses
analytics/  the events and figures that your statistics are made of

Each JSON file is a list of rows. Times are UTC. A file that is absent had no rows.
`;

/**
 * One archive of all parts, written while they are read: its size is bounded by no memory. The parts are deleted then, the files of media
 * stay where they are.
 *
 * @returns its size (bytes).
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
      openFile(objects, key).then(
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
  const target = exportKey(exportId);
  const sizeBytes = await objects.putStream(target, output, 'application/zip');
  const keys = await objects.list(exportPrefix(exportId), keysMax);
  await objects.delete(keys.filter((key) => key !== target));
  return sizeBytes;
}

/** A file that was deleted since its domain listed it is empty in the archive. */
async function openFile(objects: ObjectStore, key: string): Promise<Readable> {
  return (await objects.getStream(key)) ?? Readable.from([]);
}

import { createHash, randomUUID } from 'node:crypto';
import { access, constants, mkdir, open, readdir, rename, rm, rmdir, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { assertObjectKey, assertObjectPrefix } from './object-key.js';
import type { ObjectInfo } from './objects.js';

/** More came than was allowed. */
export class ObjectTooLargeError extends Error {
  override readonly name = 'ObjectTooLargeError';
}

export interface StoredObject extends ObjectInfo {
  /** Bytes from `start` to `end`, both included. */
  read(range?: { start: number; end: number }): Readable;
  close(): Promise<void>;
}

/** Objects as files, one each: a header of fixed size that tells type and checksum, then the bytes. */
export interface ObjectFolder {
  /** Writes the whole object or nothing: a reader never sees half of one, nor does a restart after a kill. */
  write(key: string, body: AsyncIterable<Uint8Array>, contentType: string, bytesMax: number): Promise<ObjectInfo>;
  open(key: string): Promise<StoredObject | undefined>;
  delete(key: string): Promise<void>;
  list(prefix: string, limit: number): Promise<string[]>;
  ready(): Promise<boolean>;
}

const headerBytes = 1_024;
const moveAttemptsMax = 5;
const headerSchema = z.object({ contentType: z.string(), etag: z.string() });
// No key has a `~`, so an object never shares its name with a folder of other objects.
const fileEnding = '~';
const draftFolderName = '~drafts';

export function openObjectFolder(folder: string): ObjectFolder {
  const root = path.resolve(folder);
  const drafts = path.join(root, draftFolderName);
  const fileOf = (key: string): string => {
    assertObjectKey(key);
    return `${path.join(root, ...key.split('/'))}${fileEnding}`;
  };

  return {
    write: async (key, body, contentType, bytesMax) => {
      const file = fileOf(key);
      await mkdir(drafts, { recursive: true, mode: 0o700 });
      const draft = path.join(drafts, randomUUID());
      try {
        const info = await writeDraft(draft, body, contentType, bytesMax);
        await moveInto(draft, file);
        return info;
      } finally {
        await rm(draft, { force: true });
      }
    },
    open: async (key) => {
      const handle = await openIfThere(fileOf(key));
      if (!handle) return undefined;
      try {
        return await describeObject(handle);
      } catch (error) {
        await handle.close();
        throw error;
      }
    },
    delete: async (key) => {
      const file = fileOf(key);
      await rm(file, { force: true });
      await removeEmptyFolders(path.dirname(file), root);
    },
    list: async (prefix, limit) => {
      assertObjectPrefix(prefix);
      const within = prefix.slice(0, prefix.lastIndexOf('/') + 1);
      const entries = await readdir(path.join(root, within), { recursive: true, withFileTypes: true }).catch(() => []);
      return entries
        .filter((entry) => entry.isFile() && entry.name.endsWith(fileEnding))
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
        .map((name) => name.slice(0, -fileEnding.length))
        .filter((key) => key.startsWith(prefix))
        .sort()
        .slice(0, limit);
    },
    ready: async () => {
      try {
        await mkdir(root, { recursive: true, mode: 0o700 });
        await access(root, constants.R_OK | constants.W_OK);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** A delete may remove the folder between the two steps: then they are taken again. */
async function moveInto(draft: string, file: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    try {
      await rename(draft, file);
      return;
    } catch (error) {
      if (attempt >= moveAttemptsMax || !isAbsent(error)) throw error;
    }
  }
}

/** A folder has the name of what lay in it, which is to be gone as well. */
async function removeEmptyFolders(folder: string, root: string): Promise<void> {
  for (let current = folder; current.startsWith(`${root}${path.sep}`); current = path.dirname(current)) {
    try {
      await rmdir(current);
    } catch {
      // Not empty, or gone already.
      return;
    }
  }
}

const isAbsent = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function writeDraft(
  draft: string,
  body: AsyncIterable<Uint8Array>,
  contentType: string,
  bytesMax: number,
): Promise<ObjectInfo> {
  const handle = await open(draft, 'wx', 0o600);
  try {
    // S3 calls the MD5 of the bytes the ETag of a plain upload; so do we. It is no protection, only a fingerprint.
    const hash = createHash('md5');
    let sizeBytes = 0;
    for await (const chunk of body) {
      if (sizeBytes + chunk.byteLength > bytesMax)
        throw new ObjectTooLargeError(`The object has more than ${bytesMax} bytes.`);
      hash.update(chunk);
      await writeAll(handle, chunk, headerBytes + sizeBytes);
      sizeBytes += chunk.byteLength;
    }
    const etag = hash.digest('hex');
    const header = Buffer.alloc(headerBytes, ' ');
    const text = JSON.stringify({ contentType, etag });
    if (header.write(text) < Buffer.byteLength(text)) throw new RangeError('The content type is too long.');
    await writeAll(handle, header, 0);
    await handle.sync();
    return { sizeBytes, contentType, etag };
  } finally {
    await handle.close();
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let written = 0; written < bytes.byteLength;) {
    written += (await handle.write(bytes, written, bytes.byteLength - written, position + written)).bytesWritten;
  }
}

async function openIfThere(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined;
    throw error;
  }
}

async function describeObject(handle: FileHandle): Promise<StoredObject> {
  const header = Buffer.alloc(headerBytes);
  await handle.read(header, 0, headerBytes, 0);
  const { size } = await handle.stat();
  return {
    ...headerSchema.parse(JSON.parse(header.toString('utf8'))),
    sizeBytes: size - headerBytes,
    read: (range) =>
      handle.createReadStream({
        start: headerBytes + (range?.start ?? 0),
        ...(range && { end: headerBytes + range.end }),
      }),
    close: () => handle.close(),
  };
}

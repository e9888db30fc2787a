import type { RequestListener } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { systemClock, type Clock } from '../clock.js';
import { createObjectHandler } from './object-handler.js';
import { openObjectFolder } from './object-folder.js';
import { assertObjectKey } from './object-key.js';
import type { ObjectStore, PresignedRequest } from './objects.js';
import { signGrant, type Grant } from './signed-urls.js';

/** Bytes of one upload. */
export const folderUploadBytesMax = 20_000_000;

export interface FolderObjects extends ObjectStore {
  /** Serves the signed URLs; mount it at the path of `baseUrl`. */
  handler: RequestListener;
}

export interface FolderObjectsOptions {
  folder: string;
  /** Where `handler` is reachable: `http://127.0.0.1:8000/objects`. */
  baseUrl: string;
  /** Signs URLs; with another secret, those given out before are void. */
  secret: string;
  uploadBytesMax?: number;
  clock?: Clock;
}

/** An object store in a folder, with uploads and downloads by signed URL as S3 has them. */
export function createFolderObjects(options: FolderObjectsOptions): FolderObjects {
  const clock = options.clock ?? systemClock;
  const folder = openObjectFolder(options.folder);
  const baseUrl = options.baseUrl.replace(/\/+$/, '');

  function presign(grant: Omit<Grant, 'expiresAtMs'>, ttlMs: number, signedAt = clock.now()): PresignedRequest {
    assertObjectKey(grant.key);
    const expiresAtMs = signedAt.getTime() + ttlMs;
    return {
      method: grant.method,
      url: `${baseUrl}/${grant.key}?${signGrant({ ...grant, expiresAtMs }, options.secret).toString()}`,
      headers: grant.contentType === undefined ? {} : { 'content-type': grant.contentType },
      expiresAt: new Date(expiresAtMs),
    };
  }

  return {
    handler: createObjectHandler({
      folder,
      basePath: new URL(baseUrl).pathname.replace(/\/+$/, ''),
      secret: options.secret,
      uploadBytesMax: options.uploadBytesMax ?? folderUploadBytesMax,
      clock,
    }),
    put: async (key, body, contentType) => {
      await folder.write(key, chunksOf(body), contentType, Infinity);
    },
    putStream: async (key, body, contentType) => (await folder.write(key, body, contentType, Infinity)).sizeBytes,
    getStream: async (key) => {
      const object = await folder.open(key);
      if (!object) return undefined;
      const stream = object.read();
      // The stream closes the file when it ends or is destroyed.
      return stream;
    },
    get: async (key) => {
      const object = await folder.open(key);
      if (!object) return undefined;
      try {
        return await buffer(object.read());
      } finally {
        await object.close();
      }
    },
    stat: async (key) => {
      const object = await folder.open(key);
      if (!object) return undefined;
      await object.close();
      const { sizeBytes, contentType, etag } = object;
      return { sizeBytes, contentType, etag };
    },
    delete: async (keys) => {
      for (const key of keys) await folder.delete(key);
    },
    list: (prefix, limit) => folder.list(prefix, limit),
    presignPut: async (key, { contentType, ttlMs }) =>
      Promise.resolve(presign({ method: 'PUT', key, contentType }, ttlMs)),
    presignGet: async (key, { ttlMs, fileName, signedAt }) =>
      Promise.resolve(presign({ method: 'GET', key, fileName }, ttlMs, signedAt)),
    ready: () => folder.ready(),
    close: () => Promise.resolve(),
  };
}

async function* chunksOf(body: Buffer): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield body;
}

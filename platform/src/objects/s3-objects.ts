import { Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Client, S3Error } from 'minio';
import { z } from 'zod';
import { systemClock, type Clock } from '../clock.js';
import { attachment } from './content-disposition.js';
import { assertObjectKey, assertObjectPrefix } from './object-key.js';
import type { ObjectInfo, ObjectStore } from './objects.js';

export interface S3ObjectsOptions {
  /** Where this process reaches the server: `http://minio:9000`. */
  url: string;
  /** Where clients reach it; signed URLs name this one. Default: `url`. */
  publicUrl?: string;
  accessKey: string;
  secretKey: string;
  /** Has to exist already; `openS3Objects` makes it. */
  bucket: string;
  region?: string;
  clock?: Clock;
}

const presignSecondsMax = 7 * 24 * 3_600;
const absentCodes = ['NoSuchKey', 'NotFound'];
const listedItem = z.object({ name: z.string() });

/**
 * An object store on S3 or MinIO. A signed upload fixes neither type nor size there (a presigned PUT signs no such
 * header): look at `stat` before believing what was uploaded.
 */
export function createS3Objects(options: S3ObjectsOptions): ObjectStore {
  const { bucket } = options;
  const clock = options.clock ?? systemClock;
  const client = clientOf(options.url, options);
  // Signs for the host that clients will name; it never sends anything itself.
  const signer = clientOf(options.publicUrl ?? options.url, options);

  async function stat(key: string): Promise<ObjectInfo | undefined> {
    assertObjectKey(key);
    return ifThere(async () => {
      const { size, etag, metaData } = await client.statObject(bucket, key);
      const contentType = z.string().catch('application/octet-stream').parse(metaData['content-type']);
      return { sizeBytes: size, contentType, etag };
    });
  }

  async function presign(
    method: 'GET' | 'PUT',
    key: string,
    { ttlMs, signedAt: now = clock.now() }: { ttlMs: number; signedAt?: Date | undefined },
    parameters: Record<string, string>,
  ) {
    assertObjectKey(key);
    const seconds = Math.min(Math.max(Math.ceil(ttlMs / 1_000), 1), presignSecondsMax);
    const url = await signer.presignedUrl(method, bucket, key, seconds, parameters, now);
    return { url, expiresAt: new Date(now.getTime() + seconds * 1_000) };
  }

  return {
    put: async (key, body, contentType) => {
      assertObjectKey(key);
      await client.putObject(bucket, key, body, body.byteLength, { 'Content-Type': contentType });
    },
    putStream: async (key, body, contentType) => {
      assertObjectKey(key);
      let sizeBytes = 0;
      const counted = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          sizeBytes += chunk.byteLength;
          done(null, chunk);
        },
      });
      // Sent in parts: the size is not known before the end.
      await Promise.all([
        pipeline(body, counted),
        client.putObject(bucket, key, counted, undefined, { 'Content-Type': contentType }),
      ]);
      return sizeBytes;
    },
    getStream: async (key) => {
      assertObjectKey(key);
      return ifThere(async () => client.getObject(bucket, key));
    },
    get: async (key) => {
      assertObjectKey(key);
      return ifThere(async () => buffer(await client.getObject(bucket, key)));
    },
    stat,
    delete: async (keys) => {
      keys.forEach(assertObjectKey);
      if (keys.length === 0) return;
      const failed = (await client.removeObjects(bucket, keys)).filter(
        (result) => result !== null && result !== undefined,
      );
      if (failed.length > 0) throw new Error(`${failed.length} of ${keys.length} objects could not be deleted.`);
    },
    list: async (prefix, limit) => {
      assertObjectPrefix(prefix);
      const keys: string[] = [];
      if (limit <= 0) return keys;
      // Leaving the loop ends the listing: no more pages are fetched than are needed.
      for await (const item of client.listObjectsV2(bucket, prefix, true)) {
        keys.push(listedItem.parse(item).name);
        if (keys.length >= limit) break;
      }
      return keys;
    },
    presignPut: async (key, { contentType, ttlMs }) => {
      return { method: 'PUT', headers: { 'content-type': contentType }, ...(await presign('PUT', key, { ttlMs }, {})) };
    },
    presignGet: async (key, { ttlMs, fileName, signedAt }) => {
      const parameters: Record<string, string> =
        fileName === undefined ? {} : { 'response-content-disposition': attachment(fileName) };
      return { method: 'GET', headers: {}, ...(await presign('GET', key, { ttlMs, signedAt }, parameters)) };
    },
    ready: async () => client.bucketExists(bucket).catch(() => false),
    close: () => Promise.resolve(),
  };
}

/** As `createS3Objects`, and makes the bucket where there is none. */
export async function openS3Objects(options: S3ObjectsOptions): Promise<ObjectStore> {
  const client = clientOf(options.url, options);
  if (!(await client.bucketExists(options.bucket))) {
    try {
      await client.makeBucket(options.bucket, options.region ?? 'us-east-1');
    } catch (error) {
      // Another process was faster.
      if (!(error instanceof S3Error && error.code === 'BucketAlreadyOwnedByYou')) throw error;
    }
  }
  return createS3Objects(options);
}

function clientOf(address: string, { accessKey, secretKey, region }: S3ObjectsOptions): Client {
  const url = new URL(address);
  return new Client({
    endPoint: url.hostname,
    useSSL: url.protocol === 'https:',
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    accessKey,
    secretKey,
    // Named, so that signing asks no server for it.
    region: region ?? 'us-east-1',
  });
}

async function ifThere<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof S3Error && absentCodes.includes(error.code ?? '')) return undefined;
    throw error;
  }
}

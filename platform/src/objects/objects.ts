import type { Readable } from 'node:stream';

/** The object-store port: media and export files. Two drivers: S3 (MinIO), and a folder with signed URLs. */

export interface ObjectInfo {
  sizeBytes: number;
  contentType: string;
  etag: string;
}

export interface PresignedRequest {
  method: 'GET' | 'PUT';
  url: string;
  /** Headers that the client has to send along. */
  headers: Record<string, string>;
  expiresAt: Date;
}

export interface ObjectStore {
  put(key: string, body: Buffer, contentType: string): Promise<void>;
  /** As `put`, for what is too large to be held at once. @returns the size (bytes). */
  putStream(key: string, body: Readable, contentType: string): Promise<number>;
  get(key: string): Promise<Buffer | undefined>;
  /** As `get`, in pieces. Whoever does not read it to its end destroys it. */
  getStream(key: string): Promise<Readable | undefined>;
  stat(key: string): Promise<ObjectInfo | undefined>;
  delete(keys: string[]): Promise<void>;
  /** Every key below a prefix, at most `limit`. */
  list(prefix: string, limit: number): Promise<string[]>;
  presignPut(key: string, options: { contentType: string; ttlMs: number }): Promise<PresignedRequest>;
  /** @param options.signedAt begins the life of the URL; the same time gives the same URL, which caches can keep. */
  presignGet(key: string, options: { ttlMs: number; fileName?: string; signedAt?: Date }): Promise<PresignedRequest>;
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

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
  get(key: string): Promise<Buffer | undefined>;
  stat(key: string): Promise<ObjectInfo | undefined>;
  delete(keys: string[]): Promise<void>;
  /** Every key below a prefix, at most `limit`. */
  list(prefix: string, limit: number): Promise<string[]>;
  presignPut(key: string, options: { contentType: string; ttlMs: number }): Promise<PresignedRequest>;
  presignGet(key: string, options: { ttlMs: number; fileName?: string }): Promise<PresignedRequest>;
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

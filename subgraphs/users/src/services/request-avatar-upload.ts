import { z } from 'zod';
import { requireViewer, type Viewer } from '@ruzlet/platform/access/viewer';
import { rateLimited } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { parseInput } from '@ruzlet/platform/validation';
import { avatarBytesMax, avatarFormats, openUploadsMax, uploadKey, uploadLifeMs } from '../domain/avatar.js';
import { findOpenUploads, insertUpload, lockUploadsOf } from '../storage/avatar-uploads.js';
import type { UserServices } from './user-services.js';

const uploadRequest = z.object({
  contentType: z
    .string()
    .trim()
    .toLowerCase()
    .refine((type) => Object.hasOwn(avatarFormats, type), `must be one of ${Object.keys(avatarFormats).join(', ')}`),
  sizeBytes: z
    .int()
    .min(1, 'must be at least 1')
    .max(avatarBytesMax, `must be at most ${String(avatarBytesMax)}`),
});

/** A permission to upload one file, for the client. */
export interface UploadTicket {
  uploadId: string;
  method: string;
  url: string;
  headers: { name: string; value: string }[];
  expiresAt: Date;
  maxBytes: number;
}

/** Lets the viewer upload a picture. @throws AppError UNAUTHENTICATED, BAD_USER_INPUT, RATE_LIMITED with too many open ones. */
export async function requestAvatarUpload(
  { db, clock, objects }: UserServices,
  viewer: Viewer | null,
  rawInput: unknown,
): Promise<UploadTicket> {
  const { userId } = requireViewer(viewer);
  const { contentType, sizeBytes } = parseInput(uploadRequest, rawInput);
  const now = clock.now();
  const upload = { id: newId(now), userId, contentType, sizeBytes, expiresAt: new Date(now.getTime() + uploadLifeMs) };
  await db.transaction(async (tx) => {
    await lockUploadsOf(tx, userId);
    const open = await findOpenUploads(tx, userId, now);
    const first = open[0];
    if (first && open.length >= openUploadsMax) throw rateLimited(first.expiresAt.getTime() - now.getTime());
    await insertUpload(tx, upload);
  });
  const { method, url, headers } = await objects.presignPut(uploadKey(upload.id), { contentType, ttlMs: uploadLifeMs });
  return {
    uploadId: upload.id,
    method,
    url,
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    expiresAt: upload.expiresAt,
    maxBytes: avatarBytesMax,
  };
}

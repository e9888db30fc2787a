import { requireViewer, type Viewer } from '@ruzlet/platform/access/viewer';
import { AppError, badInput, notFound } from '@ruzlet/platform/errors';
import { isUuid } from '@ruzlet/platform/ids';
import { readBounded } from '@ruzlet/platform/objects/read-bounded';
import { avatarBytesMax, avatarKey, avatarKeys, uploadKey, type AvatarSize } from '../domain/avatar.js';
import { deleteUploads, findUpload, type AvatarUpload } from '../storage/avatar-uploads.js';
import { findProfilesByIds } from '../storage/profiles.js';
import { changeProfile } from './change-profile.js';
import type { Profile } from './read-profiles.js';
import { PictureRefusedError, PicturesBusyError, reencodeAvatar } from './reencode-avatar.js';
import { profileUpdated } from './user-events.js';
import type { UserServices } from './user-services.js';

const refused = (message: string) => badInput([{ path: ['uploadId'], message }]);

/**
 * Makes an uploaded picture the viewer's. What is refused is deleted: it cannot become right any more.
 *
 * @throws AppError UNAUTHENTICATED, NOT_FOUND, BAD_USER_INPUT, SERVICE_UNAVAILABLE.
 */
export async function setAvatar(services: UserServices, viewer: Viewer | null, uploadId: string): Promise<Profile> {
  const { db, clock, objects } = services;
  const { userId } = requireViewer(viewer);
  if (!isUuid(uploadId)) throw notFound('upload');
  const [before] = await findProfilesByIds(db, [userId]);
  if (before?.avatarId === uploadId) return before;
  const upload = await findUpload(db, uploadId, userId);
  if (!upload || upload.expiresAt <= clock.now()) throw notFound('upload');

  const pictures = await picturesOf(services, upload);
  for (const size of ['SMALL', 'MEDIUM', 'LARGE'] satisfies AvatarSize[]) {
    await objects.put(avatarKey(userId, uploadId, size), pictures[size], 'image/webp');
  }
  // Whose picture is replaced is looked up in the transaction: two that are set at once leave one.
  const replaced: string[] = [];
  const saved = await changeProfile(services, viewer, { avatarId: uploadId }, profileUpdated, async (tx, old) => {
    if (old.avatarId !== null && old.avatarId !== uploadId) replaced.push(...avatarKeys(userId, old.avatarId));
    await deleteUploads(tx, [uploadId]);
  });
  await objects.delete([uploadKey(uploadId), ...replaced]);
  return saved;
}

async function picturesOf(
  { db, objects }: Pick<UserServices, 'db' | 'objects'>,
  upload: AvatarUpload,
): Promise<Record<AvatarSize, Buffer>> {
  const key = uploadKey(upload.id);
  const refuse = async (message: string): Promise<never> => {
    await objects.delete([key]);
    await deleteUploads(db, [upload.id]);
    throw refused(message);
  };
  const stat = await objects.stat(key);
  if (!stat) throw refused('has not arrived: send the bytes to the URL of the ticket first');
  if (stat.sizeBytes !== upload.sizeBytes) {
    return refuse(`has ${String(stat.sizeBytes)} bytes, not the ${String(upload.sizeBytes)} that were announced`);
  }
  if (stat.contentType !== upload.contentType) {
    return refuse(`was sent as ${stat.contentType.slice(0, 100)}, not as the ${upload.contentType} that was announced`);
  }
  // Bounded: between the look and the read somebody may send more.
  const bytes = await readBounded(objects, key, avatarBytesMax);
  if (!bytes) return refuse('changed while it was confirmed');
  try {
    return await reencodeAvatar(bytes, upload.contentType);
  } catch (error) {
    if (error instanceof PictureRefusedError) return refuse(error.message);
    if (error instanceof PicturesBusyError) {
      throw new AppError('SERVICE_UNAVAILABLE', 'Many pictures are being worked on: try again in a few seconds.');
    }
    throw error;
  }
}

import { requireViewer, type Viewer } from '@ruzlet/platform/access/viewer';
import { avatarKeys } from '../domain/avatar.js';
import { changeProfile } from './change-profile.js';
import type { Profile } from './read-profiles.js';
import { profileUpdated } from './user-events.js';
import type { UserServices } from './user-services.js';

/** Removes the viewer's picture; nothing happens without one. @throws AppError UNAUTHENTICATED. */
export async function removeAvatar(services: UserServices, viewer: Viewer | null): Promise<Profile> {
  const { userId } = requireViewer(viewer);
  const removed: string[] = [];
  const saved = await changeProfile(services, viewer, { avatarId: null }, profileUpdated, (_tx, before) => {
    if (before.avatarId !== null) removed.push(...avatarKeys(userId, before.avatarId));
    return Promise.resolve();
  });
  await services.objects.delete(removed);
  return saved;
}

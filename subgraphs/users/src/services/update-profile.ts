import { requireViewer, type Viewer } from '@ruzlet/platform/access/viewer';
import { parseInput } from '@ruzlet/platform/validation';
import { changeProfile } from './change-profile.js';
import { profileInput } from './profile-fields.js';
import type { Profile } from './read-profiles.js';
import { profileUpdated } from './user-events.js';
import type { UserServices } from './user-services.js';

/** Changes display name and bio. @throws AppError UNAUTHENTICATED, BAD_USER_INPUT. */
export async function updateProfile(
  services: UserServices,
  viewer: Viewer | null,
  rawInput: unknown,
): Promise<Profile> {
  requireViewer(viewer);
  const { displayName, bio } = parseInput(profileInput, rawInput);
  const change = { ...(displayName !== undefined && { displayName }), ...(bio !== undefined && { bio }) };
  return changeProfile(services, viewer, change, profileUpdated);
}

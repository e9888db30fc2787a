import type { Viewer } from '@ruzlet/platform/access/viewer';
import { findPreviousUsernames, type PreviousUsername } from '../storage/username-history.js';
import type { Profile } from './read-profiles.js';
import type { UserServices } from './user-services.js';

const listedMax = 50;

/** Names that the viewer had before; null of anybody else. */
export async function previousUsernames(
  { db }: Pick<UserServices, 'db'>,
  viewer: Viewer | null,
  profile: Profile,
): Promise<PreviousUsername[] | null> {
  return viewer?.userId === profile.id ? findPreviousUsernames(db, profile.id, listedMax) : null;
}

import type { Viewer } from '@ruzlet/platform/access/viewer';
import { nameKey } from '../domain/names.js';
import { maySeeProfile } from '../domain/visibility.js';
import { findProfilesByUsernameKey } from '../storage/profiles.js';
import { findProfileByPreviousKey } from '../storage/username-history.js';
import type { Profile } from './read-profiles.js';
import type { UserServices } from './user-services.js';

const usernameCharactersMax = 200;

/** The profile with this username, or else that of who had it last, if the viewer may find it by name. */
export async function findByUsername(
  { db }: Pick<UserServices, 'db'>,
  viewer: Viewer | null,
  username: string,
): Promise<Profile | null> {
  if (username.length > usernameCharactersMax || username.includes('\u0000')) return null;
  const key = nameKey(username);
  const mayFind = (profile: Profile) => maySeeProfile(profile, viewer?.userId ?? null);
  const found = await findProfilesByUsernameKey(db, key);
  if (found.length > 0) return found.find(mayFind) ?? null;
  const former = await findProfileByPreviousKey(db, key);
  return former && mayFind(former) ? former : null;
}

import type { Viewer } from '@ruzlet/platform/access/viewer';
import { nameKey } from '../domain/names.js';
import { maySeeProfile } from '../domain/visibility.js';
import { findProfilesByUsernameKey } from '../storage/profiles.js';
import type { Profile } from './read-profiles.js';
import type { UserServices } from './user-services.js';

const usernameCharactersMax = 200;

/** The profile with this username, if the viewer may find it by name. */
export async function findByUsername(
  { db }: Pick<UserServices, 'db'>,
  viewer: Viewer | null,
  username: string,
): Promise<Profile | null> {
  if (username.length > usernameCharactersMax || username.includes('\u0000')) return null;
  const found = await findProfilesByUsernameKey(db, nameKey(username));
  return found.find((profile) => maySeeProfile(profile, viewer?.userId ?? null)) ?? null;
}

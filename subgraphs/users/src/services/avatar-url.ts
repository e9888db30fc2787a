import type { Viewer } from '@ruzlet/platform/access/viewer';
import { avatarKey, type AvatarSize } from '../domain/avatar.js';
import { maySeeProfile } from '../domain/visibility.js';
import type { Profile } from './read-profiles.js';
import type { UserServices } from './user-services.js';

/** URLs signed within the same hour are the same, so that browsers and proxies keep the picture (milliseconds). */
const signingStepMs = 60 * 60_000;
const urlLifeMs = 25 * 60 * 60_000;

/** Where the picture can be fetched; null without one, and for whom the profile is private. */
export async function avatarUrl(
  { clock, objects }: Pick<UserServices, 'clock' | 'objects'>,
  viewer: Viewer | null,
  profile: Profile,
  size: AvatarSize,
): Promise<string | null> {
  if (profile.avatarId === null || !maySeeProfile(profile, viewer?.userId ?? null)) return null;
  const signedAt = new Date(Math.floor(clock.now().getTime() / signingStepMs) * signingStepMs);
  const key = avatarKey(profile.id, profile.avatarId, size);
  return (await objects.presignGet(key, { ttlMs: urlLifeMs, signedAt })).url;
}

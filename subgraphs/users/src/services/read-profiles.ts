import DataLoader from 'dataloader';
import { deletedUserId } from '@ruzlet/contracts/personal-data';
import type { Viewer } from '@ruzlet/platform/access/viewer';
import { idTime, isUuid } from '@ruzlet/platform/ids';
import { insertProfileIfAbsent, type ProfileRow } from '../storage/profiles.js';
import { deletedProfile } from './deleted-profile.js';
import { profileOfViewer } from './profile-sources.js';
import type { UserServices } from './user-services.js';

export type Profile = ProfileRow;

/** An id younger than this may belong to somebody whose registration has not arrived yet (milliseconds). */
export const freshIdMs = 60_000;
/** How long a read waits for it (milliseconds). */
export const arrivalTimeoutMs = 3_000;

export interface ProfileReader {
  /** The profile, or null. The viewer always has one; that of a user who has just registered is waited for. */
  byId(id: string): Promise<Profile | null>;
}

/** Reads profiles for one request: each once, all that are asked for together in one query. */
export function createProfileReader(services: UserServices, viewer: Viewer | null): ProfileReader {
  const loader = new DataLoader((ids: readonly string[]) => readProfiles(services, viewer, ids));
  return { byId: (id) => (isUuid(id) ? loader.load(id.toLowerCase()) : Promise.resolve(null)) };
}

async function readProfiles(
  { db, profiles, clock, arrivals }: UserServices,
  viewer: Viewer | null,
  ids: readonly string[],
): Promise<(Profile | null)[]> {
  const found = new Map<string, Profile>();
  const look = async (wanted: readonly string[]) => {
    for (const row of await profiles(wanted)) {
      if (row instanceof Error) throw row;
      if (row) found.set(row.id, row);
    }
  };
  await look(ids);

  // The token says enough of the viewer: no need to wait for the event.
  if (viewer && ids.includes(viewer.userId) && !found.has(viewer.userId)) {
    await insertProfileIfAbsent(db, profileOfViewer(viewer, clock.now()));
    await look([viewer.userId]);
  }

  const now = clock.now();
  const missing = () => ids.filter((id) => !found.has(id) && isFresh(id, now));
  if (missing().length > 0) {
    await arrivals.lookAgain(async () => {
      await look(missing());
      return missing().length === 0 ? true : undefined;
    }, arrivalTimeoutMs);
  }
  return ids.map((id) => found.get(id) ?? (id === deletedUserId ? deletedProfile : null));
}

function isFresh(id: string, now: Date): boolean {
  const madeAt = idTime(id);
  return madeAt !== undefined && Math.abs(now.getTime() - madeAt.getTime()) < freshIdMs;
}

import type { Viewer } from '@ruzlet/platform/access/viewer';
import { idTime } from '@ruzlet/platform/ids';
import type { EventData } from '@ruzlet/contracts/registry';
import { nameKey, searchTextOf } from '../domain/names.js';
import type { NewProfile } from '../storage/profiles.js';

/** Where a profile comes from the first time: the event of the registration, or a token that got here before it. */

interface Person {
  userId: string;
  username: string;
  displayName: string;
  locale: string;
  timeZone: string;
}

function newProfile(person: Person, createdAt: Date): NewProfile {
  const { userId: id, username, displayName, locale, timeZone } = person;
  return {
    id,
    username,
    usernameKey: nameKey(username),
    displayName,
    searchText: searchTextOf(person),
    locale,
    timeZone,
    createdAt,
    updatedAt: createdAt,
  };
}

export function profileOfRegistration(registered: EventData<'ruzlet.user.registered.v1'>): NewProfile {
  return newProfile(registered, new Date(registered.registeredAt));
}

/** Auth makes the id at the registration, so its time is that of the registration. */
export function profileOfViewer(viewer: Viewer, now: Date): NewProfile {
  return newProfile({ userId: viewer.userId, ...viewer.profile }, idTime(viewer.userId) ?? now);
}

import type { EventHandlers } from '@ruzlet/contracts/dispatch';
import { on } from '@ruzlet/contracts/dispatch';
import type { EventData, RuzletEvent } from '@ruzlet/contracts/registry';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import type { Db } from '@ruzlet/platform/postgres/database';
import { nameKey, searchTextOf } from '../domain/names.js';
import { insertProfileIfAbsent, lockProfile, updateProfileRow } from '../storage/profiles.js';
import { insertPreviousUsername } from '../storage/username-history.js';
import { profileOfRegistration } from './profile-sources.js';
import { profileUpdated } from './user-events.js';

/** What auth says of accounts: it decides who has which username. */
const handlers: EventHandlers<Db> = {
  // Unless the token of somebody who registered was here first.
  'ruzlet.user.registered.v1': (tx, { data }) => insertProfileIfAbsent(tx, profileOfRegistration(data)),
  'ruzlet.user.username.changed.v1': (tx, { data, time }) => takeUsername(tx, data, new Date(time)),
};

async function takeUsername(
  tx: Db,
  { userId, username, previousUsername }: EventData<'ruzlet.user.username.changed.v1'>,
  at: Date,
): Promise<void> {
  await insertPreviousUsername(tx, {
    userId,
    username: previousUsername,
    usernameKey: nameKey(previousUsername),
    until: at,
  });
  const profile = await lockProfile(tx, userId);
  // Made later, the profile has the new name from the token.
  if (!profile || profile.username === username) return;
  const saved = await updateProfileRow(tx, userId, {
    username,
    usernameKey: nameKey(username),
    searchText: searchTextOf({ ...profile, username }),
    updatedAt: at,
  });
  await appendEvents(tx, [profileUpdated(saved, at)]);
}

/** What this consumer handles; the rest of the topic, its own events among it, it lets pass. */
export function isOfAccount(event: RuzletEvent): boolean {
  return Object.hasOwn(handlers, event.type);
}

export const receiveAccountEvent = on<Db>(handlers);

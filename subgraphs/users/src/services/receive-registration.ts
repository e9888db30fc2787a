import type { RuzletEvent } from '@ruzlet/contracts/registry';
import type { Db } from '@ruzlet/platform/postgres/database';
import { insertProfileIfAbsent } from '../storage/profiles.js';
import { profileOfRegistration } from './profile-sources.js';

/** What this consumer handles; the rest of the topic, its own events among it, it lets pass. */
export function isRegistration({ type }: RuzletEvent): boolean {
  return type === 'ruzlet.user.registered.v1';
}

/** Makes the profile of somebody who registered, unless their token was here first. */
export async function receiveRegistration(tx: Db, event: RuzletEvent): Promise<void> {
  if (event.type === 'ruzlet.user.registered.v1') await insertProfileIfAbsent(tx, profileOfRegistration(event.data));
}

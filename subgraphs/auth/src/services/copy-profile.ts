import type { RuzletEvent } from '@ruzlet/contracts/registry';
import type { Db } from '@ruzlet/platform/postgres/database';
import { updateClaims } from '../storage/accounts.js';

/** What this consumer handles; the rest of the topic it lets pass. */
export function isOfProfile({ type }: RuzletEvent): boolean {
  return type === 'ruzlet.user.profile.updated.v1' || type === 'ruzlet.user.preferences.updated.v1';
}

/** Keeps the names and settings that tokens carry as the users subgraph has them. */
export async function copyProfile(tx: Db, event: RuzletEvent): Promise<void> {
  switch (event.type) {
    case 'ruzlet.user.profile.updated.v1':
      await updateClaims(tx, event.data.userId, { displayName: event.data.displayName });
      return;
    case 'ruzlet.user.preferences.updated.v1':
      await updateClaims(tx, event.data.userId, { locale: event.data.locale, timeZone: event.data.timeZone });
      return;
    default:
  }
}

import type { EncodedEvent } from '@ruzlet/contracts/codec';
import { unauthenticated } from '@ruzlet/platform/errors';
import { requireViewer, type Viewer } from '@ruzlet/platform/access/viewer';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import type { Db } from '@ruzlet/platform/postgres/database';
import { searchTextOf } from '../domain/names.js';
import {
  insertProfileIfAbsent,
  lockProfile,
  updateProfileRow,
  type ProfileChange,
  type ProfileRow,
} from '../storage/profiles.js';
import { profileOfViewer } from './profile-sources.js';
import type { UserServices } from './user-services.js';

/**
 * Changes the viewer's row and appends the event that tells of it, both or neither. A change that changes nothing says
 * nothing.
 *
 * @param within what else belongs to the change; it is told the row as it was before.
 */
export async function changeProfile(
  { db, clock }: UserServices,
  viewer: Viewer | null,
  change: ProfileChange,
  eventOf: (profile: ProfileRow, time: Date) => EncodedEvent,
  within: (tx: Db, before: ProfileRow) => Promise<void> = () => Promise.resolve(),
): Promise<ProfileRow> {
  const asking = requireViewer(viewer);
  const now = clock.now();
  return db.transaction(async (tx) => {
    await insertProfileIfAbsent(tx, profileOfViewer(asking, now));
    const before = await lockProfile(tx, asking.userId);
    if (!before) throw unauthenticated('This account does not exist any more.');
    await within(tx, before);
    const after = { ...before, ...change };
    if (!differs(before, after)) return before;
    const saved = await updateProfileRow(tx, before.id, { ...change, searchText: searchTextOf(after), updatedAt: now });
    await appendEvents(tx, [eventOf(saved, now)]);
    return saved;
  });
}

function differs(before: ProfileRow, after: ProfileRow): boolean {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).some(([name, value]) => old.get(name) !== value);
}

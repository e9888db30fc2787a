import { z } from 'zod';
import { requireViewer, type Viewer } from '@ruzlet/platform/access/viewer';
import { badInput } from '@ruzlet/platform/errors';
import { isUuid } from '@ruzlet/platform/ids';
import { decodeCursor, encodeCursor, pageArgs, toConnection, type Connection } from '@ruzlet/platform/pagination';
import { parseInput } from '@ruzlet/platform/validation';
import { nameKey } from '../domain/names.js';
import { searchProfiles } from '../storage/profiles.js';
import type { Profile } from './read-profiles.js';
import type { UserServices } from './user-services.js';

const queryCharactersMax = 100;

const searchText = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(queryCharactersMax, `must have at most ${String(queryCharactersMax)} characters`)
  .refine((text) => !text.includes('\u0000'), 'must not have control characters');

/** Looks for users by name. @throws AppError UNAUTHENTICATED, BAD_USER_INPUT. */
export async function searchUsers(
  { db }: Pick<UserServices, 'db'>,
  viewer: Viewer | null,
  args: { query: string; first?: number | null | undefined; after?: string | null | undefined },
): Promise<Connection<Profile>> {
  const { userId } = requireViewer(viewer);
  const text = nameKey(parseInput(searchText, args.query, ['query']));
  const { first, after } = pageArgs(args);
  const found = await searchProfiles(db, {
    text,
    viewerId: userId,
    after: after === null ? null : placeOf(after),
    limit: first + 1,
  });
  return toConnection(found, first, ({ score, id }) => encodeCursor([score, id]), after !== null);
}

function placeOf(cursor: string): { score: number; id: string } {
  const [score, id] = decodeCursor(cursor, 2);
  if (typeof score === 'number' && typeof id === 'string' && isUuid(id)) return { score, id };
  throw badInput([{ path: ['after'], message: 'is not a cursor of this list; send back an endCursor as it came' }]);
}

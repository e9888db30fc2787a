import { badInput } from '@ruzlet/platform/errors';
import { isUuid } from '@ruzlet/platform/ids';
import { decodeCursor, encodeCursor } from '@ruzlet/platform/pagination';
import { noId } from '../storage/event-row.js';

/** The latest moment that a cursor may name (milliseconds since 1970): the end of what ClickHouse's `Date` holds, 2149. */
const momentMsMax = Date.UTC(2149, 5, 7);

/** A place in a list that is ordered by a moment and, of equal ones, by an id. */
export interface MomentPlace {
  /** Milliseconds since 1970. */
  afterMs: number;
  afterId: string;
}

export const momentCursor = (atMs: number, id: string): string => encodeCursor([atMs, id]);

/** Where a page begins; without a cursor, before everything. @throws AppError BAD_USER_INPUT for a cursor of another list. */
export function momentPlace(after: string | null): MomentPlace {
  if (after === null) return { afterMs: 0, afterId: noId };
  const [afterMs, afterId] = decodeCursor(after, 2);
  const isMoment = typeof afterMs === 'number' && Number.isInteger(afterMs) && afterMs >= 0 && afterMs <= momentMsMax;
  if (isMoment && typeof afterId === 'string' && isUuid(afterId)) return { afterMs, afterId };
  throw badInput([{ path: ['after'], message: 'is not a cursor of this list; send back an endCursor as it came' }]);
}

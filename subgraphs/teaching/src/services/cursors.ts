import { badInput } from '@ruzlet/platform/errors';
import { cursorTime, decodeCursor, encodeCursor } from '@ruzlet/platform/pagination';
import { z } from 'zod';

/** Cursors of lists that are ordered by a time and an id. */

const timeAndId = z.tuple([cursorTime.transform((value) => new Date(value)), z.uuid()]);

export function timeCursor(at: Date, id: string): string {
  return encodeCursor([at.toISOString(), id]);
}

/** @throws AppError BAD_USER_INPUT for a cursor of another list. */
export function parseTimeCursor(after: string | null): { at: Date; id: string } | null {
  if (after === null) return null;
  const [at, id] = parseCursor(timeAndId, after, 2);
  return { at, id };
}

/** Whether something of that time and id comes after a cursor. */
export function isBehind(at: Date, id: string, start: { at: Date; id: string }): boolean {
  const difference = at.getTime() - start.at.getTime();
  return difference > 0 || (difference === 0 && id > start.id);
}

/** @throws AppError BAD_USER_INPUT for a cursor of another list. */
export function parseCursor<S extends z.ZodType>(schema: S, after: string, arity: number): z.output<S> {
  const result = schema.safeParse(decodeCursor(after, arity));
  if (result.success) return result.data;
  throw badInput([{ path: ['after'], message: 'is not a cursor of this list; send back an endCursor as it came' }]);
}

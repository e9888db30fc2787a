import { badInput } from '@ruzlet/platform/errors';
import { decodeCursor } from '@ruzlet/platform/pagination';
import { z } from 'zod';

/** What the cursors of this subgraph's lists hold. A cursor is a client's input like any other. */

const time = z.iso.datetime();
const score = z.number().min(-8.64e15).max(8.64e15);

export const cursorShapes = {
  timeAndId: z.tuple([time, z.uuid()]),
  titleAndId: z.tuple([z.string(), z.uuid()]),
  scoreAndId: z.tuple([score, z.uuid()]),
  sortKeyAndId: z.tuple([z.int32(), z.uuid()]),
  hashAndId: z.tuple([z.string().regex(/^-?\d{1,19}$/), z.uuid()]),
  timeSortKeyAndId: z.tuple([time, z.int32(), z.uuid()]),
};

/** @throws AppError BAD_USER_INPUT when the cursor is of another list. */
export function parseCursor<S extends z.ZodType>(shape: S, cursor: string, arity: number): z.output<S> {
  const values = shape.safeParse(decodeCursor(cursor, arity));
  if (values.success) return values.data;
  throw badInput([{ path: ['after'], message: 'is not a cursor of this list; send back an endCursor as it came' }]);
}

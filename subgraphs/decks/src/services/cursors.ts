import { badInput } from '@ruzlet/platform/errors';
import { cursorTime, decodeCursor } from '@ruzlet/platform/pagination';
import { z } from 'zod';
import { isStorable } from '../domain/text.js';

/**
 * What the cursors of this subgraph's lists hold. A cursor is a client's input like any other, so one that was made up
 * holds only what the database can compare with.
 */

/** Milliseconds since 1970 up to the year 9999, or points. */
const score = z
  .number()
  .min(0)
  .max(Date.UTC(9999, 11, 31));
const title = z.string().refine(isStorable);
/** Postgres' bigint. */
const hash = z
  .string()
  .regex(/^-?\d{1,19}$/)
  .refine((text) => BigInt.asIntN(64, BigInt(text)) === BigInt(text));

export const cursorShapes = {
  timeAndId: z.tuple([cursorTime, z.uuid()]),
  titleAndId: z.tuple([title, z.uuid()]),
  scoreAndId: z.tuple([score, z.uuid()]),
  sortKeyAndId: z.tuple([z.int32(), z.uuid()]),
  hashAndId: z.tuple([hash, z.uuid()]),
  timeSortKeyAndId: z.tuple([cursorTime, z.int32(), z.uuid()]),
};

/** @throws AppError BAD_USER_INPUT when the cursor is of another list. */
export function parseCursor<S extends z.ZodType>(shape: S, cursor: string, arity: number): z.output<S> {
  const values = shape.safeParse(decodeCursor(cursor, arity));
  if (values.success) return values.data;
  throw badInput([{ path: ['after'], message: 'is not a cursor of this list; send back an endCursor as it came' }]);
}

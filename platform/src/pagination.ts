import { z } from 'zod';
import { badInput } from './errors.js';

/** Relay connections: what `first` and `after` mean, everywhere the same. */

export const pageSizeDefault = 20;
export const pageSizeMax = 100;
const cursorCharactersMax = 2_000;

export interface Connection<T> {
  edges: { node: T; cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

const cursorValues = z.array(z.union([z.string(), z.number(), z.null()]));

/** A time in a cursor, as `toISOString` writes it, from the year 1 on: Postgres knows no year 0. */
export const cursorTime = z.iso.datetime().refine((value) => !value.startsWith('0000'));

/** The sort key of a row as an opaque cursor. */
export function encodeCursor(values: (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * The sort key in a cursor.
 *
 * @param arity how many values this list's cursor has.
 * @throws AppError BAD_USER_INPUT when the cursor is not one of ours.
 */
export function decodeCursor(cursor: string, arity: number): (string | number | null)[] {
  const values = cursor.length <= cursorCharactersMax ? parseCursor(cursor) : undefined;
  if (values?.length !== arity) {
    throw badInput([{ path: ['after'], message: 'is not a cursor of this list; send back an endCursor as it came' }]);
  }
  return values;
}

function parseCursor(cursor: string): (string | number | null)[] | undefined {
  try {
    const parsed = cursorValues.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Checks the paging arguments of a field.
 *
 * @throws AppError BAD_USER_INPUT when `first` is outside 1..100 (or `firstMax`).
 */
export function pageArgs(
  args: { first?: number | null | undefined; after?: string | null | undefined },
  options: { firstDefault?: number; firstMax?: number } = {},
): { first: number; after: string | null } {
  const firstMax = options.firstMax ?? pageSizeMax;
  const first = args.first ?? options.firstDefault ?? pageSizeDefault;
  if (first < 1 || first > firstMax) {
    throw badInput([{ path: ['first'], message: `must be between 1 and ${String(firstMax)}, not ${String(first)}` }]);
  }
  return { first, after: args.after ?? null };
}

/**
 * A page from `first + 1` rows: the one too many says that there is a next page.
 *
 * @param continued true when the page was asked for with `after`.
 */
export function toConnection<T>(
  rowsPlusOne: readonly T[],
  first: number,
  cursorOf: (row: T) => string,
  continued = false,
): Connection<T> {
  const edges = rowsPlusOne.slice(0, first).map((node) => ({ node, cursor: cursorOf(node) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rowsPlusOne.length > first,
      hasPreviousPage: continued,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

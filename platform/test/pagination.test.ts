import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../src/errors.js';
import { decodeCursor, encodeCursor, pageArgs, toConnection } from '../src/pagination.js';

describe('pages', () => {
  it('give back the sort key that a cursor was made of', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (values) => {
        const cursor = encodeCursor(values);
        fc.pre(cursor.length <= 2_000);
        expect(decodeCursor(cursor, values.length)).toEqual(values);
      }),
    );
  });

  it('refuse any other text as a cursor with a clear error', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          decodeCursor(text, 2);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          expect(error).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: ['after'] }] });
        }
      }),
    );
    expect(() => decodeCursor(encodeCursor(['one']), 2)).toThrow(AppError);
  });

  it.each([0, -1, 101, 1_000_000])('refuse first: %i', (first) => {
    expect(() => pageArgs({ first })).toThrow(/between 1 and 100/);
  });

  it('hold 20 items unless told, and say that more follow from the one row too many', () => {
    expect(pageArgs({})).toEqual({ first: 20, after: null });
    const page = toConnection([1, 2, 3], 2, String);
    expect(page.edges.map(({ node }) => node)).toEqual([1, 2]);
    expect(page.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: '1', endCursor: '2' });
    expect(toConnection([], 2, String, true).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: true,
      startCursor: null,
      endCursor: null,
    });
  });
});

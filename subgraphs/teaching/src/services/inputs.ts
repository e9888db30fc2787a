import { notFound } from '@ruzlet/platform/errors';
import { isUuid } from '@ruzlet/platform/ids';
import { characterCount, isVisible, isWellFormed } from '@ruzlet/platform/text';
import { z } from 'zod';

/** The pieces that the schemas of inputs are made of. */

/** A UUID, in the spelling that the database answers. */
export const id = z.uuid('must be a UUID').transform((value) => value.toLowerCase());

/** What a client may leave out or send as null alike. */
export const optional = <S extends z.ZodType>(schema: S) => schema.nullish().transform((value) => value ?? undefined);

/**
 * Text without NUL and halves of surrogate pairs, which Postgres cannot keep, and without white space around it. Where it
 * must not be empty, something of it must be visible.
 */
export function text(options: { charactersMin?: number; charactersMax: number }) {
  const { charactersMin = 0, charactersMax } = options;
  return z
    .string('must be a string')
    .refine((value) => !value.includes('\0'), 'must not contain the NUL character')
    .refine((value) => isWellFormed(value), 'must not contain half of a surrogate pair')
    .transform((value) => value.trim())
    .refine(
      (value) => characterCount(value) >= charactersMin && characterCount(value) <= charactersMax,
      `must have ${String(charactersMin)} to ${String(charactersMax)} characters`,
    )
    .refine((value) => charactersMin === 0 || value === '' || isVisible(value), 'must have a visible character');
}

/**
 * The id of something that has to exist.
 *
 * @throws AppError NOT_FOUND for what is not even a UUID.
 */
export function parseId(value: string, thing: string): string {
  if (!isUuid(value)) throw notFound(thing);
  return value.toLowerCase();
}

/** A text that says nothing is kept as none. */
export function emptyToNull(value: string | null | undefined): string | null {
  return value === undefined || value === '' ? null : value;
}

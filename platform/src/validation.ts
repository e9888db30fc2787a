import type { z } from 'zod';
import { badInput } from './errors.js';

/**
 * Parses the input of a mutation; what is inside is trusted from then on.
 *
 * @param path where the input stands among the field's arguments, `['input']` by default.
 * @throws AppError BAD_USER_INPUT with every fault and its path.
 */
export function parseInput<S extends z.ZodType>(
  schema: S,
  input: unknown,
  path: (string | number)[] = ['input'],
): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw badInput(
    result.error.issues.map((issue) => ({
      path: [...path, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))],
      message: issue.message,
    })),
  );
}

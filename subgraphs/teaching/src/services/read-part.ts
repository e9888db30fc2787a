import { notFound } from '@ruzlet/platform/errors';

/**
 * The course or module around something that is in the viewer's hands already.
 *
 * @throws AppError NOT_FOUND when it was deleted while the request ran.
 */
export async function readPart<R>(loader: { load(id: string): Promise<R | null> }, id: string): Promise<R> {
  const row = await loader.load(id);
  if (row === null) throw notFound('part of a course');
  return row;
}

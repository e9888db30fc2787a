import type { Read } from '@ruzlet/platform/reads/gather';
import { idKey, loader } from '@ruzlet/platform/reads/shapes';
import type DataLoader from 'dataloader';

/** Somebody in a course. */
export interface Member {
  courseId: string;
  userId: string;
}

export const memberKey = ({ courseId, userId }: Member): string => `${courseId} ${userId}`;

/** Lists of rows; what came with one need not be read again by its id. */
export function listLoader<R extends { id: string }>(
  read: Read<string, R[]>,
  single: DataLoader<string, R | null, string>,
): DataLoader<string, R[], string> {
  return loader(async (ids: readonly string[]) => {
    const found = await read(ids);
    for (const list of found) if (!(list instanceof Error)) for (const row of list) single.prime(row.id, row);
    return found;
  }, idKey);
}

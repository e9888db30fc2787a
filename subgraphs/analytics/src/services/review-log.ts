import { pageArgs } from '@ruzlet/platform/pagination';
import { readReviewLog, reviewLogEnd, type ReviewLogFormat } from '../queries/review-log.js';
import { runQuery } from '../queries/run-query.js';
import { isAdmin } from '../storage/access.js';
import type { Learning } from './learning.js';
import { momentCursor, momentPlace } from './moment-cursor.js';
import type { Scope } from './scope.js';

/** Reviews of one page of the log at most (count): a file of a few megabytes. */
export const reviewLogRowsMax = 20_000;

const contentTypes = { CSV: 'text/csv; charset=utf-8', PARQUET: 'application/vnd.apache.parquet' };

/**
 * A page of a learner's raw review log as a file, for the learner and for administrators; null for anybody else, though they
 * may see figures.
 *
 * @throws AppError BAD_USER_INPUT for a page size outside of 1 to `reviewLogRowsMax`, or a cursor of another list.
 */
export async function reviewLogOf(
  { viewer, reader }: Scope,
  { userId, range }: Learning,
  args: { format: ReviewLogFormat; first: number; after?: string | null | undefined },
) {
  if (viewer?.userId !== userId && !isAdmin(viewer)) return null;
  const { first, after } = pageArgs(args, { firstDefault: reviewLogRowsMax, firstMax: reviewLogRowsMax });
  const page = { userId, ...range, ...momentPlace(after) };
  // One more than the page, to tell whether there is more.
  const [more] = await runQuery(reader, reviewLogEnd, { ...page, rowsMax: first + 1 });
  const [end] = await runQuery(reader, reviewLogEnd, { ...page, rowsMax: first });
  const bytes = await readReviewLog(reader, args.format, { ...page, rowsMax: first });
  const reviews = end?.reviews ?? 0;
  return {
    fileName: `reviews.${args.format.toLowerCase()}`,
    contentType: contentTypes[args.format],
    base64: bytes.toString('base64'),
    reviews,
    hasNextPage: (more?.reviews ?? 0) > reviews,
    endCursor: end && reviews > 0 ? momentCursor(end.last_at.getTime(), end.last_id) : null,
  };
}

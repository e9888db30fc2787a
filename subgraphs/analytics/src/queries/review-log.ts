import { buffer } from 'node:stream/consumers';
import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';
import { instant, numeric, type Query } from './run-query.js';

/**
 * The file formats of a learner's log, by the names that ClickHouse has for them. CSV as RFC 4180 has it, which other programs read: a missing
 * value is empty, and lines end with CR LF. Moments carry their zone.
 */
const clickhouseFormats = {
  CSV: `CSVWithNames
    SETTINGS format_csv_null_representation = '', output_format_csv_crlf_end_of_line = 1, date_time_output_format = 'iso'`,
  PARQUET: 'Parquet',
} as const;

export type ReviewLogFormat = keyof typeof clickhouseFormats;

/** The reviews of one learner in a range of days that come after a place, in the order in which they were made. */
const page = `
      FROM reviews FINAL
      WHERE user_id = {userId:UUID} AND local_day BETWEEN {from:Date} AND {to:Date}
        AND (toUnixTimestamp64Milli(reviewed_at), review_id) > ({afterMs:Int64}, {afterId:UUID})
      ORDER BY reviewed_at, review_id`;

const endRow = z.object({ reviews: numeric, last_at: instant, last_id: z.string() });

/** How many reviews a page of the log has, and the place of the last of them. */
export const reviewLogEnd = {
  name: 'review-log-end',
  row: endRow,
  sql: `
    SELECT count() AS reviews, toUnixTimestamp64Milli(max(place).1) AS last_at, max(place).2 AS last_id
    FROM (SELECT (reviewed_at, review_id) AS place ${page} LIMIT {rowsMax:UInt32})`,
} satisfies Query<typeof endRow>;

/**
 * A page of the log as a file: one row for each review that was not undone, values before the review and after it. The columns'
 * names are those of the event `ruzlet.learning.card.reviewed.v1`.
 */
const file = (format: ReviewLogFormat) => `
    SELECT
      review_id AS reviewId, card_id AS cardId, deck_id AS deckId, rating, duration_ms AS durationMs,
      reviewed_at AS reviewedAt, received_at AS receivedAt, local_day AS localDay, local_hour AS localHour, time_zone AS timeZone,
      state_before AS stateBefore, stability_before AS stabilityBefore, difficulty_before AS difficultyBefore,
      retrievability_before AS retrievabilityBefore, elapsed_days AS elapsedDays, scheduled_days_before AS scheduledDaysBefore,
      state_after AS stateAfter, stability_after AS stabilityAfter, difficulty_after AS difficultyAfter,
      scheduled_days_after AS scheduledDaysAfter, due_after AS dueAfter
    ${page}
    LIMIT {rowsMax:UInt32}
    FORMAT ${clickhouseFormats[format]}`;

/** The bytes of a page, as ClickHouse writes the format. */
export async function readReviewLog(
  reader: ClickHouseClient,
  format: ReviewLogFormat,
  parameters: Record<string, unknown>,
): Promise<Buffer> {
  const { stream } = await reader.exec({ query: file(format), query_params: parameters });
  return buffer(stream);
}

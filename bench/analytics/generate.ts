import type { ClickHouseClient } from '@clickhouse/client';
import { reckonAllTotals } from '../../subgraphs/analytics/src/storage/rebuild-totals.js';

/**
 * A population that reviews: 100 000 learners in 1 000 courses of 100, each course with four decks of 200 cards of its own, and one
 * deck that everybody studies. A learner has a session of 20 reviews of one deck every two weeks. More reviews are a longer history.
 */
export const learnersCount = 100_000;
const studentsPerCourse = 100;
const reviewsPerSession = 20;
const daysBetweenSessions = 14;
const firstDay = '2020-01-01';
/** Rows of one insert (count). */
const chunkRows = 4_000_000;

const id = (kind: string, number: string) =>
  `toUUID(concat('0${kind}000000-0000-7000-8000-', lower(leftPad(hex(toUInt64(${number})), 12, '0'))))`;

/** Ids as the generator makes them. */
export const benchId = (kind: 'learner' | 'deck' | 'card' | 'course' | 'lesson', number: number): string =>
  `0${kinds[kind]}000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const kinds = { learner: '1', deck: '2', card: '3', course: '4', lesson: '5' };

/** The day on which a history of this many reviews ends. */
export function lastDayOf(reviews: number): string {
  const sessions = reviews / learnersCount / reviewsPerSession;
  return new Date(Date.parse(firstDay) + Math.ceil(sessions) * daysBetweenSessions * 86_400_000)
    .toISOString()
    .slice(0, 10);
}

const reviewRows = `
  INSERT INTO reviews
  WITH
    number % ${String(learnersCount)} AS learner,
    intDiv(number, ${String(learnersCount)}) AS nth,
    intDiv(nth, ${String(reviewsPerSession)}) AS session,
    intDiv(learner, ${String(studentsPerCourse)}) AS course,
    if(session % 5 = 4, 0, 1 + course * 4 + session % 5) AS deck,
    toDate('${firstDay}') + session * ${String(daysBetweenSessions)} + learner % ${String(daysBetweenSessions)} AS day,
    sipHash64(number) AS chance,
    toDateTime64(day, 3, 'UTC') + toIntervalSecond(28800 + learner % 36000 + nth % ${String(reviewsPerSession)} * 9) AS moment,
    toUInt32(1 + intDiv(session, 5) * 3) AS interval
  SELECT
    ${id('1', 'learner')} AS user_id,
    reinterpretAsUUID(reinterpretAsFixedString(toUInt128(chance) * 18446744073709551557 + number)) AS review_id,
    ${id('2', 'deck')} AS deck_id,
    ${id('3', 'deck * 200 + (nth % 20 + session * 7) % 200')} AS card_id,
    review_id AS event_id,
    toUInt8(multiIf(chance % 10 < 1, 1, chance % 10 < 3, 2, chance % 10 < 9, 3, 4)) AS rating,
    toUInt32(1500 + chance % 8000) AS duration_ms,
    moment AS reviewed_at, moment AS received_at, day AS local_day, toUInt8(toHour(moment)) AS local_hour,
    'Europe/Moscow' AS time_zone,
    toUInt8(if(session < 5, 0, 2)) AS state_before,
    toFloat64(interval) AS stability_before, 5.0 AS difficulty_before, 0.9 AS retrievability_before,
    toFloat64(interval) AS elapsed_days, interval AS scheduled_days_before,
    2 AS state_after, toFloat64(interval) * 2.2 AS stability_after, 5.0 AS difficulty_after, interval * 2 AS scheduled_days_after,
    moment + toIntervalDay(interval * 2) AS due_after,
    1 AS version, 0 AS undone
  FROM numbers_mt({from:UInt64}, {rows:UInt64})`;

const courseRows = [
  `INSERT INTO course_members SELECT ${id('4', `intDiv(number, ${String(studentsPerCourse)})`)}, ${id('1', 'number')}, 'STUDENT',
    toDateTime64('${firstDay}', 3, 'UTC'), 1, 0 FROM numbers(${String(learnersCount)})`,
  `INSERT INTO course_lessons SELECT ${id('4', 'intDiv(number, 4)')}, ${id('5', 'number')}, concat('Lesson ', toString(number)), 1, 0
    FROM numbers(${String((learnersCount / studentsPerCourse) * 4)})`,
  `INSERT INTO course_lesson_additions SELECT ${id('4', 'intDiv(number, 4)')}, ${id('5', 'number')}, toDateTime64('${firstDay}', 3, 'UTC')
    FROM numbers(${String((learnersCount / studentsPerCourse) * 4)})`,
  `INSERT INTO course_decks SELECT ${id('4', 'intDiv(number, 4)')}, ${id('5', 'number')}, ${id('2', '1 + number')}, 1, 0
    FROM numbers(${String((learnersCount / studentsPerCourse) * 4)})`,
  `INSERT INTO lesson_completions SELECT ${id('4', `intDiv(intDiv(number, 2), ${String(studentsPerCourse)})`)},
    ${id('5', `intDiv(intDiv(number, 2), ${String(studentsPerCourse)}) * 4 + number % 2`)}, ${id('1', 'intDiv(number, 2)')},
    toDateTime64('${firstDay}', 3, 'UTC') + toIntervalDay(9), 1 FROM numbers(${String(learnersCount * 2)})`,
];

/**
 * Fills a database in sets, inside ClickHouse, from the review `from` on; the totals come last, as after a rebuild.
 *
 * @param upTo review to stop before, so that a long filling can be done in portions.
 */
export async function generate(
  writer: ClickHouseClient,
  { from, upTo, reviews }: { from: number; upTo: number; reviews: number },
  say: (line: string) => void,
): Promise<void> {
  if (from === 0) for (const query of courseRows) await writer.command({ query });
  const end = Math.min(upTo, reviews);
  for (let next = from; next < end; next += chunkRows) {
    const rows = Math.min(chunkRows, end - next);
    await writer.command({ query: reviewRows, query_params: { from: next, rows } });
    say(`${String(next + rows)} reviews`);
  }
  if (end < reviews) return;
  await reckonAllTotals(writer);
  say('totals reckoned');
}

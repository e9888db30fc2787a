import { openChdb } from '@ruzlet/embedded/clickhouse';
import type { ClickHouseClient } from '@clickhouse/client';
import { addDays } from '@ruzlet/platform/localtime';
import { z } from 'zod';
import { allDays, yearRange, type DayRange } from '../../subgraphs/analytics/src/domain/day-range.js';
import { periodRange, type Period } from '../../subgraphs/analytics/src/domain/period.js';
import { courseDays } from '../../subgraphs/analytics/src/queries/course-days.js';
import { courseFunnel } from '../../subgraphs/analytics/src/queries/course-funnel.js';
import { courseItems } from '../../subgraphs/analytics/src/queries/course-items.js';
import { courseStudents, recentFrom } from '../../subgraphs/analytics/src/queries/course-students.js';
import { courseTotals } from '../../subgraphs/analytics/src/queries/course-totals.js';
import { deckTotals } from '../../subgraphs/analytics/src/queries/deck-totals.js';
import { hardestCards } from '../../subgraphs/analytics/src/queries/hardest-cards.js';
import { leaderboards } from '../../subgraphs/analytics/src/queries/leaderboard.js';
import { learnerMemory } from '../../subgraphs/analytics/src/queries/learner-memory.js';
import { learnerSpans, type SpanList } from '../../subgraphs/analytics/src/queries/learner-spans.js';
import { learnerTests } from '../../subgraphs/analytics/src/queries/learner-tests.js';
import { platformDays, platformTotals } from '../../subgraphs/analytics/src/queries/platform-totals.js';
import { benchId, lastDayOf, learnersCount } from './generate.js';

/**
 * Measures dashboards over what `fill.ts` generated: `UV_THREADPOOL_SIZE=16 npx tsx --conditions=@ruzlet/source
 * bench/analytics/scale.ts <folder> <millions> … [--rounds=30] [--merged]`. A dashboard is all its statements, at the same time, as a request
 * sends them. Each round asks for another learner, course or deck. Prints a table in Markdown. `--merged`
 * measures each size once more after all parts of its tables were merged: that tells what grows with parts from what grows with rows.
 */
const rounds = Number(process.argv.find((argument) => argument.startsWith('--rounds='))?.slice(9) ?? '30');
const merged = process.argv.includes('--merged');
const [folder = '', ...sizes] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

type Statement = [sql: string, parameters: Record<string, unknown>];
type Dashboard = (round: number, today: string) => Statement[];

const statistics = z.object({
  statistics: z.object({ rows_read: z.number(), bytes_read: z.number() }),
  rows: z.number(),
});

const pick = (round: number, count: number) => (round * 7919 + 13) % count;
const learnerOf = (round: number) => benchId('learner', pick(round, learnersCount));
const courseNumber = (round: number) => pick(round, learnersCount / 100);
const viewerId = benchId('learner', 0);

const learner: Dashboard = (round, today) => {
  const of = { userIds: [learnerOf(round)] };
  const month = { from: addDays(today, -29), to: today };
  const since = (days: number) => ({ from: addDays(today, 1 - days), to: today });
  const spans: [DayRange, SpanList][] = [
    [month, 'NOTHING'],
    [month, 'DAYS'],
    [month, 'HOURS'],
    [yearRange(Number(today.slice(0, 4))), 'DAYS'],
    [allDays, 'STUDY_DAYS'],
    ...[since(1), since(7), since(30), since(365), allDays].map((span): [DayRange, SpanList] => [span, 'NOTHING']),
  ];
  return [
    [
      learnerSpans.sql,
      {
        ...of,
        froms: spans.map(([{ from }]) => from),
        tos: spans.map(([{ to }]) => to),
        lists: spans.map(([, list]) => list),
      },
    ],
    [learnerMemory.sql, { ...of, today, timeZone: 'Europe/Moscow', dayStartsAt: 4, now: Date.parse(today) }],
    [learnerTests.sql, { ...of, ...month }],
  ];
};

const course: Dashboard = (round, today) => {
  const of = { courseIds: [benchId('course', courseNumber(round))] };
  const month = { from: addDays(today, -29), to: today };
  return [
    [courseTotals.sql, { ...of, ...month, periods: ['DAY'] }],
    [courseDays.sql, { ...of, ...month, periods: ['DAY'] }],
    [courseFunnel.sql, of],
    [courseStudents.sql, { ...of, ...allDays, periods: ['DAY', 'ALL_TIME'], recentFrom: recentFrom(new Date(today)) }],
  ];
};

const items: Dashboard = (round, today) => [
  [
    courseItems.sql,
    { courseIds: [benchId('course', courseNumber(round))], from: addDays(today, -364), to: today, first: 20 },
  ],
];

const deck =
  (number: (round: number) => number): Dashboard =>
  (round) => {
    const of = { deckIds: [benchId('deck', number(round))], ...allDays };
    return [
      [deckTotals.sql, { ...of, period: 'ALL_TIME' }],
      [hardestCards.sql, { ...of, first: 10 }],
    ];
  };

const everyone =
  (period: Period): Dashboard =>
  (_, today) => [[leaderboards.EVERYONE.sql, { ...periodRange(period, today), period, first: 20, viewerId }]];

const dashboards: Record<string, Dashboard> = {
  'learner: 3 statements': learner,
  'course: totals, days, funnel, students': course,
  'course: item analysis of a year': items,
  'deck of a course': deck((round) => 1 + courseNumber(round) * 4),
  'deck that everybody studies': deck(() => 0),
  'leaderboard of everyone, day': everyone('DAY'),
  'leaderboard of everyone, week': everyone('WEEK'),
  'leaderboard of everyone, month': everyone('MONTH'),
  'leaderboard of everyone, all time': everyone('ALL_TIME'),
  'leaderboard of a course, month': (round, today) => [
    [
      leaderboards.COURSE.sql,
      {
        ...periodRange('MONTH', today),
        courseIds: [benchId('course', courseNumber(round))],
        periods: ['DAY'],
        first: 20,
        viewerId,
      },
    ],
  ],
  'platform, a month by day': (_, today) => [
    [platformTotals.sql, { from: addDays(today, -29), to: today }],
    [platformDays.sql, { from: addDays(today, -29), to: today }],
  ],
};

async function ask(reader: ClickHouseClient, statements: Statement[]) {
  const began = performance.now();
  const answers = await Promise.all(
    statements.map(async ([query, query_params]) => {
      const answer = await reader.query({ query, query_params, format: 'JSON' });
      return statistics.parse(await answer.json());
    }),
  );
  const sum = (value: (answer: (typeof answers)[number]) => number) =>
    answers.reduce<number>((all, one) => all + value(one), 0);
  return {
    ms: performance.now() - began,
    bytes: sum((answer) => answer.statistics.bytes_read),
    rowsRead: sum((answer) => answer.statistics.rows_read),
    rows: sum((answer) => answer.rows),
  };
}

const at = (sorted: number[], quantile: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))] ?? 0;
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Parts of the table that a learner's dashboard reads. */
async function partsOfReviews(reader: ClickHouseClient): Promise<number> {
  const query = `SELECT toUInt32(count()) AS parts FROM system.parts WHERE active AND database = currentDatabase() AND table = 'reviews'`;
  const answer = await reader.query({ query, format: 'JSONEachRow' });
  return z.tuple([z.object({ parts: z.number() })]).parse(await answer.json())[0].parts;
}

async function measure(reader: ClickHouseClient, millions: string): Promise<void> {
  const today = addDays(lastDayOf(Number(millions) * 1_000_000), -1);
  const parts = await partsOfReviews(reader);
  for (const [name, dashboard] of Object.entries(dashboards)) {
    await ask(reader, dashboard(0, today));
    const samples: Awaited<ReturnType<typeof ask>>[] = [];
    for (let round = 1; round <= rounds; round += 1) samples.push(await ask(reader, dashboard(round, today)));
    const times = samples.map(({ ms }) => ms).sort((a, b) => a - b);
    const mean = (value: (sample: (typeof samples)[number]) => number) =>
      samples.reduce<number>((all, one) => all + value(one), 0) / samples.length;
    say(
      `| ${millions} M | ${String(parts)} | ${name} | ${at(times, 0.5).toFixed(0)} | ${at(times, 0.95).toFixed(0)} | ${(mean(({ bytes }) => bytes) / 1e6).toFixed(2)} | ${mean(({ rowsRead }) => rowsRead).toFixed(0)} | ${mean(({ rows }) => rows).toFixed(0)} |`,
    );
  }
}

say(`| reviews | parts | dashboard | p50 ms | p95 ms | MB read | rows read | rows answered |`);
say(`| ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: |`);
for (const millions of sizes) {
  const clickhouse = await openChdb({ path: folder, database: `m${millions}`, readersMax: 4 });
  await measure(clickhouse.reader, millions);
  if (merged) {
    for (const table of ['reviews', 'deck_reviews', 'totals'])
      await clickhouse.writer.command({ query: `OPTIMIZE TABLE ${table} FINAL` });
    await measure(clickhouse.reader, millions);
  }
  await clickhouse.close();
}
